#pragma once

#include <span>
#include <string_view>

#include "flowc/catalogue.hpp"

namespace flowc::dsl {

/// The language's word for a kind of resource: the keys of an environment file, `{kind}` in a
/// placeholder pattern, and what messages say.
struct ResourceWord {
    std::string_view word;  ///< `hours`, `bot`
    ResourceKind kind;
    std::string_view arn_part;  ///< what stands before the id in its ARN, `/queue/`; empty: not known
};
std::span<const ResourceWord> resource_words();
std::string_view word_for(ResourceKind kind);

}  // namespace flowc::dsl
