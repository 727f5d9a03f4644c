#include "forms/outer_edit.hpp"

#include <algorithm>
#include <string>

#include "fixes/json_edit.hpp"
#include "ir/placeholder.hpp"

namespace flowc {

namespace {

std::size_t blanks_at(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(' ', at), text.size()) - at;
}

std::size_t line_start(std::string_view text, std::size_t at) {
    while (at > 0 && text[at - 1] != '\n' && text[at - 1] != '\r') --at;
    return at;
}

/// How the lines of a block around a place end and begin.
std::string line_break(std::string_view inside, std::size_t inner, std::string_view around, std::size_t outer) {
    const std::size_t written = blanks_at(around, line_start(around, outer));
    const std::size_t meant = blanks_at(inside, line_start(inside, inner));
    const std::size_t end = std::min(around.find_first_of("\r\n", outer), around.size());
    const std::string line_end = around.substr(end, 2) == "\r\n" ? "\r\n" : "\n";
    return line_end + std::string(written > meant ? written - meant : 0, ' ');
}

std::string with_each(std::string_view text, char sign, std::string_view instead) {
    std::string out;
    for (const char c : text) {
        if (c == sign) out += instead;
        else out += c;
    }
    return out;
}

/// One layer further out.
Edit outer_edit(const Edit& edit, const SourceFile& file, const Sources& sources) {
    const Span span = file.outside(edit.span);
    const std::string quoted = fixes::json_string(edit.text);
    switch (file.wrapping()) {
        case Wrapping::json_string:
        case Wrapping::yaml_double_quoted: return {span, quoted.substr(1, quoted.size() - 2)};
        case Wrapping::yaml_single_quoted: return {span, with_each(edit.text, '\'', "''")};
        case Wrapping::yaml_block: {
            const SourceFile& around = sources.file_of(span);
            return {span, with_each(edit.text, '\n',
                                    line_break(file.text(), edit.span.begin - file.base(), around.text(),
                                               span.begin - around.base()))};
        }
        case Wrapping::yaml_plain:
        case Wrapping::verbatim: break;
    }
    return {span, edit.text};
}

}  // namespace

std::optional<Edit> outermost_edit(Edit edit, const Sources& sources) {
    if (has_placeholder(sources.slice(edit.span)) || has_placeholder(edit.text)) return std::nullopt;
    for (const SourceFile* file = &sources.file_of(edit.span); file->is_inside(); file = &sources.file_of(edit.span))
        edit = outer_edit(edit, *file, sources);
    return edit;
}

}  // namespace flowc
