#pragma once

#include <string_view>

namespace flowc::dsl {

/// A test that a case can be, by the words that begin it.
struct CaseTest {
    std::string_view words;  ///< `starts with `, with the blank behind them
    std::string_view op;     ///< the service's operator
    bool number;             ///< compares with a number
};

inline constexpr CaseTest case_tests[] = {
    {"under ", "NumberLessThan", true},
    {"over ", "NumberGreaterThan", true},
    {"at least ", "NumberGreaterOrEqualTo", true},
    {"at most ", "NumberLessOrEqualTo", true},
    {"starts with ", "TextStartsWith", false},
    {"ends with ", "TextEndsWith", false},
    {"contains ", "TextContains", false},
    {"is ", "Equals", false},
};

/// A decimal number, or what stands for one when the flow runs.
bool is_case_number(std::string_view text);

}  // namespace flowc::dsl
