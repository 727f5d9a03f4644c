#include "syntax/any_yaml.hpp"
#include "syntax/comments.hpp"
#include "syntax/common_yaml.hpp"
#include "syntax/duplicate_keys.hpp"
#include "syntax/plain_text.hpp"
#include "syntax/read.hpp"
#include "syntax/text_rules.hpp"

namespace flowc {

namespace {

/// Whether a comment speaks to flowc: `# flowc: …`.
bool is_directive(std::string_view comment) {
    comment.remove_prefix(1);
    while (!comment.empty() && (comment.front() == ' ' || comment.front() == '\t')) comment.remove_prefix(1);
    constexpr std::string_view name = "flowc:";
    return comment.substr(0, name.size()) == name;
}

}  // namespace

SyntaxTree read_yaml(const SourceFile& file, Diagnostics& diagnostics) {
    if (!is_plain_text(file, max_yaml_bytes, rules::yaml_syntax, diagnostics)) return {};
    std::string_view text = file.text();
    std::uint32_t offset = file.base();
    if (text.substr(0, byte_order_mark.size()) == byte_order_mark) {
        text.remove_prefix(byte_order_mark.size());
        offset += static_cast<std::uint32_t>(byte_order_mark.size());
    }
    SyntaxTree tree;
    if (!read_common_yaml(text, offset, tree)) {
        tree = {};
        read_any_yaml(text, offset, tree, diagnostics);
    }
    if (text.find("flowc:") != std::string_view::npos) {
        SyntaxBuilder build(tree);
        for (const Comment& comment : find_comments(file, tree)) {
            if (is_directive(file.slice(comment.span))) build.directive(comment.span);
        }
    }
    report_duplicate_keys(tree, diagnostics);
    return tree;
}

}  // namespace flowc
