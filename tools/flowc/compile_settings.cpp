#include "compile_settings.hpp"

#include "environment_file.hpp"
#include "include_file.hpp"

namespace flowc::cli {

ExitCode report(const Preparation& read, Output& err, bool color) {
    if (!read.unreadable.empty()) err << file_error(read.unreadable, read.why);
    for (const Diagnostic& one : read.diagnostics.items()) err << render_text(one, read.sources, {color});
    if (!read.unreadable.empty()) return ExitCode::unreadable;
    return read.diagnostics.has_errors() ? ExitCode::findings : ExitCode::ok;
}

std::string CompileSettings::read_values(const std::vector<std::string>& values) {
    for (const std::string& each : values) {
        const std::size_t equals = each.find('=');
        if (equals == std::string::npos || equals == 0)
            return "`--set " + each + "` sets nothing; write `--set name=value`";
        values_[each.substr(0, equals)] = each.substr(equals + 1);  // the last one of a name
    }
    return {};
}

const Preparation& CompileSettings::read_environment(const std::string& path) {
    if (path.empty()) return of_environment_;
    EnvironmentFile read = read_environment_file(path, of_environment_.sources, of_environment_.diagnostics);
    of_environment_.unreadable = std::move(read.unreadable);
    of_environment_.why = std::move(read.why);
    of_environment_.diagnostics.sort();
    environment_ = std::move(read.environment);
    has_environment_ = true;
    return of_environment_;
}

CompileOptions CompileSettings::under(const ProjectFile& project, const Input& file, const std::string& main) const {
    CompileOptions options;
    if (has_environment_) options.environment = &environment_;
    options.values = values_;
    options.include = IncludeFile(main);
    if (!project.sound()) return options;
    if (project.project.speaks_of_flows) options.project = &file;
    if (!options.environment && project.has_environment) options.environment = &project.environment;
    return options;
}

}  // namespace flowc::cli
