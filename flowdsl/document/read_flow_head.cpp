#include "flowdsl/document/read_flow_head.hpp"

#include <map>

#include "diagnostics/suggest.hpp"
#include "flowdsl/document/compile_time_values.hpp"
#include "flowdsl/document/head_values.hpp"
#include "flowdsl/document/read_contract.hpp"
#include "flowdsl/project/read_binding.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/words/literal_name.hpp"
#include "flowdsl/words/reference.hpp"
#include "source/utf8.hpp"

namespace flowc::dsl {

namespace {

// In the order in which they run.
constexpr HeadKey head_steps[] = {"logging", "voice", "language", "record", "hooks"};

/// `type_is_known`: no value is missing in its word.
void read_kind(FlowHead& head, const HeadEntries& document, bool type_is_known, Diagnostics& diagnostics) {
    head.is_module = static_cast<bool>(document["module"].key);
    if (head.is_module && document["flow"].key)
        diagnostics.report(rules::conflicting_options, document["flow"].key.span(),
                           "a document is a flow or a module, not both; remove one of the two names");
    if (head.is_module) head.type = FlowType::module;
    const auto& [key, type] = document["type"];
    if (!type) return;
    if (head.is_module)
        diagnostics.report(rules::conflicting_options, key.span(), "a module's type is module; remove `type`");
    else if (type_is_known)
        if (const auto known = read_flow_type(type, diagnostics)) head.type = *known;
}

/// The lengths of AWS's API reference; of flows it names none.
void expect_at_most(std::size_t most, Node text, std::string_view what, Diagnostics& diagnostics) {
    const std::size_t count = utf8::count(text.text());
    if (count > most)
        diagnostics.report(rules::bad_value, text.span(),
                           std::string{what} + " has at most " + std::to_string(most) +
                               " characters, and this one has " + std::to_string(count) + "; shorten it");
}

void read_name(FlowHead& head, const HeadEntries& document, DocumentKeys& keys) {
    Diagnostics& diagnostics = keys.diagnostics();
    const auto& [key, name] = head.is_module ? document["module"] : document["flow"];
    head.name = name.text();
    head.name_span = name.span();
    if (!name.is_scalar() || name.text().empty())
        diagnostics.report(rules::bad_value, name.span().empty() ? key.span() : name.span(),
                           "the flow has no name; write `flow: Main line`");
    refuse_reference(name, diagnostics);
    const Entry& description = document["description"];
    head.description = description.value.text();
    if (description.value && !description.value.is_scalar())
        diagnostics.report(rules::bad_value, description.value.span(), "`description` takes a text");
    keys.is_empty(description.key, description.value);
    if (!head.is_module) return;
    expect_at_most(127, name, "a module's name", diagnostics);
    expect_at_most(500, description.value, "a module's description", diagnostics);
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
        diagnostics.report(
            rules::bad_value, input.span(),
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
        refuse_reference(input, diagnostics);
        known.emplace(text, input.span());
        head.inputs.push_back(input);
    }
    if (find_system_word(text))
        diagnostics.report(rules::system_word, input.span(),
                           "`" + std::string{text} + "` is a system word: `{" + std::string{text} +
                               "}` never reads this attribute; read it as `{attributes." + std::string{text} +
                               "}` or name it otherwise");
}

void read_inputs(FlowHead& head, const HeadEntries& document, DocumentKeys& keys) {
    const auto& [key, inputs] = document["inputs"];
    if (keys.is_empty(key, inputs)) return;
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
    if (const Node bind = defaults.of(head.type, "bind").value; bind && !head.document.find("bind"))
        if (auto binding = read_binding(bind, unsaid)) return *binding;
    return {};
}

void read_steps(FlowHead& head, const HeadEntries& document, const DocumentKeys& keys, Diagnostics& diagnostics) {
    head.start_key = document["start"].key.span();
    head.start = document["start"].value;
    if (head.start.size() > 0 && !head.start.is_sequence())
        diagnostics.report(rules::bad_value, head.start.span(), "`start` is a list of steps; begin each with `- `");
    else if (!head.start.is_sequence() && !keys.was_meant("start") && !document["blocks"].value.find_key("start"))
        diagnostics.report(rules::missing_option,
                           !head.start                 ? head.name_span
                           : head.start.span().empty() ? head.start_key
                                                       : head.start.span(),
                           "a flow needs `start:`, a list of steps; the shortest is `start: [hangup]`");
    head.blocks = document["blocks"].value;
    check_blocks(head.blocks, diagnostics);
}

void read_interface(FlowHead& head, const HeadEntries& document, DocumentKeys& keys) {
    read_name(head, document, keys);
    read_inputs(head, document, keys);
    head.contract = read_contract(document, head.is_module, keys);
}

/// A flow's own entries, and the defaults for those that it does not have.
class EntriesInForce {
  public:
    EntriesInForce(const HeadEntries& own, FlowType type, Defaults& defaults, DocumentKeys& keys)
        : own_(own), type_(type), defaults_(defaults), keys_(keys) {}

    Entry operator[](HeadKey key) const { return own_[key].value ? own_[key] : defaults_.of(type_, key); }

    /// Whether `check` has nothing to report of an entry. Defaults are checked once, however many flows they are for.
    bool is_sound(HeadKey key, void (*check)(Entry, DocumentKeys&)) {
        const Entry entry = (*this)[key];
        const auto finds_nothing = [&] {
            const std::size_t before = keys_.diagnostics().items().size();
            check(entry, keys_);
            return keys_.diagnostics().items().size() == before;
        };
        if (!entry.value) return true;
        return own_[key].value ? finds_nothing() : defaults_.check_once(entry, finds_nothing);
    }

  private:
    const HeadEntries& own_;
    FlowType type_;
    Defaults& defaults_;
    DocumentKeys& keys_;
};

}  // namespace

FlowHead read_flow_head(SyntaxTree& tree, Node document, Defaults& defaults, CompileTimeValues& values,
                        Diagnostics& diagnostics) {
    DocumentKeys keys{diagnostics};
    keys.check(document, flow_words, "a flow");
    const HeadEntries own(document);
    FlowHead head;
    head.document = document;
    // Which defaults hold depends on the type, so its values are the flow's own, or those that hold for any type.
    const std::size_t before = diagnostics.items().size();
    if (const Node type = own["type"].value)
        values.fill(tree, type.id(), own["vars"].value ? own["vars"].value : defaults.latest_vars(), diagnostics);
    read_kind(head, own, diagnostics.items().size() == before, diagnostics);
    EntriesInForce entries(own, head.type, defaults, keys);
    entries.is_sound("vars", check_vars);
    head.vars = entries["vars"].value;
    values.fill(tree, document.id(), head.vars, diagnostics);
    read_interface(head, own, keys);
    for (const HeadKey key : head_steps)
        if (const Entry step = entries[key]; step.value && !keys.is_empty(step.key, step.value))
            head.steps.push_back({step.key, step.value});
    head.on_error = entries["on_error"].value;
    entries.is_sound("on_error", check_on_error);
    head.words.node = entries["words"].value;
    head.words.faulty = !entries.is_sound("words", check_words);
    head.language = entries["language"].value.text();
    head.binding = binding_of(head, defaults, values.options());
    read_steps(head, own, keys, diagnostics);
    return head;
}

FlowHead read_flow_interface(Node document, Diagnostics& diagnostics) {
    DocumentKeys keys{diagnostics};
    const HeadEntries own(document);
    FlowHead head;
    head.document = document;
    read_kind(head, own, true, diagnostics);
    read_interface(head, own, keys);
    return head;
}

}  // namespace flowc::dsl
