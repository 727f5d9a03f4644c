#include "linting/select_files.hpp"

#include "input/changed_files.hpp"

namespace flowc::cli {

Walk select_files(const LintOptions& options, Projects& projects, std::string& problem) {
    if (!options.stdin_filename.empty()) return {{{options.stdin_filename, true, true}}, {}};
    Walk walk = projects.named_or_default(options.inputs);
    if (options.changed.empty()) return walk;
    const ChangedFiles changed =
        changed_since(options.changed, options.inputs.empty() ? std::string{} : options.inputs.front());
    problem = changed.problem;
    if (!problem.empty()) return {};
    for (InputPath& file : walk.files) {
        const std::string real = identity(file);
        file.only_context = changed.files.count(real) == 0;
        if (!real.starts_with(changed.top + "/"))
            walk.unreadable.push_back({file.name, "`--changed` cannot tell, for it lies outside of " + changed.top});
    }
    return walk;
}

}  // namespace flowc::cli
