#include "tests/promises/promises.hpp"
#include "tests/promises/read_back.hpp"
#include "tests/promises/sound.hpp"

namespace flowc::promises {

std::string checking(std::string_view text, const CheckOptions& options) {
    Sources sources;
    const CheckResult result = check({"text", text}, sources, options);
    if (std::string fault = fault_in(result.diagnostics, sources); !fault.empty()) return fault;
    const bool errors = result.diagnostics.has_errors();
    // Of the language's files some hold definitions alone.
    if (result.flows.empty() && !errors && recognise("text", text) != Form::dsl)
        return "nothing was read and nothing was said";
    Sources other_sources;
    const CheckResult other = check({"text", text}, other_sources, options);
    if (shown(other.diagnostics, other_sources) != shown(result.diagnostics, sources))
        return "checking twice finds other things";
    for (const Flow& flow : result.flows) {
        const bool read_from_json = flow.document != no_node;  // others may hold names that nobody knows
        if (errors || !read_from_json) continue;
        if (std::string fault = fault_read_back(flow); !fault.empty()) return fault;
    }
    return {};
}

}  // namespace flowc::promises
