#include "flowdsl/lowering/parameters.hpp"

#include <utility>

#include "diagnostics/credentials.hpp"
#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/action_draft.hpp"
#include "flowdsl/lowering/flow_lowering.hpp"
#include "flowdsl/words/literal_name.hpp"
#include "flowdsl/words/nulls.hpp"
#include "flowdsl/words/reference.hpp"
#include "flowdsl/words/scalar.hpp"
#include "ir/arn.hpp"
#include "ir/placeholder.hpp"
#include "ir/reference.hpp"

namespace flowc::dsl {

namespace {

NodeKind data_kind(Node node, const ParameterInfo* info) {
    if (node.style() != Style::plain || (info && info->json_type == JsonType::string)) return NodeKind::string;
    const std::string_view text = node.text();
    if (text == "true" || text == "false") return NodeKind::boolean;
    if (is_null(node) || text.empty()) return NodeKind::null;
    return is_json_number(text) ? NodeKind::number : NodeKind::string;
}

/// Whether JSON data names a resource here, by its name or as `{arn: …}`. A reference and a number to
/// dial stand for themselves.
bool names_resource(const ParameterInfo* info, Node node) {
    if (!info || info->resource == ResourceKind::none) return false;
    if (node.is_mapping())
        return info->kind != ParameterKind::object && info->kind != ParameterKind::map && node.find("arn");
    const std::string_view word = node.text();
    if (!node.is_scalar() || word.empty() || word.starts_with('$') || has_reference(word)) return false;
    return info->kind != ParameterKind::phone_number || !word.starts_with('+');
}

}  // namespace

void Parameters::Place::go_to(std::string_view path) {
    while (!path.empty()) {
        const std::size_t dot = path.find('.');
        const std::string_view name = path.substr(0, dot);
        path = dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1);
        const ParameterInfo* next = find_parameter(below, name);
        if (!next && row) next = row->item;
        row = next;
        if (!row) below = {};
        else if (row->kind == ParameterKind::list && row->item && name != "[]") below = row->item->properties;
        else below = row->properties;
    }
}

Parameters::Parameters(FlowLowering& flow, ActionDraft& draft, Span span)
    : flow_(flow), draft_(draft), kind_(NodeKind::mapping) {
    node_ = flow.builder().begin(NodeKind::mapping, span);
    draft.parameters = node_;
    if (draft.type != ActionType::unknown) place_.below = flowc::info(draft.type).parameters;
}

Parameters::Parameters(Parameters& parent, std::string_view name, NodeKind kind, Span span)
    : flow_(parent.flow_), draft_(parent.draft_), kind_(kind), place_(parent.place_) {
    parent.key(name, span);
    if (parent.kind_ == NodeKind::mapping) place_.go_to(name);
    node_ = flow_.builder().begin(kind, span);
}

Parameters::~Parameters() { flow_.builder().end(node_, flow_.tree()[node_].span.end); }

Parameters Parameters::object(std::string_view name, Span span) { return {*this, name, NodeKind::mapping, span}; }
Parameters Parameters::list(std::string_view name, Span span) { return {*this, name, NodeKind::sequence, span}; }

void Parameters::key(std::string_view name, Span span) {
    if (!key_span_.empty()) span = std::exchange(key_span_, {});
    if (kind_ == NodeKind::mapping)
        flow_.builder().scalar(NodeKind::string, flow_.keep(name), span, Style::double_quoted);
}

const ParameterInfo* Parameters::info(std::string_view name) const {
    Place place = place_;
    if (kind_ == NodeKind::mapping) place.go_to(name);
    const ParameterInfo* const row = place.row;
    return row && kind_ == NodeKind::sequence && row->kind == ParameterKind::list ? row->item : row;
}

void Parameters::literal(std::string_view name, std::string_view value, Span span) {
    key(name, span);
    flow_.builder().scalar(NodeKind::string, flow_.keep(value), span, Style::double_quoted);
}

void Parameters::number(std::string_view name, long value, Span span) {
    const ParameterInfo* row = info(name);
    key(name, span);
    const bool bare = row && row->json_type == JsonType::number;
    flow_.builder().scalar(bare ? NodeKind::number : NodeKind::string, flow_.keep(std::to_string(value)), span,
                           bare ? Style::plain : Style::double_quoted);
}

void Parameters::boolean(std::string_view name, bool value, Span span) {
    const ParameterInfo* row = info(name);
    key(name, span);
    if (row && row->json_type == JsonType::boolean) {
        flow_.builder().scalar(NodeKind::boolean, value ? "true" : "false", span);
        return;
    }
    std::string_view word = value ? "True" : "False";
    if (row && row->words.size() == 2) word = row->words[value ? 0 : 1];
    flow_.builder().scalar(NodeKind::string, word, span, Style::double_quoted);
}

void Parameters::json(std::string_view name, NodeKind kind, std::string_view value, Span span) {
    key(name, span);
    flow_.builder().scalar(kind, flow_.keep(value), span);
}

void Parameters::text(std::string_view name, std::string_view words, Span span) {
    key(name, span);
    words = flow_.keep(words);
    const NodeId node = flow_.builder().scalar(NodeKind::string, words, span, Style::double_quoted);
    if (has_reference(words))
        flow_.use_text(node, draft_, parse_template(words, span, flow_.sources(), flow_.diagnostics()), span);
}

bool Parameters::reference(std::string_view name, Node reference) {
    key(name, reference.span());
    std::string_view word = reference.text();
    const NodeId node =
        flow_.builder().scalar(NodeKind::string, flow_.keep(word), reference.span(), Style::double_quoted);
    if (word.starts_with("$")) return true;
    if (word.starts_with('{') && word.ends_with('}')) word = word.substr(1, word.size() - 2);
    if (!is_plain_name(word)) {
        const std::string_view doubled = name_in_double_braces(reference.text());
        flow_.diagnostics().report(
            rules::bad_value, reference.span(),
            doubled.empty() ? "a reference is wanted here, such as `channel`, `Category` or `$.Attributes.Category`"
                            : "a reference has no braces here; write " + quote(doubled));
        return false;
    }
    flow_.use_text(node, draft_, {{true, word, 0}}, reference.span());
    return true;
}

void Parameters::name(std::string_view name, ResourceKind kind, Node resource) {
    key(name, resource.span());
    if (const Node arn = resource.find("arn")) {
        const ParameterInfo* row = info(name);
        const bool is_arn =
            arn.text().starts_with("arn:") || arn.text().starts_with('$') || has_placeholder(arn.text());
        // What is no ARN where one is wanted, or one of another kind, is refused as that.
        const bool is_of_other_kind = row && row->resource != ResourceKind::none && arn.text().starts_with("arn:") &&
                                      !has_placeholder(arn.text()) && !may_name(arn.text(), row->resource);
        const bool is_refused =
            arn.text().empty() || is_of_other_kind || (!is_arn && row && row->kind == ParameterKind::arn);
        const bool is_reference =
            arn.text().starts_with('{') && arn.text().ends_with('}') && !arn.text().starts_with("{{");
        if (is_reference)
            flow_.diagnostics().report(rules::bad_value, arn.span(),
                                       "an ARN is written as it stands, and nothing is filled in here; write a "
                                       "reference without `arn`, as `\"{Queue}\"`");
        else if (!is_refused)
            flow_.diagnostics().report(rules::literal_arn, arn.span(),
                                       "a literal ARN ties the flow to one instance; give the resource a name and put "
                                       "the ARN into the environment file");
        flow_.builder().scalar(NodeKind::string, flow_.keep(arn.text()), arn.span(), Style::double_quoted);
        return;
    }
    const std::string_view word = resource.text();
    const NodeId node =
        flow_.builder().scalar(NodeKind::string, flow_.keep(word), resource.span(), Style::double_quoted);
    if (!resource.is_scalar() || word.empty()) {
        flow_.diagnostics().report(
            rules::bad_value, resource.span(),
            "the name of a resource is wanted here; or a reference such as `\"{Queue}\"`, or `{arn: …}`");
    } else if (is_path(word)) {
        return;
    } else if (word.starts_with("arn:")) {
        flow_.diagnostics().report(
            rules::bad_value, resource.span(),
            "an ARN stands where a name is wanted; put it into the environment file under a name, or write `{arn: …}`");
    } else if (const std::string_view doubled = name_in_double_braces(word); !doubled.empty()) {
        flow_.diagnostics().report(rules::bad_value, resource.span(),
                                   quote(word) + " is neither a name nor a reference; write `\"{" +
                                       std::string{doubled} + "}\"` for what the value names");
    } else if (word.starts_with('{') && word.ends_with('}') && word.size() > 2 &&
               word.find_first_of("{}", 1) == word.size() - 1) {
        flow_.use_text(node, draft_, {{true, word.substr(1, word.size() - 2), 0}}, resource.span());
    } else if (has_reference(word) || references_in(word) != References::none) {
        flow_.diagnostics().report(rules::bad_value, resource.span(),
                                   "a resource is one name or one reference, such as `\"{Queue}\"`, and " +
                                       quote(word) +
                                       " is neither; `set` the whole name as an attribute and write that");
    } else {
        flow_.use_name(node, draft_, kind, word, resource.span());
        const ParameterInfo* row = info(name);
        if (row && row->kind == ParameterKind::phone_number && flow_.tree().node(node).text().starts_with("arn:"))
            refuse_arn_of_number(resource);
    }
}

void Parameters::refuse_arn_of_number(Node name) {
    flow_.diagnostics().report(rules::bad_value, name.span(),
                               "the number itself is wanted here, and the environment has an ARN for " +
                                   quote(name.text()) + "; write the number, such as " + quote(example_phone_number) +
                                   ", or a name that stands for one under `number:`");
}

void Parameters::message(const Message& message) {
    switch (message.kind) {
        case Message::Kind::none: return;
        case Message::Kind::text: return text("Text", message.text, message.span);
        case Message::Kind::ssml: return text("SSML", message.text, message.span);
        case Message::Kind::prompt: return name("PromptId", ResourceKind::prompt, message.prompt);
        case Message::Kind::s3: {
            Parameters media = object("Media", message.span);
            media.text("Uri", message.text, message.span);
            media.literal("SourceType", "S3", message.span);
            media.literal("MediaType", "Audio", message.span);
            return;
        }
    }
}

void Parameters::data(std::string_view name, Node node) {
    const ParameterInfo* row = info(name);
    if (names_resource(row, node)) {
        this->name(name, row->resource, node);
    } else if (node.is_mapping()) {
        Parameters nested = object(name, node.span());
        for (const auto [entry_key, value] : node.entries()) {
            refuse_reference(entry_key, flow_.diagnostics());
            nested.entry(entry_key, value);
        }
    } else if (node.is_sequence()) {
        Parameters nested = list(name, node.span());
        for (const Node item : node.items()) nested.data({}, item);
    } else if (const NodeKind scalar = data_kind(node, row); scalar == NodeKind::string) {
        text(name, node.text(), node.span());
    } else {
        key(name, node.span());
        flow_.builder().scalar(scalar, scalar == NodeKind::null ? "null" : flow_.keep(node.text()), node.span());
    }
}

void Parameters::entry(Node name, Node value) {
    key_span_ = name.span();
    data(name.text(), value);
}

}  // namespace flowc::dsl
