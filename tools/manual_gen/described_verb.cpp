#include "described_verb.hpp"

#include "command.hpp"

namespace manual_gen {

namespace {

/// Where `parse` leaves what the verb that is being asked has declared.
DescribedVerb* asked = nullptr;

}  // namespace

std::vector<DescribedVerb> described_verbs() {
    std::vector<DescribedVerb> described;
    for (const flowc::cli::Verb& verb : flowc::cli::verbs()) {
        described.push_back({verb.name, verb.summary, {}, {}});
        asked = &described.back();
        verb.run({});
    }
    return described;
}

}  // namespace manual_gen

/// A verb declares its options and then has them parsed. Here, in the place of the parser, they are written down, and
/// the run is over. So what is described is what is parsed, and the tool itself carries nothing of it.
std::optional<flowc::cli::ExitCode> flowc::cli::CommandLine::parse(const Arguments&) {
    manual_gen::asked->description = summary();
    manual_gen::asked->table = table();
    return ExitCode::ok;
}
