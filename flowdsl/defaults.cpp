#include "flowdsl/defaults.hpp"

#include <algorithm>
#include <optional>

#include "flowdsl/compile_time_values.hpp"
#include "flowdsl/head_values.hpp"
#include "flowdsl/read_binding.hpp"
#include "flowdsl/rules.hpp"

namespace flowc::dsl {

namespace {

constexpr std::string_view document_keys[] = {"defaults", "types"};
constexpr std::string_view value_keys[] = {"on_error", "logging", "voice", "language", "record",
                                           "hooks",    "vars",    "words", "bind",     "types"};

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
        if (const auto known = read_flow_type(type, diagnostics)) read.push_back(*known);
    return read;
}

}  // namespace

void check_defaults_keys(Node document, Diagnostics& diagnostics) {
    DocumentKeys{diagnostics}.check(document, document_keys, "a `defaults` document");
}

void Defaults::add(SyntaxTree& tree, Node document, const CompileOptions& options, Diagnostics& diagnostics) {
    const Node values = document.find("defaults");
    if (!values.is_mapping()) {
        diagnostics.report(rules::bad_value, document.find_key("defaults").span(),
                           "`defaults` takes a map of head keys, such as `logging: on`");
        return;
    }
    DocumentKeys{diagnostics}.check(values, value_keys, "`defaults`");
    fill_compile_time_values(tree, values.id(), options, values.find("vars"), {}, diagnostics);
    if (const Node bind = values.find("bind")) read_binding(bind, diagnostics);
    layers_.push_back({values, read_types(document, values, diagnostics)});
}

Entry Defaults::of(Node flow, FlowType type, std::string_view key) const {
    if (const Node own = flow.find(key)) return {flow.find_key(key), own};
    for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) {
        const bool holds =
            layer->types.empty() || std::find(layer->types.begin(), layer->types.end(), type) != layer->types.end();
        if (!holds) continue;
        if (const Node value = layer->values.find(key)) return {layer->values.find_key(key), value};
    }
    return {};
}

}  // namespace flowc::dsl
