#include <algorithm>

#include "flowc/catalogue.hpp"

namespace flowc {
namespace {

/// By `ResourceKind`.
constexpr std::string_view kind_words[] = {
    "none",       "queue",     "agent",         "prompt",        "flow",      "module",         "hours",
    "lambda",     "lex_alias", "view",          "phone_number",  "template",  "knowledge_base", "assistant",
    "data_table", "user",      "case_template", "task_template", "user_pool", "other",
};
static_assert(std::size(kind_words) == static_cast<std::size_t>(ResourceKind::other) + 1);

}  // namespace

std::string_view to_string(ResourceKind kind) { return kind_words[static_cast<std::size_t>(kind)]; }

std::optional<ResourceKind> resource_kind(std::string_view word) {
    const auto found = std::find(std::begin(kind_words), std::end(kind_words), word);
    if (found == std::end(kind_words) || found == std::begin(kind_words)) return std::nullopt;
    return static_cast<ResourceKind>(found - std::begin(kind_words));
}

}  // namespace flowc
