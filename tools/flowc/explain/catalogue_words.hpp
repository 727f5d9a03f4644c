#pragma once

#include <string>
#include <string_view>

#include "flowc/catalogue.hpp"

/// The catalogue's values as people read them.
namespace flowc::cli {

std::string_view words(Evidence evidence);
std::string_view words(ParameterKind kind);
std::string_view words(ValueMode mode);
std::string_view words(Channel channel);
std::string_view words(ChannelUse use);
std::string words(Condition condition);
std::string words(const ParameterRule& rule);
std::string words(const Range& range);
/// The flow types' names in the language; "not said" where no statement was made.
std::string words(FlowTypeSet types);
/// "`a`, `b`".
std::string listed(std::span<const std::string_view> names);

}  // namespace flowc::cli
