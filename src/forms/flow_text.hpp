#pragma once

#include <string>

#include "flowc/catalogue.hpp"
#include "flowc/source.hpp"

namespace flowc {

/// A flow that was found in a document, as a text of its own.
struct FlowText {
    FileId file = 0;
    std::string name;                   ///< what the document around it says; empty: nothing
    FlowType type = FlowType::unknown;  ///< the same
    bool is_template = false;           ///< some later step fills it in before it is JSON
    std::string resource{};             ///< what a template of CloudFormation or Terraform calls it; empty: it stands in none
};

}  // namespace flowc
