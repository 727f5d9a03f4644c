#include <algorithm>

#include "flowc/catalogue.hpp"

namespace flowc {
namespace {

/// By `ResourceKind`.
constexpr std::string_view words[] = {
    "none",       "queue",     "agent",         "prompt",       "flow",     "module",         "hours",
    "lambda",     "lex_alias", "view",          "phone_number", "template", "knowledge_base", "assistant",
    "data_table", "user",      "case_template", "user_pool",    "other",
};
static_assert(std::size(words) == static_cast<std::size_t>(ResourceKind::other) + 1);

}  // namespace

std::string_view to_string(ResourceKind kind) { return words[static_cast<std::size_t>(kind)]; }

std::optional<ResourceKind> resource_kind(std::string_view word) {
    const auto found = std::find(std::begin(words), std::end(words), word);
    if (found == std::end(words) || found == std::begin(words)) return std::nullopt;
    return static_cast<ResourceKind>(found - std::begin(words));
}

}  // namespace flowc
