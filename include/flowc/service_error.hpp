#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "flowc/catalogue.hpp"
#include "flowc/diagnostic.hpp"
#include "flowc/export.hpp"
#include "flowc/flow.hpp"
#include "flowc/source_map.hpp"

/// What the service says of a flow that it refuses, and which place of the flow it means.
namespace FLOWC_PUBLIC flowc {

/// A message of the service; its words and what is known of it stand in `schemas/messages.json`.
struct ServiceMessage {
    /// Whether what the message names is missing in the flow, or is there. A flow where it is otherwise was not refused.
    enum class Names : std::uint8_t { neither, absent, present };

    std::string_view text;  ///< `{path}`, `{error}` and `{type}` stand for what it names
    std::string_view cause;
    std::string_view fix;
    Names names = Names::neither;
    std::span<const std::string_view> rules;         ///< ids of rules that find the same fault
    bool complete = false;                           ///< they find it wherever it is: what they do not find is not so
    std::span<const std::string_view> parameters{};  ///< that it names: only an action that takes them all is meant
    std::string_view action{};                       ///< the type of an action without which no flow is meant
    FlowType flow_type = FlowType::unknown;          ///< of the flows alone that are meant; unknown: of any
    Evidence evidence = Evidence::reference;
    std::span<const std::string_view> sources;
};
std::span<const ServiceMessage> service_messages();

/// One problem that the service has named.
struct ServiceProblem {
    std::string text;                         ///< as the service says it; empty: it gave no words
    const ServiceMessage* message = nullptr;  ///< null: nobody has published what it means
    std::string path;                         ///< as source maps write it; empty: it names no place
    std::string error;                        ///< the error type that it names
    std::string type;                         ///< the action type that it names
};

/// What was found in a log.
struct ServiceAnswer {
    static constexpr std::size_t most = 1000;  ///< of the problems that are kept; the service names 50 at most

    std::vector<ServiceProblem> problems;  ///< in the order in which they were printed, each once
    bool refused = false;                  ///< a flow was refused, whether a problem is named or not
    bool listed = false;                   ///< a list of problems was printed, if only an empty one
};

/// Finds problems in whatever was printed around them: the answer itself, a log of the AWS CLI or an SDK, of Terraform or
/// CloudFormation. Any bytes; never throws; linear.
ServiceAnswer read_service_answer(std::string_view printed);

/// What a problem speaks of in a flow.
struct ProblemPlace {
    enum class Fit : std::uint8_t {
        unknown,  ///< the problem names nothing that could be looked up
        fits,
        past_end,     ///< it speaks of an action behind the last one
        contradicts,  ///< what it calls missing is there, or the other way round
        foreign,      ///< it calls missing what the action's type does not have, by the catalogue
        native,       ///< it calls unknown what the action's type has, by the catalogue
        untrue        ///< nothing that it may mean is as it says
    };
    Fit fit = Fit::unknown;
    std::string path;                         ///< from the document's top; empty: no single place is meant
    std::vector<ActionId> actions;            ///< those that it may mean; one where it numbers it
    std::vector<const Diagnostic*> findings;  ///< what rules that the message names find there
};

/// `map` is the map of `flow`, and `findings` is what its check found.
ProblemPlace locate(const ServiceProblem& problem, const Flow& flow, const SourceMap& map, const Diagnostics& findings);

}  // namespace flowc
