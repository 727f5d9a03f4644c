#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace flowc::json {

/// Why a string or number is not JSON, and which of its bytes show it. `what` is empty where nothing is wrong.
struct ValueFault {
    std::string what;
    std::size_t begin = 0;
    std::size_t end = 0;

    explicit operator bool() const { return !what.empty(); }
};

/// Whether `text` is a number exactly as the grammar of JSON has it.
bool is_number(std::string_view text);
/// What is wrong with a number that `is_number` refuses.
ValueFault number_fault(std::string_view text);

/// What the letter behind a backslash stands for; 0 where it stands for nothing, or is the `u` of a number.
constexpr char simple_escape(char letter) {
    switch (letter) {
        case '"': return '"';
        case '\\': return '\\';
        case '/': return '/';
        case 'b': return '\b';
        case 'f': return '\f';
        case 'n': return '\n';
        case 'r': return '\r';
        case 't': return '\t';
        default: return 0;
    }
}

/// Appends what one escape of a string stands for, `inside[at]` being its backslash, and moves `at` behind it.
ValueFault decode_escape(std::string_view inside, std::size_t& at, std::string& out);

/// Appends the text that a string's inside, the bytes between its quotes, stands for. Nothing of `out`
/// may be used after a fault.
ValueFault decode(std::string_view inside, std::string& out);

}  // namespace flowc::json
