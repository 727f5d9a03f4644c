#include "flowdsl/program.hpp"

#include <algorithm>
#include <array>

#include "diagnostics/suggest.hpp"
#include "flowdsl/compile_time_values.hpp"
#include "flowdsl/reference.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/verb.hpp"
#include "flowdsl/yaml_features.hpp"
#include "syntax/read.hpp"

namespace flowc::dsl {

namespace {

// In the order in which they run.
constexpr std::string_view head_steps[] = {"logging", "voice", "language", "record", "hooks"};
constexpr std::string_view flow_keys[] = {"flow",  "module",   "description", "type",   "inputs", "on_error", "logging",
                                          "voice", "language", "record",      "hooks",  "vars",   "words",    "start",
                                          "blocks"};
constexpr std::string_view defaults_keys[] = {"defaults", "types"};
constexpr std::string_view defaults_values[] = {"on_error", "logging", "voice", "language", "record",
                                                "hooks",    "vars",    "words", "bind",     "types"};
constexpr std::string_view word_keys[] = {"for", "to", "repeat", "star", "pound", "nth"};

/// A `defaults:` document, for the flows behind it.
struct Defaults {
    Node values;
    std::vector<FlowType> types;  ///< empty: for all
};

class Reader {
  public:
    Reader(Program& program, Sources& sources, const CompileOptions& options, Diagnostics& diagnostics)
        : program_(program), sources_(sources), options_(options), diagnostics_(diagnostics) {}

    /// A project file's defaults come before those of any document.
    void read_project(const Input& project) {
        const SourceFile& file = sources_.file(sources_.add(project.name, project.text));
        SyntaxTree& tree = program_.included.emplace_back(read_yaml(file, diagnostics_));
        if (tree.roots().empty()) return;
        const Node root = tree.node(tree.roots().front());
        if (root.find_key("defaults")) add_defaults(tree, root);
        const Node paths = root.find("include");
        if (paths.is_scalar()) include(paths, file);
        for (const Node path : paths.items()) include(path, file);
    }

    /// An included file brings in definitions and defaults; its flows are compiled by themselves.
    void read(SyntaxTree& tree, const SourceFile& file, bool included) {
        for (const NodeId root : tree.roots()) {
            const Node document = tree.node(root);
            if (document.find_key("defaults")) read_defaults(tree, document);
            else if (document.find_key("define")) read_definition(tree, document);
            else if (document.find_key("include")) read_include(document, file);
            else if (!document.find_key("flow") && !document.find_key("module")) refuse(document);
            else if (!included) read_flow(tree, document);
        }
    }

  private:
    Diagnostic& report(const RuleInfo& rule, Span span, std::string message) {
        return diagnostics_.report(rule, span, std::move(message));
    }

    void refuse(Node document) {
        if (document.is_scalar() && document.text().empty()) {
            report(rules::unknown_key, document.span(), "this document is empty; write `flow: Name` and `start:`, or remove the `---`");
            return;
        }
        Span span = document.span();
        std::string near;
        for (const auto [key, value] : document.entries()) {
            static constexpr std::string_view kinds[] = {"flow", "module", "defaults", "define", "include"};
            if (const std::string_view word = nearest(key.text(), kinds); !word.empty()) {
                span = key.span();
                near = "; did you mean `" + std::string{word} + "` where " + quote(key.text()) + " stands?";
                break;
            }
        }
        report(rules::unknown_key, span,
               "a document is a flow (`flow: Name`), a module (`module: Name`), `defaults:`, `define:` or `include:`" + near);
    }

    void check_keys(Node map, std::span<const std::string_view> known, std::string_view what) {
        for (const auto [key, value] : map.entries()) {
            if (std::find(known.begin(), known.end(), key.text()) != known.end()) continue;
            if (key.text() == "bind") {
                report(rules::unknown_key, key.span(),
                       "how names are bound is the environment's business; write `bind` into the environment file or into `defaults:`");
            } else if (key.text() == "accepts" || key.text() == "produces" || key.text() == "results") {
                report(rules::unknown_key, key.span(),
                       "`" + std::string{key.text()} + "` is not served by this edition of flowc; a module can read contact attributes that `inputs:` names");
            } else if (key.text() == "<<") {
                report(rules::yaml_feature, key.span(),
                       "merge keys are not part of the language; write the keys out, or put what flows share into `defaults:`");
            } else {
                const std::string_view near = nearest(key.text(), known);
                const bool verb = find_verb(key.text()) != nullptr;
                meant_.push_back(near);
                report(rules::unknown_key, key.span(),
                       std::string{what} + " has no key " + quote(key.text()) + "; " +
                           (!near.empty() ? "did you mean `" + std::string{near} + "`?"
                            : verb        ? "it is a verb: write it as a step under `start:`"
                                          : "it knows " + list(known, "and")));
            }
        }
    }

    void read_include(Node document, const SourceFile& file) {
        static constexpr std::string_view keys[] = {"include"};
        check_keys(document, keys, "an `include` document");
        const Node paths = document.find("include");
        if (paths.is_scalar()) return include(paths, file);
        if (!paths.is_sequence())
            report(rules::bad_value, paths.span(), "`include` takes a path, or a list of paths");
        for (const Node path : paths.items()) include(path, file);
    }

    void include(Node path, const SourceFile& from) {
        if (!path.is_scalar() || path.text().empty()) {
            report(rules::bad_value, path.span(), "an `include` names a file, such as `shared.flow.yaml`");
            return;
        }
        IncludedFile read;
        if (options_.include) read = options_.include(path.text(), from.name());
        else read.failure = "nothing can be included here";
        if (!read.failure.empty()) {
            report(rules::unresolved_name, path.span(), quote(path.text()) + " cannot be included: " + read.failure);
            return;
        }
        for (FileId id = 0; id < sources_.size(); ++id)
            if (sources_.file(id).name() == read.name) return;  // included before, or by itself
        const SourceFile& file = sources_.file(sources_.add(read.name, read.text));
        SyntaxTree& tree = program_.included.emplace_back(read_yaml(file, diagnostics_));
        refuse_yaml_features(tree, diagnostics_);
        report_cut_texts(file, tree, diagnostics_);
        this->read(tree, file, true);
    }

    void read_definition(SyntaxTree& tree, Node document) {
        static constexpr std::string_view keys[] = {"define", "params", "steps", "blocks", "description"};
        check_keys(document, keys, "a `define` document");
        Definition definition;
        const Node name = document.find("define");
        definition.name = name.text();
        definition.name_span = name.span();
        definition.span = document.span();
        if (!name.is_scalar() || name.text().empty())
            report(rules::bad_value, document.find_key("define").span(), "the definition has no name; write `define: greeting`");
        const Node params = document.find("params");
        if (params && !params.is_sequence())
            report(rules::bad_value, params.span(), "`params` takes a list of names, such as `[department, done]`");
        for (const Node param : params.items()) {
            if (param.is_scalar() && !param.text().empty()) definition.params.push_back(param);
            else report(rules::bad_value, param.span(), "a parameter is a name");
        }
        fill_compile_time_values(tree, document.id(), options_, defaults_.empty() ? Node{} : defaults_.back().values.find("vars"),
                                 definition.params, diagnostics_);
        definition.steps = document.find("steps");
        if (!definition.steps.is_sequence())
            report(rules::missing_option, definition.steps ? definition.steps.span() : definition.name_span,
                   "a definition needs `steps:`, a list of steps");
        definition.blocks = document.find("blocks");
        check_blocks(definition.blocks);
        const auto [other, added] = program_.definitions.emplace(definition.name, definition);
        if (!added)
            report(rules::duplicate_name, definition.name_span, "two definitions are called " + quote(definition.name) + "; rename one")
                .labels.push_back({other->second.name_span, "the other one"});
    }

    void read_defaults(SyntaxTree& tree, Node document) {
        check_keys(document, defaults_keys, "a `defaults` document");
        add_defaults(tree, document);
    }

    void add_defaults(SyntaxTree& tree, Node document) {
        const Node values = document.find("defaults");
        if (!values.is_mapping()) {
            report(rules::bad_value, document.find_key("defaults").span(), "`defaults` takes a map of head keys, such as `logging: on`");
            return;
        }
        check_keys(values, defaults_values, "`defaults`");
        fill_compile_time_values(tree, values.id(), options_, values.find("vars"), {}, diagnostics_);
        Defaults defaults{values, {}};
        const Node types = document.find("types") ? document.find("types") : values.find("types");
        if (types && (!types.is_sequence() || types.size() == 0))
            report(rules::bad_value, types.span().empty() ? values.span() : types.span(), "`types` takes a list of flow types, such as `[inbound, queue-transfer]`");
        if (document.find("types") && values.find("types"))
            report(rules::conflicting_options, values.find_key("types").span(), "`types` stands beside `defaults` and below it; remove one of the two");
        for (const Node type : types.items())
            if (const auto known = read_type(type)) defaults.types.push_back(*known);
        if (const Node bind = values.find("bind")) read_binding(bind, diagnostics_);
        defaults_.push_back(std::move(defaults));
    }

    std::optional<FlowType> read_type(Node node) {
        const auto type = flow_type_from_dsl(node.text());
        if (type && *type != FlowType::module) return type;
        std::vector<std::string_view> known;
        for (const FlowTypeInfo& row : flow_types())
            if (row.type != FlowType::module) known.push_back(row.dsl);
        const std::string_view near = nearest(node.text(), known);
        report(rules::bad_value, node.span(),
               "there is no flow type " + quote(node.text()) + "; " +
                   (near.empty() ? "write " + list(known, "or") : "did you mean `" + std::string{near} + "`?"));
        return std::nullopt;
    }

    /// The flow's own value of a head key, else that of the latest defaults that hold for its type.
    Node head_value(Node document, FlowType type, std::string_view key) const {
        if (const Node own = document.find(key)) return own;
        for (auto defaults = defaults_.rbegin(); defaults != defaults_.rend(); ++defaults) {
            const bool holds = defaults->types.empty() ||
                               std::find(defaults->types.begin(), defaults->types.end(), type) != defaults->types.end();
            if (!holds) continue;
            if (const Node value = defaults->values.find(key)) return value;
        }
        return {};
    }

    Node head_key(Node document, FlowType type, std::string_view key) const {
        if (const Node own = document.find_key(key)) return own;
        for (auto defaults = defaults_.rbegin(); defaults != defaults_.rend(); ++defaults)
            if (defaults->types.empty() ||
                std::find(defaults->types.begin(), defaults->types.end(), type) != defaults->types.end())
                if (const Node found = defaults->values.find_key(key)) return found;
        return {};
    }

    void read_flow(SyntaxTree& tree, Node document) {
        meant_.clear();
        check_keys(document, flow_keys, "a flow");
        FlowHead head;
        head.document = document;
        head.is_module = static_cast<bool>(document.find("module"));
        if (head.is_module && document.find("flow"))
            report(rules::conflicting_options, document.find_key("flow").span(), "a document is a flow or a module, not both; remove one of the two names");
        if (head.is_module) head.type = FlowType::module;
        if (const Node type = document.find("type")) {
            if (head.is_module)
                report(rules::conflicting_options, document.find_key("type").span(), "a module's type is module; remove `type`");
            else if (const auto known = read_type(type)) head.type = *known;
        }
        const Node vars = head_value(document, head.type, "vars");
        check_vars(head_key(document, head.type, "vars"), vars);
        fill_compile_time_values(tree, document.id(), options_, vars, {}, diagnostics_);

        const Node name = document.find(head.is_module ? "module" : "flow");
        head.name = name.text();
        head.name_span = name.span();
        if (!name.is_scalar() || name.text().empty())
            report(rules::bad_value, name.span().empty() ? document.find_key(head.is_module ? "module" : "flow").span() : name.span(),
                   "the flow has no name; write `flow: Main line`");
        else if (const auto other = std::find_if(program_.flows.begin(), program_.flows.end(),
                                                 [&](const FlowHead& known) { return known.name == head.name; });
                 other != program_.flows.end())
            report(rules::duplicate_name, name.span(), "two flows are called " + quote(head.name) + "; names are unique in an instance, rename one")
                .labels.push_back({other->name_span, "the other one"});
        const Node description = document.find("description");
        head.description = description.text();
        if (description && !description.is_scalar()) report(rules::bad_value, description.span(), "`description` takes a text");
        is_empty(document.find_key("description"), description);
        read_inputs(head, document.find_key("inputs"), document.find("inputs"));

        for (const std::string_view key : head_steps)
            if (const Node value = head_value(document, head.type, key)) {
                const Node word = head_key(document, head.type, key);
                if (!is_empty(word, value)) head.steps.push_back({word, value});
            }
        head.on_error = head_value(document, head.type, "on_error");
        check_on_error(head_key(document, head.type, "on_error"), head.on_error);
        head.words.node = head_value(document, head.type, "words");
        head.words.faulty = !check_words(head_key(document, head.type, "words"), head.words.node);
        if (const Node language = head_value(document, head.type, "language")) head.language = language.text();

        head.binding = binding_for(document, head.type);
        head.definitions = &program_.definitions;
        head.siblings = &program_.flows;
        head.start_key = document.find_key("start").span();
        head.start = document.find("start");
        if (!head.start.is_sequence() && !was_meant("start"))
            report(rules::missing_option, !head.start ? head.name_span : head.start.span().empty() ? head.start_key : head.start.span(),
                   "a flow needs `start:`, a list of steps; the shortest is `start: [hangup]`");
        head.blocks = document.find("blocks");
        check_blocks(head.blocks);
        program_.flows.push_back(std::move(head));
    }

    void read_inputs(FlowHead& head, Node key, Node inputs) {
        if (is_empty(key, inputs)) return;
        if (inputs && !inputs.is_sequence())
            report(rules::bad_value, inputs.span(), "`inputs` takes a list of attribute names, such as `[Category]`");
        for (const Node input : inputs.items()) {
            const std::string_view text = input.text();
            const auto other = std::find_if(head.inputs.begin(), head.inputs.end(), [&](Node known) { return known.text() == text; });
            const bool external = text.starts_with("external.");
            if (!input.is_scalar() || text.empty() || (external && text.size() == 9))
                report(rules::bad_value, input.span(), "an input is the name of an attribute, or `external.field` for what an earlier flow's Lambda left");
            else if (!external && text.find_first_of("$.") != std::string_view::npos)
                report(rules::bad_value, input.span(), "an attribute's name holds neither `$` nor `.`, and " + quote(text) + " does; write its bare name, or `external.field` for a Lambda's answer");
            else if (other != head.inputs.end())
                report(rules::duplicate_name, input.span(), quote(text) + " stands here twice; remove one")
                    .labels.push_back({other->span(), "the first one"});
            else head.inputs.push_back(input);
            if (find_system_word(text))
                report(rules::system_word, input.span(),
                       "`" + std::string{text} + "` is a system word: `{" + std::string{text} + "}` never reads this attribute; read it as `{attributes." +
                           std::string{text} + "}` or name it otherwise");
        }
    }

    /// What `${name}` stands for is a text.
    void check_vars(Node key, Node vars) {
        if (!vars || is_empty(key, vars)) return;
        if (!vars.is_mapping()) report(rules::bad_value, vars.span(), "`vars` takes a map of names and texts, such as `{greeting: Welcome}`");
        for (const auto [name, value] : vars.entries())
            if (!value.is_scalar() || value.text().empty())
                report(rules::bad_value, value.span().empty() ? name.span() : value.span(), quote(name.text()) + " stands for a text; write one");
    }

    Binding binding_for(Node document, FlowType type) {
        if (options_.environment && options_.environment->binding) return *options_.environment->binding;
        Diagnostics unsaid;  // what is wrong with it was reported with the defaults
        if (const Node bind = document.find("bind") ? Node{} : head_value(document, type, "bind"))
            if (auto binding = read_binding(bind, unsaid)) return *binding;
        return {};
    }

    void check_on_error(Node key_of_it, Node on_error) {
        if (is_empty(key_of_it, on_error)) return;
        if (on_error.is_mapping() && on_error.size() == 0)
            report(rules::bad_value, on_error.span(), "`on_error` is empty; name a target, or verbs and targets such as `{lambda: next, else: sorry}`");
        for (const auto [key, value] : on_error.entries()) {
            is_empty(key, value);
            if (value.is_mapping()) report(rules::wrong_target, value.span(), "a failure goes to one target: a block's name, `hangup` … or a list of steps");
            if (key.text() == "else" || find_verb(key.text())) continue;
            std::vector<std::string_view> known{"else"};
            for (const VerbInfo* verb : all_verbs()) known.push_back(verb->name);
            const std::string_view near = nearest(key.text(), known);
            report(rules::unknown_key, key.span(),
                   "`on_error` speaks for verbs, and " + quote(key.text()) + " is none; " +
                       (near.empty() ? "write a verb or `else`" : "did you mean `" + std::string{near} + "`?"));
        }
    }

    /// False where something was reported.
    bool check_words(Node key_of_it, Node words) {
        if (!words) return true;
        if (is_empty(key_of_it, words)) return false;
        if (!words.is_mapping()) {
            report(rules::bad_value, words.span(), "`words` takes a map of sentences, such as `{for: \"Für {label} drücken Sie die {key}.\"}`");
            return false;
        }
        const std::size_t before = diagnostics_.items().size();
        check_keys(words, word_keys, "`words`");
        for (const auto [key, value] : words.entries()) check_word(key, value);
        return diagnostics_.items().size() == before;
    }

    void check_word(Node key, Node value) {
        const std::string_view name = key.text();
        if (std::find(std::begin(word_keys), std::end(word_keys), name) == std::end(word_keys) || is_empty(key, value)) return;
        if (name == "nth") {
            if (!value.is_sequence() || value.size() == 0)
                report(rules::bad_value, value.span(), "`nth` takes the list of ordinals, such as `[ersten, zweiten, dritten]`");
            for (const Node word : value.items())
                if (!word.is_scalar() || word.text().empty()) report(rules::bad_value, word.span(), "an ordinal is a word");
            return;
        }
        if (!value.is_scalar()) {
            report(rules::bad_value, value.span(), "`" + std::string{name} + "` takes a text");
            return;
        }
        const bool labelled = name == "for" || name == "to";
        const auto needs = [&](std::string_view mark) {
            if (value.text().find(mark) == std::string_view::npos)
                report(rules::bad_value, value.span(), "the sentence for `" + std::string{name} + "` needs `" + std::string{mark} + "`, where the words of each option go");
        };
        if (labelled) needs("{label}");
        if (labelled || name == "repeat") needs("{key}");
    }

    void check_blocks(Node blocks) {
        if (!blocks) return;
        if (!blocks.is_mapping()) {
            report(rules::bad_value, blocks.span(), "`blocks` takes a map of names and steps, such as `sorry: [{say: …}, hangup]`");
            return;
        }
        for (const auto [name, steps] : blocks.entries()) {
            const std::string_view text = name.text();
            const bool letters = std::all_of(text.begin(), text.end(), [](char c) {
                return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
            });
            if (text.empty())
                report(rules::bad_value, name.span(), "this block has no name; write one");
            else if (!letters)
                report(rules::bad_value, name.span(), "a block's name has letters, digits, `_` and `-` only, and " + quote(text) + " has others; rename it");
            else if (is_reserved_word(text) || text == "start" || text == "head" || find_verb(text))
                report(rules::bad_value, name.span(), "`" + std::string{text} + "` is a word of the language and cannot name a block; choose another name");
            if (!steps.is_sequence())
                report(rules::bad_value, steps.span().empty() ? name.span() : steps.span(), "a block is a list of steps; begin each with `- `");
        }
    }

    bool was_meant(std::string_view key) const { return std::find(meant_.begin(), meant_.end(), key) != meant_.end(); }

    /// A head key with nothing behind it would be ignored.
    bool is_empty(Node key, Node value) {
        if (!key || !value.is_scalar() || !value.text().empty()) return false;
        report(rules::bad_value, value.span().empty() ? key.span() : value.span(),
               "`" + std::string{key.text()} + "` is empty; give it a value or leave it out");
        return true;
    }

    Program& program_;
    Sources& sources_;
    std::vector<std::string_view> meant_;  ///< what the unknown keys of this document should probably have been
    const CompileOptions& options_;
    Diagnostics& diagnostics_;
    std::vector<Defaults> defaults_;
};

}  // namespace

std::optional<Binding> read_binding(Node node, Diagnostics& diagnostics) {
    const std::string_view text = node.text();
    if (text == "arn") return Binding{Binding::Mode::arn, {}};
    if (text == "external") return Binding{Binding::Mode::external, {}};
    if (text == "attributes") return Binding{Binding::Mode::attributes, {}};
    if (const Node pattern = node.find("placeholder")) {
        if (node.size() == 1 && pattern.text().find("{name}") != std::string_view::npos)
            return Binding{Binding::Mode::placeholder, std::string{pattern.text()}};
        diagnostics.report(rules::environment, pattern.span(), "a placeholder's pattern holds `{name}`, such as `\"<<{name}>>\"`, and nothing stands beside it");
        return std::nullopt;
    }
    static constexpr std::string_view modes[] = {"arn", "external", "attributes", "placeholder"};
    const std::string_view near = nearest(text, modes);
    diagnostics.report(rules::environment, node.span(),
                       near.empty() ? "`bind` takes `arn`, `external`, `attributes` or `{placeholder: \"<<{name}>>\"}`"
                       : near == "placeholder" ? "`bind: placeholder` needs a pattern; write `bind: {placeholder: \"<<{name}>>\"}`"
                                               : "`bind` does not know " + quote(text) + "; did you mean `" + std::string{near} + "`?");
    return std::nullopt;
}

void read_program(Program& program, SyntaxTree& tree, const SourceFile& file, Sources& sources, const CompileOptions& options,
                  Diagnostics& diagnostics) {
    Reader reader{program, sources, options, diagnostics};
    if (options.project) reader.read_project(*options.project);
    reader.read(tree, file, false);
}

}  // namespace flowc::dsl
