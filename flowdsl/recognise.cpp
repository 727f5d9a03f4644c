#include "ir/recognise.hpp"

#include "flowc/compile.hpp"
#include "flowdsl/form.hpp"
#include "syntax/read.hpp"

namespace flowc {

namespace dsl {

bool named_as_dsl(std::string_view name) { return name.ends_with(".flow.yaml") || name.ends_with(".flow.yml"); }

bool looks_like_json(std::string_view name, std::string_view text) {
    if (named_as_dsl(name) || name.ends_with(".yaml") || name.ends_with(".yml")) return false;
    if (name.ends_with(".json")) return true;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

Form form_of_yaml(const SyntaxTree& tree) {
    for (const NodeId id : tree.roots()) {
        const Node root = tree.node(id);
        if (!root.is_mapping()) continue;
        // An environment file has `flow` too, as a map of names.
        const auto names = [&](std::string_view key) { return root.find(key).is_scalar(); };
        if (names("flow") || names("module") || names("define") || root.find("defaults")) return Form::dsl;
        if (const Form form = recognise_json(root); form != Form::other) return form;
    }
    return Form::other;
}

Form form_of_broken_json(std::string_view text) {
    const auto has = [&](std::string_view word) { return text.find(word) != std::string_view::npos; };
    if (has("\"Actions\"") && (has("\"StartAction\"") || has("\"2019-10-30\""))) return Form::content;
    if (has("\"modules\"") && has("\"start\"")) return Form::legacy_export;
    if (has("\"ContactFlowType\"") && has("\"Content\"")) return Form::wrapper;
    return Form::other;
}

std::string unsupported(Form form) {
    switch (form) {
        case Form::wrapper:
            return "this is a flow as text inside a wrapper (`Content`), a form this edition of flowc does not check; save the text of `Content` as a file of its own and check that";
        case Form::legacy_export:
            return "this is the old console export (`modules`), which the API refuses; import it in the console once and export it again, then check that";
        case Form::states:
            return "this is a list of `States`, a form that the API does not take; write it as a `*.flow.yaml` or as a Flow-language document";
        case Form::template_:
            return "this is a CloudFormation template, a form this edition of flowc does not check; save the flow's content as a file of its own and check that";
        default: return "this is no flow: a Flow-language document has `Version`, `StartAction` and `Actions`";
    }
}

}  // namespace dsl

std::string_view to_string(Form form) {
    switch (form) {
        case Form::dsl: return "a flow in the flow language";
        case Form::content: return "a Flow-language document";
        case Form::wrapper: return "a flow inside a wrapper";
        case Form::legacy_export: return "an old console export";
        case Form::states: return "a list of States";
        case Form::template_: return "a CloudFormation template";
        case Form::other: break;
    }
    return "no flow";
}

namespace {

/// Broken before its first key could be read: a line that begins like a flow is one.
bool begins_like_dsl(std::string_view text) {
    const auto has_line = [&](std::string_view key) {
        return text.starts_with(key) || text.find('\n' + std::string{key}) != std::string_view::npos;
    };
    return has_line("start:") && (has_line("flow:") || has_line("module:") || has_line("defaults:"));
}

Form form_of(const Document& document, std::string_view name, std::string_view text) {
    if (dsl::named_as_dsl(name)) return Form::dsl;
    const SyntaxTree& tree = document.tree;
    if (document.json)
        return tree.roots().empty() ? dsl::form_of_broken_json(text) : recognise_json(tree.node(tree.roots().front()));
    const Form form = dsl::form_of_yaml(tree);
    if (form != Form::other || !document.diagnostics.has_errors()) return form;
    return begins_like_dsl(text) ? Form::dsl : Form::other;
}

}  // namespace

Document read(const Input& input, Sources& sources) {
    Document document;
    document.file = sources.add(input.name, input.text);
    const SourceFile& file = sources.file(document.file);
    document.json = dsl::looks_like_json(input.name, input.text);
    document.tree = document.json ? read_json(file, document.diagnostics) : read_yaml(file, document.diagnostics);
    document.form = form_of(document, file.name(), file.text());
    return document;
}

}  // namespace flowc
