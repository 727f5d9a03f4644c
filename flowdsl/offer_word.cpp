#include "flowdsl/offer_word.hpp"

#include <algorithm>
#include <string>

namespace flowc::dsl {

namespace {

/// Whether a text is the same as a plain scalar of YAML, wherever it stands.
bool is_plain_word(std::string_view text) {
    const auto is_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
               c == ' ';
    };
    return !text.empty() && text.front() != ' ' && text.front() != '-' && text.back() != ' ' &&
           std::all_of(text.begin(), text.end(), is_letter);
}

}  // namespace

void offer_word(Diagnostic& finding, Node written, std::string_view meant) {
    if (!is_plain_word(meant) || written.style() != Style::plain) return;
    finding.fixes.push_back({"write `" + std::string(meant) + "`", false, {{written.span(), std::string(meant)}}});
}

}  // namespace flowc::dsl
