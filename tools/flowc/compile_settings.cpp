#include "compile_settings.hpp"

#include "input/environment_file.hpp"
#include "input/include_file.hpp"
#include "nearest_name.hpp"
#include "source/utf8.hpp"
#include "syntax/value_names.hpp"

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
        if (equals + 1 == each.size())
            return "`--set " + utf8::replaced(each) + "` gives no text; write one behind the `=`, or leave it out";
        if (utf8::first_invalid(each) != std::string::npos)
            return "`--set " + utf8::replaced(each) +
                   "` is not UTF-8, which every flow is written in; give the value in UTF-8";
        values_[each.substr(0, equals)] = each.substr(equals + 1);  // the last one of a name
    }
    return {};
}

void CompileSettings::look_for_uses(const Sources& sources) {
    if (values_.empty()) return;
    looked_ = true;
    for (FileId id = 0; id < sources.size(); ++id) add_value_names(sources.file(id).text(), used_);
}

std::vector<std::string> CompileSettings::unused() const {
    std::vector<std::string> lines;
    if (!looked_) return lines;
    const std::vector<std::string_view> used(used_.begin(), used_.end());
    for (const auto& [name, value] : values_)
        if (used_.count(name) == 0)
            lines.push_back("--set " + name + ": warning: no flow of this run holds `${" + name + "}`" +
                            did_you_mean(name, used) + "\n");
    return lines;
}

const Preparation& CompileSettings::read_environment(const std::string& path) {
    if (path.empty()) return of_environment_;
    Sources& sources = of_environment_.sources;
    const Span named = sources.file(sources.add(path, path)).whole();
    EnvironmentFile read = read_environment_file(path, named, sources, of_environment_.diagnostics);
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
