#pragma once

#include <span>
#include <string_view>

namespace flowc::cli {

/// A file of docs/rules/, as it was when the program was built.
struct RulePage {
    std::string_view rule;
    std::string_view markdown;
};

/// All of them, sorted; in a source that is made of the folder.
std::span<const RulePage> rule_pages();

/// Null for a rule that has none.
const RulePage* find_rule_page(std::string_view rule);

}  // namespace flowc::cli
