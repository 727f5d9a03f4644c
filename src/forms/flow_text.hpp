#pragma once

#include <optional>
#include <string>
#include <vector>

#include "flowc/catalogue.hpp"
#include "flowc/contract.hpp"
#include "flowc/source.hpp"

namespace flowc {

/// A flow that was found in a document, as a text of its own.
struct FlowText {
    FileId file = 0;
    std::string name;                             ///< what the document around it says; empty: nothing
    FlowType type = FlowType::unknown;            ///< the same
    bool is_template = false;                     ///< some later step fills it in before it is JSON
    std::vector<std::string> references;          ///< texts that mean it where a flow is named: its ARN, its id
    std::vector<std::string> references_in_file;  ///< the same in this file alone: `${Support.ContactFlowArn}`
    std::optional<Contract> contract;             ///< what the document around it says a module declares
};

}  // namespace flowc
