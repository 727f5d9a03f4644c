#include "flowdsl/read_flow_head.hpp"

#include <map>

#include "diagnostics/suggest.hpp"
#include "flowdsl/compile_time_values.hpp"
#include "flowdsl/head_values.hpp"
#include "flowdsl/read_binding.hpp"
#include "flowdsl/read_contract.hpp"
#include "flowdsl/reference.hpp"
#include "flowdsl/rules.hpp"

namespace flowc::dsl {

namespace {

// In the order in which they run.
constexpr std::string_view head_steps[] = {"logging", "voice", "language", "record", "hooks"};
constexpr std::string_view flow_keys[] = {"flow",     "module",  "description", "type",    "inputs",   "accepts",
                                          "produces", "results", "on_error",    "logging", "voice",    "language",
                                          "record",   "hooks",   "vars",        "words",   "start",    "blocks"};

void read_kind(FlowHead& head, Diagnostics& diagnostics) {
    const Node document = head.document;
    head.is_module = static_cast<bool>(document.find("module"));
    if (head.is_module && document.find("flow"))
        diagnostics.report(rules::conflicting_options, document.find_key("flow").span(),
                           "a document is a flow or a module, not both; remove one of the two names");
    if (head.is_module) head.type = FlowType::module;
    const Node type = document.find("type");
    if (!type) return;
    if (head.is_module)
        diagnostics.report(rules::conflicting_options, document.find_key("type").span(),
                           "a module's type is module; remove `type`");
    else if (const auto known = read_flow_type(type, diagnostics)) head.type = *known;
}

void read_name(FlowHead& head, DocumentKeys& keys) {
    Diagnostics& diagnostics = keys.diagnostics();
    const std::string_view key = head.is_module ? "module" : "flow";
    const Node name = head.document.find(key);
    head.name = name.text();
    head.name_span = name.span();
    if (!name.is_scalar() || name.text().empty())
        diagnostics.report(rules::bad_value, name.span().empty() ? head.document.find_key(key).span() : name.span(),
                           "the flow has no name; write `flow: Main line`");
    const Node description = head.document.find("description");
    head.description = description.text();
    if (description && !description.is_scalar())
        diagnostics.report(rules::bad_value, description.span(), "`description` takes a text");
    keys.is_empty(head.document.find_key("description"), description);
}

void read_input(FlowHead& head, Node input, std::map<std::string_view, Span>& known, Diagnostics& diagnostics) {
    const std::string_view text = input.text();
    const auto other = known.find(text);
    const bool external = text.starts_with("external.");
    if (!input.is_scalar() || text.empty() || (external && text.size() == 9))
        diagnostics.report(
            rules::bad_value, input.span(),
            "an input is the name of an attribute, or `external.field` for what an earlier flow's Lambda left");
    else if (external && head.is_module)
        diagnostics.report(rules::bad_value, input.span(),
                           "a module does not see what the caller's Lambda has answered; name the value in `accepts:`, and "
                           "let the caller hand it over");
    else if (!external && text.find_first_of("$.") != std::string_view::npos)
        diagnostics.report(rules::bad_value, input.span(),
                           "an attribute's name holds neither `$` nor `.`, and " + quote(text) +
                               " does; write its bare name, or `external.field` for a Lambda's answer");
    else if (other != known.end())
        diagnostics.report(rules::duplicate_name, input.span(), quote(text) + " stands here twice; remove one")
            .labels.push_back({other->second, "the first one"});
    else {
        known.emplace(text, input.span());
        head.inputs.push_back(input);
    }
    if (find_system_word(text))
        diagnostics.report(rules::system_word, input.span(),
                           "`" + std::string{text} + "` is a system word: `{" + std::string{text} +
                               "}` never reads this attribute; read it as `{attributes." + std::string{text} +
                               "}` or name it otherwise");
}

void read_inputs(FlowHead& head, DocumentKeys& keys) {
    const Node inputs = head.document.find("inputs");
    if (keys.is_empty(head.document.find_key("inputs"), inputs)) return;
    if (inputs && !inputs.is_sequence())
        keys.diagnostics().report(rules::bad_value, inputs.span(),
                                  "`inputs` takes a list of attribute names, such as `[Category]`");
    std::map<std::string_view, Span> known;
    for (const Node input : inputs.items()) read_input(head, input, known, keys.diagnostics());
}

/// The environment's binding, else that of the defaults; what is wrong with it was reported there.
Binding binding_of(const FlowHead& head, const Defaults& defaults, const CompileOptions& options) {
    if (options.environment && options.environment->binding) return *options.environment->binding;
    Diagnostics unsaid;
    if (const Node bind = head.document.find("bind") ? Node{} : defaults.of(head.document, head.type, "bind").value)
        if (auto binding = read_binding(bind, unsaid)) return *binding;
    return {};
}

void read_steps(FlowHead& head, const DocumentKeys& keys, Diagnostics& diagnostics) {
    head.start_key = head.document.find_key("start").span();
    head.start = head.document.find("start");
    if (head.start.size() > 0 && !head.start.is_sequence())
        diagnostics.report(rules::bad_value, head.start.span(), "`start` is a list of steps; begin each with `- `");
    else if (!head.start.is_sequence() && !keys.was_meant("start"))
        diagnostics.report(rules::missing_option,
                           !head.start                 ? head.name_span
                           : head.start.span().empty() ? head.start_key
                                                       : head.start.span(),
                           "a flow needs `start:`, a list of steps; the shortest is `start: [hangup]`");
    head.blocks = head.document.find("blocks");
    check_blocks(head.blocks, diagnostics);
}

void read_interface(FlowHead& head, DocumentKeys& keys) {
    read_name(head, keys);
    read_inputs(head, keys);
    head.contract = read_contract(head.document, head.is_module, keys);
}

}  // namespace

FlowHead read_flow_head(SyntaxTree& tree, Node document, Defaults& defaults, CompileTimeValues& values,
                        Diagnostics& diagnostics) {
    DocumentKeys keys{diagnostics};
    keys.check(document, flow_keys, "a flow");
    FlowHead head;
    head.document = document;
    // Which defaults hold depends on the type, so its values are the flow's own, or those that hold for any type.
    if (const Node type = document.find("type"))
        values.fill(tree, type.id(), document.find("vars") ? document.find("vars") : defaults.latest_vars(), diagnostics);
    read_kind(head, diagnostics);
    const auto entry = [&](std::string_view key) { return defaults.of(document, head.type, key); };
    const auto check_once = [&](std::string_view key, void (*check)(Entry, DocumentKeys&)) {
        defaults.check_once(entry(key), [&] { return check(entry(key), keys), true; });
    };
    check_once("vars", check_vars);
    head.vars = entry("vars").value;
    values.fill(tree, document.id(), head.vars, diagnostics);
    read_interface(head, keys);
    for (const std::string_view key : head_steps)
        if (const Entry step = entry(key); step.value && !keys.is_empty(step.key, step.value))
            head.steps.push_back({step.key, step.value});
    head.on_error = entry("on_error").value;
    check_once("on_error", check_on_error);
    head.words.node = entry("words").value;
    head.words.faulty = !defaults.check_once(entry("words"), [&] { return check_words(entry("words"), keys); });
    head.language = entry("language").value.text();
    head.binding = binding_of(head, defaults, values.options());
    read_steps(head, keys, diagnostics);
    return head;
}

FlowHead read_flow_interface(Node document, Diagnostics& diagnostics) {
    DocumentKeys keys{diagnostics};
    FlowHead head;
    head.document = document;
    read_kind(head, diagnostics);
    read_interface(head, keys);
    return head;
}

}  // namespace flowc::dsl
