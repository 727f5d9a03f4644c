#include "lint/passes.hpp"

#include "rules/value.hpp"

namespace flowc::lint {

bool passes(std::string_view text, std::string_view operator_, std::string_view operand) {
    if (operator_ == "Equals") return text == operand;
    if (operator_ == "TextStartsWith") return text.starts_with(operand);
    if (operator_ == "TextEndsWith") return text.ends_with(operand);
    if (operator_ == "TextContains") return text.find(operand) != std::string_view::npos;
    const auto value = rules::number(text);
    const auto limit = rules::number(operand);
    if (!value || !limit) return false;
    if (operator_ == "NumberGreaterThan") return *value > *limit;
    if (operator_ == "NumberGreaterOrEqualTo") return *value >= *limit;
    if (operator_ == "NumberLessThan") return *value < *limit;
    return operator_ == "NumberLessOrEqualTo" && *value <= *limit;
}

bool is_known_test(std::string_view operator_) {
    for (const std::string_view known :
         {"Equals", "TextStartsWith", "TextEndsWith", "TextContains", "NumberGreaterThan", "NumberGreaterOrEqualTo",
          "NumberLessThan", "NumberLessOrEqualTo"})
        if (operator_ == known) return true;
    return false;
}

}  // namespace flowc::lint
