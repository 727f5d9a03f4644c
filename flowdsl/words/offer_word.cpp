#include "flowdsl/words/offer_word.hpp"

#include <algorithm>
#include <string>

#include "source/ascii.hpp"

namespace flowc::dsl {

namespace {

/// Whether a text is the same as a plain scalar of YAML, wherever it stands.
bool is_plain_word(std::string_view text) {
    const auto is_letter = [](char c) { return is_name_character(c) || c == ' '; };
    return !text.empty() && text.front() != ' ' && text.front() != '-' && text.back() != ' ' &&
           std::all_of(text.begin(), text.end(), is_letter);
}

}  // namespace

void offer_word(Diagnostic& finding, Node written, std::string_view meant) {
    if (!is_plain_word(meant) || written.style() != Style::plain) return;
    finding.fixes.push_back({"write `" + std::string(meant) + "`", false, {{written.span(), std::string(meant)}}});
}

void keep_fixes_of(const SourceFile& file, Diagnostics& diagnostics) {
    const auto is_elsewhere = [&](const Edit& edit) {
        return edit.span.begin < file.base() || edit.span.end > file.whole().end ||
               file.slice(edit.span).find("${") != std::string_view::npos;
    };
    for (Diagnostic& finding : diagnostics.items())
        finding.fixes.erase(std::remove_if(finding.fixes.begin(), finding.fixes.end(),
                                           [&](const Fix& fix) {
                                               return std::any_of(fix.edits.begin(), fix.edits.end(), is_elsewhere);
                                           }),
                            finding.fixes.end());
}

}  // namespace flowc::dsl
