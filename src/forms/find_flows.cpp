#include "forms/find_flows.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include "diagnostics/suggest.hpp"
#include "fixes/json_edit.hpp"
#include "forms/inner_text.hpp"
#include "forms/read_contract.hpp"
#include "forms/read_flow_json.hpp"
#include "forms/search.hpp"
#include "forms/template_function.hpp"
#include "forms/text_of_object.hpp"
#include "syntax/text_rules.hpp"

namespace flowc {

namespace {

Span opening(Node node) { return {node.span().begin, node.span().begin + 1}; }

/// What a value of a template says: of `Fn::Join` the parts, with what it puts between them.
void add_value(InnerText& text, Node value) {
    if (const Node scalar = scalar_of(value)) return text.add(scalar);
    const auto function = template_function(value);
    if (!function || !is_join(*function)) return text.add_unknown(placeholder_name(value), value.span());
    const Node delimiter = *function->argument.items().begin();
    bool first = true;
    for (const Node part : parts_of_join(*function).items()) {
        if (!std::exchange(first, false)) add_value(text, delimiter);
        add_value(text, part);
    }
}

/// What is wrong with `Content` in which there is no flow, and what to do.
std::string_view lack(Node content) {
    const std::string_view text = content.text();
    constexpr std::string_view base64 = "is Base64, and the API takes the JSON itself; decode it";
    if (const auto function = template_function(content); function && function->name == "Base64") return base64;
    if (!content.is_scalar()) return "is no text; write the JSON of the flow as a text";
    if (content.kind() == NodeKind::null || text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return "is empty; write the JSON of the flow there, as a text";
    // `{"`, and `{` before a line end or a blank.
    if (text.starts_with("eyJ") || text.starts_with("ewo") || text.starts_with("ew0")) return base64;
    if (text.starts_with('"')) return "was made a JSON text twice; do that once";
    return "holds no flow; write the JSON of the flow there, as a text";
}

std::string as_placeholder(std::string_view name) { return "${" + std::string(name) + "}"; }

std::vector<std::string> references(const Surroundings& around) {
    std::vector<std::string> texts;
    for (const std::string_view text : {around.arn, around.id})
        if (!text.empty()) texts.emplace_back(text);
    return texts;
}

/// What the functions of a template make of a resource where it is named: `${Support.ContactFlowArn}`.
std::vector<std::string> references_in_file(const Surroundings& around) {
    std::vector<std::string> texts;
    if (around.resource.empty()) return texts;
    const std::string name(around.resource);
    if (around.kind.starts_with(terraform_resource)) {
        for (const std::string_view attribute : {"arn", "contact_flow_id", "contact_flow_module_id", "id"})
            texts.push_back(as_placeholder(std::string(around.kind) + "." + name + "." + std::string(attribute)));
        return texts;
    }
    texts.push_back(as_placeholder(name));
    for (const std::string_view attribute : {"ContactFlowArn", "ContactFlowModuleArn"})
        texts.push_back(as_placeholder(name + "." + std::string(attribute)));
    return texts;
}

class Finder {
  public:
    Finder(const Document& document, Sources& sources, Diagnostics& diagnostics)
        : document_(document), sources_(sources), diagnostics_(diagnostics) {}

    std::vector<FlowText> find() {
        const std::size_t before = diagnostics_.items().size();
        const std::vector<NodeId>& roots = document_.tree.roots();
        for (std::size_t i = 0; i < roots.size(); ++i) {
            const Node root = document_.tree.node(roots[i]);
            check_request(root);
            check_types(root);
            const bool is_searched = document_.found && i < document_.found->size();
            const FoundFlows found = is_searched ? (*document_.found)[i].in(document_.tree) : search(root);
            for (const FoundFlow& flow : found.flows) take(flow);
            name_again(found.renamed);
        }
        const bool names_flows = document_.form == Form::wrapper || document_.form == Form::template_;
        if (names_flows && texts_.empty() && diagnostics_.items().size() == before) tell_nothing();
        return std::move(texts_);
    }

  private:
    /// A body for the API's CreateContactFlow is known by keys that nothing else has.
    void check_request(Node body) {
        static constexpr std::array<std::string_view, 4> of_requests{"InstanceId", "ClientToken", "Status", "Tags"};
        const Node key = body.find_key("ContactFlowType");
        const bool is_request = std::any_of(of_requests.begin(), of_requests.end(),
                                            [&](std::string_view one) { return body.find_key(one); });
        if (!key || !body.find_key("Content") || body.find_key("Type") || !is_request) return;
        Diagnostic& finding =
            diagnostics_.report(rules::misnamed_flow_type, key.span(),
                                "a body for CreateContactFlow calls this `Type`; only wrappers know `ContactFlowType`");
        if (document_.json) finding.fixes.push_back({"write `Type`", true, {fixes::write_text(key, "Type")}});
    }

    /// Of two keys that say the flow's type one is read; which of them is meant nobody can tell.
    void check_types(Node body) {
        Node first;
        for (const auto [key, value] : body.entries()) {
            if (key.text() != "Type" && key.text() != "type" && key.text() != "ContactFlowType") continue;
            const auto type = flow_type_from_api(value.text());
            if (!type) continue;
            if (first && flow_type_from_api(first.text()) != type) {
                diagnostics_.report(rules::misnamed_flow_type, value.span(),
                                    "this type is " + quote(value.text()) + ", and another key says " +
                                        quote(first.text()) + "; leave one of the two keys out");
                return;
            }
            first = value;
        }
    }

    void tell_nothing() {
        diagnostics_
            .report(rules::unsupported_form, opening(document_.tree.node(document_.tree.roots().front())),
                    "the text of no flow stands in this file, so nothing of it is checked; a flow is the text behind "
                    "`Content`")
            .severity = Severity::note;
    }

    void take(const FoundFlow& found) {
        if (found.kind == FoundFlow::Kind::nothing) {
            diagnostics_.report(rules::unsupported_form, found.node.span(),
                                "`Content` " + std::string(lack(found.node)));
            return;
        }
        InnerText text(sources_, document_.file, document_.json);
        switch (found.kind) {
            case FoundFlow::Kind::text: text.add(found.node); break;
            case FoundFlow::Kind::joined: add_value(text, found.node); break;
            case FoundFlow::Kind::object:
                if (!take_object(found)) return;
                text.add_bytes(found.node.span());
                break;
            case FoundFlow::Kind::made_text: add_text_of(text, found.node, document_.json); break;
            case FoundFlow::Kind::encoded: text.add(found.node); break;
            case FoundFlow::Kind::nothing: return;
        }
        FileId file = std::move(text).finish();
        if (found.kind == FoundFlow::Kind::encoded) {
            const std::optional<FileId> object = encoded_object(file);
            if (!object) return tell_unread(found.node);
            file = *object;
        }
        const Surroundings& around = found.around;
        if (around.no_type && around.type == FlowType::unknown)
            diagnostics_.report(rules::unsupported_form, around.no_type.span(),
                                quote(around.no_type.text()) +
                                    " is no type of flow, and the API refuses it; did you mean `" +
                                    std::string(nearest_flow_type(around.no_type.text())) + "`?");
        const bool is_template = document_.is_template || around.is_template || found.kind == FoundFlow::Kind::joined ||
                                 found.kind == FoundFlow::Kind::made_text;
        const std::string_view name = around.name.empty() ? around.resource : around.name;
        texts_.push_back({file, std::string(name), around.type, is_template, references(around),
                          references_in_file(around),
                          around.type == FlowType::module ? read_contract(around.settings) : std::nullopt});
    }

    /// What stands in `${jsonencode(…)}`, where it is JSON; Terraform's own notation is not read.
    std::optional<FileId> encoded_object(FileId expression) {
        const SourceFile& file = sources_.file(expression);
        const std::size_t begin = file.text().find('{', terraform_encoding.size());
        const std::size_t end = file.text().rfind(')');
        if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return std::nullopt;
        InnerText text(sources_, expression, true);
        text.add_bytes(
            {file.base() + static_cast<std::uint32_t>(begin), file.base() + static_cast<std::uint32_t>(end)});
        const FileId object = std::move(text).finish();
        FileId read = object;
        Diagnostics unsaid;
        if (read_flow_json(read, sources_, true, unsaid).roots().empty()) return std::nullopt;
        return object;
    }

    void tell_unread(Node expression) {
        diagnostics_
            .report(rules::unsupported_form, expression.span(),
                    "this flow is an expression in Terraform's own notation, and is not checked; write it as JSON in a "
                    "file that `templatefile` fills in")
            .severity = Severity::note;
    }

    /// A `Fn::Sub` may have a name of its own for a flow of the template: `${Next}`.
    void name_again(const std::vector<Entry>& renamed) {
        if (renamed.empty()) return;
        std::unordered_map<std::string, FlowText*> known;
        for (FlowText& flow : texts_)
            for (const std::string& reference : flow.references_in_file) known.emplace(reference, &flow);
        for (const auto [name, value] : renamed) {
            const auto flow = known.find(as_placeholder(placeholder_name(value)));
            if (flow != known.end()) flow->second->references_in_file.push_back(as_placeholder(name.text()));
        }
    }

    /// Whether a flow that is not written as text can be checked.
    bool take_object(const FoundFlow& found) {
        if (!document_.json) {
            diagnostics_.report(
                rules::unsupported_form, opening(found.node),
                "this flow is written in YAML, and the API takes it as JSON text; write the JSON behind "
                "`Content: |`");
            return false;
        }
        if (found.is_content) {
            diagnostics_.report(rules::unsupported_form, opening(found.node),
                                "the flow is an object here, and the API takes it as text; write its JSON as a string");
        }
        return true;
    }

    const Document& document_;
    Sources& sources_;
    Diagnostics& diagnostics_;
    std::vector<FlowText> texts_;
};

}  // namespace

std::string refusal(Form form) {
    switch (form) {
        case Form::content:
            return "this is a flow written in YAML, and the API takes JSON; write it as JSON, or in the flow language "
                   "as a `*.flow.yaml`";
        case Form::legacy_export:
            return "this is the old console export (`modules`), which the API refuses; import it in the console once "
                   "and export it again, then check that";
        case Form::states:
            return "this is a list of `States`, a form that the API does not take; write it as a `*.flow.yaml` or as a "
                   "Flow-language document";
        default: return "this is no flow: a Flow-language document has `Version`, `StartAction` and `Actions`";
    }
}

std::vector<FlowText> find_flows(const Document& document, Sources& sources, Diagnostics& diagnostics) {
    if (document.tree.roots().empty()) return {};
    const Node root = document.tree.node(document.tree.roots().front());
    switch (document.form) {
        case Form::content:
            if (document.json) return {{document.file, {}, FlowType::unknown, document.is_template, {}, {}, {}}};
            [[fallthrough]];
        case Form::legacy_export:
        case Form::states:
            diagnostics.report(rules::unsupported_form, opening(root), refusal(document.form));
            return {};
        default: return Finder(document, sources, diagnostics).find();
    }
}

}  // namespace flowc
