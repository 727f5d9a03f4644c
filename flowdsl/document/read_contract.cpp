#include "flowdsl/document/read_contract.hpp"

#include <algorithm>
#include <optional>

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/words/literal_name.hpp"
#include "flowdsl/words/reference.hpp"

namespace flowc::dsl {

namespace {

constexpr std::size_t most_results = 8;

/// Also what JSON Schema and programmers call the types, for did-you-mean.
constexpr std::pair<std::string_view, DataType> type_words[] = {
    {"text", DataType::text},      {"number", DataType::number}, {"boolean", DataType::boolean},
    {"string", DataType::text},    {"str", DataType::text},      {"integer", DataType::number},
    {"int", DataType::number},     {"float", DataType::number},  {"bool", DataType::boolean},
    {"switch", DataType::boolean},
};

std::optional<DataType> read_type(Node type, Diagnostics& diagnostics) {
    static constexpr std::string_view words[] = {"text", "number", "boolean"};
    const auto row = std::find_if(std::begin(type_words), std::end(type_words),
                                  [&](const auto& word) { return word.first == type.text(); });
    if (type.is_scalar() && row != std::end(type_words) && to_string(row->second) == row->first) return row->second;
    std::string_view near = type.is_scalar() ? nearest(type.text(), words) : std::string_view{};
    if (near.empty() && type.is_scalar() && row != std::end(type_words)) near = to_string(row->second);
    diagnostics.report(
        rules::bad_value, type.span(),
        (type.is_scalar() ? "there is no type " + quote(type.text()) : std::string{"a type is a word"}) + "; " +
            (near.empty() ? "write `text`, `number` or `boolean`" : "did you mean `" + std::string{near} + "`?"));
    return std::nullopt;
}

std::vector<Contract::Field> read_fields(Entry entry, DocumentKeys& keys) {
    Diagnostics& diagnostics = keys.diagnostics();
    const auto [key, map] = entry;
    std::vector<Contract::Field> fields;
    if (!map || keys.is_empty(key, map)) return fields;
    const std::string word{key.text()};
    if (!map.is_mapping()) {
        diagnostics.report(rules::bad_value, map.span(),
                           "`" + word + "` takes a map of names and types, such as `{Account: text}`");
        return fields;
    }
    for (const auto [name, type] : map.entries()) {
        const std::string_view text = name.text();
        if (text.empty() || text.find_first_of("$.{}") != std::string_view::npos) {
            diagnostics.report(rules::bad_value, name.span(),
                               text.empty() ? "a value that `" + word + "` names needs a name"
                                            : "the name of a value holds no `$`, `.`, `{` or `}`, and " + quote(text) +
                                                  " does; rename it");
            continue;
        }
        if (keys.is_empty(name, type)) continue;
        // Of a type that nobody knows any value will do: what follows from the fault is not said.
        fields.push_back({std::string{text}, read_type(type, diagnostics).value_or(DataType::text), name.span()});
    }
    return fields;
}

std::vector<Contract::Result> read_results(Entry entry, DocumentKeys& keys) {
    Diagnostics& diagnostics = keys.diagnostics();
    const auto [key, list] = entry;
    std::vector<Contract::Result> results;
    if (!list || keys.is_empty(key, list)) return results;
    if (!list.is_sequence()) {
        diagnostics.report(rules::bad_value, list.span(),
                           "`results` takes a list of names, such as `[Found, NotFound]`");
        return results;
    }
    for (const Node name : list.items()) {
        const auto same = std::find_if(results.begin(), results.end(),
                                       [&](const Contract::Result& known) { return known.name == name.text(); });
        if (!name.is_scalar() || name.text().empty())
            diagnostics.report(rules::bad_value, name.span().empty() ? key.span() : name.span(),
                               "a result is a name, such as `Found`");
        else if (same != results.end())
            diagnostics
                .report(rules::duplicate_name, name.span(), quote(name.text()) + " stands here twice; remove one")
                .labels.push_back({same->span, "the first one"});
        else {
            refuse_reference(name, diagnostics);
            if (name.text().find(" or ") != std::string_view::npos)
                diagnostics
                    .report(rules::bad_value, name.span(),
                            "` or ` stands between two values where a caller names the results it expects, so that "
                            "this one is named by `branch: module_result` alone, as `is " +
                                std::string{name.text()} + "`; rename it")
                    .severity = Severity::warning;
            results.push_back({std::string{name.text()}, name.span()});
        }
    }
    if (results.size() > most_results)
        diagnostics.report(rules::bad_value, results[most_results].span,
                           "a module has at most eight results, and here are " + std::to_string(results.size()) +
                               "; hand the difference back as data, by `produces`");
    return results;
}

}  // namespace

Contract read_contract(const HeadEntries& document, bool is_module, DocumentKeys& keys) {
    constexpr HeadKey parts[] = {"accepts", "produces", "results"};
    if (!is_module)
        for (const HeadKey part : parts)
            if (const Node word = document[part].key)
                keys.diagnostics().report(
                    rules::conflicting_options, word.span(),
                    "only a module has `" + std::string{part.word()} +
                        "`: it is invoked and comes back; write `module:` instead of `flow:`, " +
                        (part.word() == "accepts" ? "or list in `inputs:` what an earlier flow sets"
                                                  : "or `set` attributes for the flow that is next"));
    Contract contract;
    contract.accepts = read_fields(document["accepts"], keys);
    contract.produces = read_fields(document["produces"], keys);
    contract.results = read_results(document["results"], keys);
    for (const Contract::Field& field : contract.accepts)
        if (find_system_word(field.name))
            keys.diagnostics().report(rules::system_word, field.span,
                                      "`" + field.name + "` is a system word: `{" + field.name +
                                          "}` never reads this value; read it as `{accepts." + field.name +
                                          "}` or name it otherwise");
    if (!is_module) return {};
    return contract;
}

}  // namespace flowc::dsl
