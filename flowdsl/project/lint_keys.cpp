#include "flowdsl/project/lint_keys.hpp"

#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "flowc/compile.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/words/scalar.hpp"
#include "source/ascii.hpp"

namespace flowc::dsl {

namespace {

constexpr std::string_view about_checking[] = {"rules", "types", "languages", "paths", "allow", "baseline"};
constexpr std::string_view path_keys[] = {"files", "rules", "type", "languages"};
constexpr std::string_view allow_keys[] = {"file", "action", "rule", "reason"};
constexpr std::string_view level_words[] = {"off", "note", "warning", "error"};

std::string hint(std::string_view word, std::span<const std::string_view> known, std::string_view otherwise) {
    const std::string_view near = nearest(word, known);
    return near.empty() ? std::string{otherwise} : "did you mean `" + std::string{near} + "`?";
}

/// `es`, `en-US`, `cmn-CN`
bool is_language_code(std::string_view text) {
    const std::string_view language = text.substr(0, text.find('-'));
    return (language.size() == 2 || language.size() == 3) && std::all_of(language.begin(), language.end(), is_letter);
}

class Reader {
  public:
    Reader(ProjectLint& lint, Diagnostics& diagnostics) : lint_(lint), diagnostics_(diagnostics) {}

    void read(Node project) {
        PathSettings everywhere;
        if (const Node rules = project.find("rules")) read_rules(rules, everywhere);
        if (const Node languages = project.find("languages")) everywhere.languages = languages_in(languages);
        lint_.paths.push_back(std::move(everywhere));
        if (const Node types = project.find("types")) read_types(types);
        if (const Node paths = project.find("paths")) read_paths(paths);
        if (const Node allow = project.find("allow")) read_allowances(allow);
        if (const Node baseline = project.find("baseline")) {
            lint_.baseline_span = baseline.span();
            if (baseline.is_scalar() && !baseline.text().empty()) lint_.baseline = baseline.text();
            else wrong(baseline, "`baseline` names the file that `flowc lint --write-baseline` has written");
        }
    }

  private:
    void wrong(Node node, std::string message) {
        diagnostics_.report(rules::bad_value, node.span(), std::move(message));
    }

    void check_keys(Node map, std::span<const std::string_view> known, std::string_view what) {
        for (const Entry entry : map.entries())
            if (std::find(known.begin(), known.end(), entry.key.text()) == known.end())
                diagnostics_.report(rules::unknown_key, entry.key.span(),
                                    std::string{what} + " has no key " + quote(entry.key.text()) + "; " +
                                        hint(entry.key.text(), known, "it knows " + list(known, "and")));
    }

    const RuleInfo* rule_of(Node name) {
        if (const RuleInfo* rule = find_rule(name.text())) return rule;
        std::vector<std::string_view> ids;
        for (const RuleInfo* rule : all_rules()) ids.push_back(rule->id);
        diagnostics_.report(rules::unknown_key, name.span(),
                            quote(name.text()) + " is no rule; " + hint(name.text(), ids, "`flowc rules` lists them"));
        return nullptr;
    }

    void read_level(const RuleInfo& rule, Node word, PathSettings& settings) {
        const auto known = std::find(std::begin(level_words), std::end(level_words), word.text());
        if (!word.is_scalar() || known == std::end(level_words)) {
            wrong(word, "a rule is `off`, `note`, `warning` or `error`");
        } else if (rule.category == Category::text) {
            wrong(word, quote(rule.id) + " cannot be set: a file that cannot be read cannot be checked");
        } else if (rule.category == Category::language && rule.severity == Severity::error && word.text() != "error") {
            wrong(word, quote(rule.id) + " stays an error: what breaks the language's rules is not compiled");
        } else {
            settings.levels.emplace_back(&rule, static_cast<Level>(known - std::begin(level_words)));
        }
    }

    /// `{severity: error, seconds: 15}`
    void read_options(const RuleInfo& rule, Node map, PathSettings& settings) {
        std::vector<std::string_view> known{"severity"};
        for (const RuleOption& option : rule.options) known.push_back(option.name);
        check_keys(map, known, quote(rule.id));
        for (const auto [key, value] : map.entries()) {
            if (key.text() == "severity") read_level(rule, value, settings);
            for (const RuleOption& option : rule.options) {
                if (key.text() != option.name) continue;
                const auto number = read_whole_number(value);
                if (number) settings.values.emplace_back(&option, *number);
                else wrong(value, quote(option.name) + " is a whole number: " + std::string{option.summary});
            }
        }
    }

    static std::optional<long> read_whole_number(Node node) {
        if (!node.is_scalar() || node.text().empty() || node.text().size() > 9) return std::nullopt;
        long value = 0;
        for (const char c : node.text()) {
            if (c < '0' || c > '9') return std::nullopt;
            value = value * 10 + (c - '0');
        }
        return value;
    }

    void read_rules(Node map, PathSettings& settings) {
        if (!map.is_mapping()) return wrong(map, "`rules` is a map of rules, such as `arn-in-flow: warning`");
        for (const auto [name, value] : map.entries()) {
            const RuleInfo* rule = rule_of(name);
            if (!rule) continue;
            if (value.is_mapping()) read_options(*rule, value, settings);
            else read_level(*rule, value, settings);
        }
    }

    std::vector<Node> texts(Node node, std::string_view key, std::string_view example) {
        std::vector<Node> found;
        const auto add = [&](Node text) {
            if (text.is_scalar() && !text.text().empty()) found.push_back(text);
            else
                wrong(text,
                      "`" + std::string{key} + "` takes a text or a list of texts, such as " + std::string{example});
        };
        if (node.is_sequence())
            for (const Node text : node.items()) add(text);
        else add(node);
        return found;
    }

    std::vector<std::string> languages_in(Node node) {
        const auto check = [&](Node code) {
            if (code.is_scalar() && !code.text().empty() && !is_language_code(code.text()))
                wrong(code, quote(code.text()) + " is no code of a language; write one such as `en-US` or `es`");
        };
        if (node.is_scalar()) check(node);
        for (const Node code : node.items()) check(code);
        std::vector<std::string> codes;
        for (const Node code : texts(node, "languages", "`[en-US, es]`")) codes.emplace_back(code.text());
        return codes;
    }

    static PathPattern pattern_in(Node text) { return {std::string{text.text()}, text.span()}; }

    FlowType type_of(Node word) {
        if (word.is_scalar()) {
            if (const auto type = flow_type_from_dsl(word.text())) return *type;
            if (const auto type = flow_type_from_api(word.text())) return *type;
        }
        std::vector<std::string_view> names;
        for (const FlowTypeInfo& one : flow_types()) names.push_back(one.dsl);
        wrong(word, quote(word.text()) + " is no flow type; " +
                        hint(word.text(), names, "it is one of " + list(names, "or")));
        return FlowType::unknown;
    }

    void read_types(Node map) {
        if (!map.is_mapping())
            return wrong(map, "`types` is a map of paths, such as `\"whispers/*.json\": agent-whisper`");
        for (const auto [pattern, type] : map.entries()) {
            PathSettings settings;
            settings.files.push_back(pattern_in(pattern));
            settings.type = type_of(type);
            if (settings.type != FlowType::unknown) lint_.paths.push_back(std::move(settings));
        }
    }

    void read_paths(Node entries) {
        if (!entries.is_sequence())
            return wrong(entries,
                         "`paths` is a list, such as `- {files: \"old/**\", rules: {unreachable-action: off}}`");
        for (const Node entry : entries.items()) {
            const std::size_t before = diagnostics_.items().size();
            check_keys(entry, path_keys, "an entry of `paths`");
            if (!entry.is_mapping() || !entry.find("files")) {
                if (diagnostics_.items().size() == before)
                    wrong(entry, "an entry of `paths` is a map with `files` and what holds for them");
                continue;
            }
            PathSettings settings;
            for (const Node text : texts(entry.find("files"), "files", "`\"old/**\"`"))
                settings.files.push_back(pattern_in(text));
            if (const Node rules = entry.find("rules")) read_rules(rules, settings);
            if (const Node type = entry.find("type")) settings.type = type_of(type);
            if (const Node languages = entry.find("languages")) settings.languages = languages_in(languages);
            if (!settings.files.empty()) lint_.paths.push_back(std::move(settings));
        }
    }

    void read_allowances(Node entries) {
        if (!entries.is_sequence())
            return wrong(entries, "`allow` is a list, such as `- {file: main.json, rule: unbounded-retry, reason: …}`");
        for (const Node entry : entries.items()) {
            const Node file = entry.find("file");
            const Node rule = entry.find("rule");
            if (!file.is_scalar() || !rule.is_scalar()) {
                wrong(entry, "an entry of `allow` names a `file`, a `rule` and a `reason`, and may name an `action`");
                continue;
            }
            check_keys(entry, allow_keys, "an entry of `allow`");
            if (const Node reason = entry.find("reason"); !reason.is_scalar() || reason.text().empty())
                diagnostics_.report(rules::allow_without_reason, entry.span(),
                                    "this entry gives no `reason`; write why, for whoever reads it next");
            if (const RuleInfo* known = rule_of(rule))
                lint_.allowed.push_back(
                    {pattern_in(file), std::string{entry.find("action").text()}, known, rule.span()});
        }
    }

    ProjectLint& lint_;
    Diagnostics& diagnostics_;
};

}  // namespace

std::span<const std::string_view> lint_keys() { return about_checking; }

void read_lint_keys(Node project, ProjectLint& lint, Diagnostics& diagnostics) {
    Reader(lint, diagnostics).read(project);
}

}  // namespace flowc::dsl
