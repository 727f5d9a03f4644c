#pragma once

#include <optional>
#include <string>
#include <vector>

#include "flowc/service_error.hpp"

namespace flowc::cli {

/// Lines and columns of a file.
struct FilePlace {
    std::string file;
    Position begin;
    Position end;
};

/// What is told of one problem.
struct DecodedProblem {
    struct Found {
        FilePlace place;
        std::string message;
        std::string_view rule;
    };
    struct OfAction {
        std::size_t number = 0;
        std::string identifier;
        std::string type;
    };
    ServiceProblem problem;
    ProblemPlace::Fit fit = ProblemPlace::Fit::unknown;
    std::optional<FilePlace> place;
    std::vector<FilePlace> uses;  ///< steps that use the definition in which the place is, from the inside outwards
    std::vector<OfAction> actions;
    std::vector<Found> found;  ///< what flowc's own rules say there

    /// Whether it is known what it means, and it can be true of the flow.
    bool understood() const {
        return problem.message && (fit == ProblemPlace::Fit::unknown || fit == ProblemPlace::Fit::fits);
    }
};

/// The flow that the problems are looked up in.
struct DecodedFlow {
    std::string file;  ///< as the command line calls it; empty: none was named
    std::string name;
    std::size_t actions = 0;
    bool without_environment = false;  ///< it was compiled, and nobody has said with which one
    bool stale_map = false;            ///< the file is not what it was when the map beside it was made
};

std::string decoded_text(const std::vector<DecodedProblem>& problems, const DecodedFlow& flow);
/// `docs/decode-error.md` describes it.
std::string decoded_json(const std::vector<DecodedProblem>& problems, const DecodedFlow& flow);

}  // namespace flowc::cli
