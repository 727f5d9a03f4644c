#include "flowdsl/document/defaults.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "flowdsl/document/compile_time_values.hpp"
#include "flowdsl/document/head_values.hpp"
#include "flowdsl/project/read_binding.hpp"
#include "flowdsl/rules.hpp"

namespace flowc::dsl {

namespace {

constexpr std::string_view of_defaults[] = {"defaults", "types"};
constexpr HeadKey value_keys[] = {"on_error", "logging", "voice", "language", "record",
                                  "hooks",    "vars",    "words", "bind",     "types"};

/// The same as words.
constexpr auto value_words = [] {
    std::array<std::string_view, std::size(value_keys)> words;
    std::transform(std::begin(value_keys), std::end(value_keys), words.begin(), [](HeadKey key) { return key.word(); });
    return words;
}();

/// Beside `defaults` or below it.
std::vector<FlowType> read_types(Node document, Node values, Diagnostics& diagnostics) {
    const Node types = document.find("types") ? document.find("types") : values.find("types");
    if (types && (!types.is_sequence() || types.size() == 0))
        diagnostics.report(rules::bad_value, types.span().empty() ? values.span() : types.span(),
                           "`types` takes a list of flow types, such as `[inbound, queue-transfer]`");
    if (document.find("types") && values.find("types"))
        diagnostics.report(rules::conflicting_options, values.find_key("types").span(),
                           "`types` stands beside `defaults` and below it; remove one of the two");
    std::vector<FlowType> read;
    for (const Node type : types.items())
        if (type.text() == info(FlowType::module).dsl) read.push_back(FlowType::module);
        else if (const auto known = read_flow_type(type, diagnostics)) read.push_back(*known);
    return read;
}

}  // namespace

void check_defaults_keys(Node document, Diagnostics& diagnostics) {
    DocumentKeys{diagnostics}.check(document, of_defaults, "a `defaults` document");
}

void Defaults::add(SyntaxTree& tree, Node document, CompileTimeValues& compile_time, Diagnostics& diagnostics) {
    const Node values = document.find("defaults");
    if (!values.is_mapping()) {
        diagnostics.report(rules::bad_value,
                           values.span().empty() ? document.find_key("defaults").span() : values.span(),
                           "`defaults` takes a map of head keys, such as `logging: on`");
        return;
    }
    DocumentKeys{diagnostics}.check(values, value_words, "`defaults`");
    compile_time.fill(tree, values.id(), values.find("vars"), diagnostics);
    if (const Node bind = values.find("bind")) read_binding(bind, diagnostics);
    std::vector<FlowType> types = read_types(document, values, diagnostics);
    if (types.empty())
        for (const FlowTypeInfo& each : flow_types()) types.push_back(each.type);
    latest_.resize(static_cast<std::size_t>(FlowType::unknown) + 1);
    const HeadEntries entries(values);
    for (const FlowType type : types)
        for (const HeadKey key : value_keys)
            if (entries[key].value) latest_[static_cast<std::size_t>(type)][key] = entries[key];
    latest_vars_ = values.find("vars");
}

Entry Defaults::of(FlowType type, HeadKey key) const {
    return latest_.empty() ? Entry{} : latest_[static_cast<std::size_t>(type)][key];
}

bool Defaults::check_once(Entry entry, const std::function<bool()>& check) {
    const auto [known, is_new] = checked_.try_emplace({entry.value.tree(), entry.value.id()}, true);
    if (is_new) known->second = check();
    return known->second;
}

}  // namespace flowc::dsl
