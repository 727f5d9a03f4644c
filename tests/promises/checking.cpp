#include "tests/promises/promises.hpp"
#include "tests/promises/read_back.hpp"
#include "tests/promises/sound.hpp"

namespace flowc::promises {

namespace {

/// One run of `check`, with what it gave.
struct Run {
    Run(std::string_view text, const CheckOptions& options) {
        Document document = read({"text", text}, sources);
        form = document.form;
        result = check(std::move(document), sources, options);
        found = shown(result.diagnostics, sources);
    }

    Sources sources;
    Form form = Form::other;
    CheckResult result;
    std::string found;
};

}  // namespace

std::string checking(std::string_view text, const CheckOptions& options) {
    const Run run(text, options);
    if (std::string fault = fault_in(run.result.diagnostics, run.sources); !fault.empty()) return fault;
    const bool errors = run.result.diagnostics.has_errors();
    // Of the language's files some hold definitions alone.
    if (run.result.flows.empty() && run.found.empty() && run.form != Form::dsl)
        return "nothing was read and nothing was said";
    if (Run(text, options).found != run.found) return "checking twice finds other things";
    for (const Flow& flow : run.result.flows) {
        const bool read_from_json = flow.document != no_node;  // others may hold names that nobody knows
        if (errors || !read_from_json) continue;
        if (std::string fault = fault_read_back(flow); !fault.empty()) return fault;
    }
    return {};
}

}  // namespace flowc::promises
