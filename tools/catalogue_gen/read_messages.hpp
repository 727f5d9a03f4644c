#pragma once

#include <string>
#include <vector>

#include "entry.hpp"

namespace catalogue_gen {

/// Something that the service says of a flow that it refuses.
struct Message {
    std::string text;
    std::string cause;
    std::string fix;
    std::string names;
    Strings rules;
    bool complete = false;  ///< the rules find each such fault
    Strings parameters;
    std::string action;     ///< the type of an action without which no flow is meant
    std::string flow_type;  ///< of the flows alone that are meant
    std::string evidence;
    Strings sources;
};

/// Reads `messages.json` of a schemas folder.
std::vector<Message> read_messages(const std::string& folder, Problems& problems);

}  // namespace catalogue_gen
