#include "flowdsl/found/read_found_flows.hpp"

#include <utility>

#include "forms/find_flows.hpp"
#include "forms/read_flow_json.hpp"

namespace flowc::dsl {

std::vector<ReadFlow> read_found_flows(Document& document, Sources& sources, Diagnostics& diagnostics) {
    std::vector<ReadFlow> flows;
    const bool is_flow = document.form == Form::content && document.json;
    std::vector<FlowText> texts = find_flows(document, sources, diagnostics);
    SyntaxTree whole = std::move(document.tree);
    if (!is_flow) whole = {};  // nothing of it is needed beside the texts, and it may be large
    for (FlowText& text : texts) {
        SyntaxTree tree =
            is_flow ? std::move(whole) : read_flow_json(text.file, sources, text.is_template, diagnostics);
        flows.push_back({std::move(text), std::move(tree)});
    }
    return flows;
}

}  // namespace flowc::dsl
