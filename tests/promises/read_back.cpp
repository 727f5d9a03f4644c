#include "tests/promises/read_back.hpp"

#include "flowc/compile.hpp"
#include "syntax/read.hpp"
#include "tests/promises/sound.hpp"

namespace flowc::promises {

std::string fault_read_back(const Flow& flow) {
    for (const Target target : {Target::content, Target::wrapper, Target::api, Target::export_}) {
        Sources sources;
        Diagnostics found;
        const SourceFile& file = sources.file(sources.add("emitted.json", emit(flow, target)));
        if (read_json(file, found).roots().size() != 1 || !found.items().empty())
            return "what was emitted is not read as JSON: " + shown(found, sources);
    }
    const std::string content = emit(flow, Target::content);
    CheckOptions options;
    options.type = flow.type;
    Sources sources;
    const CheckResult again = check({"emitted.json", content}, sources, options);
    if (again.diagnostics.has_errors()) return "what was emitted has an error: " + shown(again.diagnostics, sources);
    if (again.flows.size() != 1) return "what was emitted is not read as a flow";
    return emit(again.flows.front(), Target::content) == content ? "" : "what was read back is another flow";
}

}  // namespace flowc::promises
