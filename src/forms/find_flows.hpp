#pragma once

#include <vector>

#include "flowc/compile.hpp"
#include "forms/flow_text.hpp"

namespace flowc {

/// The flows of a document that is no `*.flow.yaml`, in its order, each as a text of its own in `sources`. A document
/// that is a flow itself gives its own text. A form that the API does not take is told, with what to do; of those the
/// flows are given that can be checked nevertheless.
std::vector<FlowText> find_flows(const Document& document, Sources& sources, Diagnostics& diagnostics);

/// What to say of a form that the API does not take.
std::string refusal(Form form);

}  // namespace flowc
