#pragma once

#include <optional>
#include <string>

#include "flowdsl/c_abi/files.hpp"

namespace flowc::c_abi {

/// What the options of a call say. The texts stay where they are when it moves.
struct Options {
    std::string file = "<text>";  ///< what findings call the text
    Target target = Target::content;
    bool source_map = false;
    FlowType type = FlowType::unknown;
    Texts values;
    std::map<std::string, Span, std::less<>> value_places;  ///< where the options name them
    Texts files;                                            ///< by path; of a text that has one, it, too
    std::optional<Input> project;
    ProjectLint lint;  ///< what the project says of checking
    std::optional<Environment> environment;

    /// What the text and the flow files beside it have to know of each other.
    ProjectFlows read_flows(std::string_view text) const;
    /// The same for the compiler, and for the checks; both point into these options and into `flows`.
    CompileOptions for_compiler(const ProjectFlows& flows) const;
    CheckOptions for_checks(const ProjectFlows& flows) const;
    /// From the project's folder to the text.
    std::string path_in_project() const;
};

}  // namespace flowc::c_abi
