#include <initializer_list>

#include "diagnostics/suggest.hpp"
#include "flowdsl/c_abi/boundary.hpp"
#include "flowdsl/c_abi/read_options.hpp"
#include "flowdsl/c_abi/result.hpp"
#include "flowdsl/rules.hpp"
#include "syntax/plain_text.hpp"
#include "syntax/read.hpp"
#include "syntax/value_names.hpp"

namespace flowc::c_abi {

namespace {

struct Argument {
    std::string_view name;
    const char* data;
    std::size_t size;

    std::string_view text() const { return size == 0 ? std::string_view{} : std::string_view{data, size}; }
};

/// What is wrong with the call itself, for whoever wrote it; empty: nothing.
std::string misuse(const Argument& argument) {
    if (argument.data || argument.size == 0) return {};
    const std::string name{argument.name};
    return "`" + name + "` is NULL, and `" + name + "_length` is " + std::to_string(argument.size) +
           "; give the text, or the length 0";
}

/// The first error that stands in the options, with its place.
std::string misuse(const Diagnostics& diagnostics, const Sources& sources) {
    for (const Diagnostic& item : diagnostics.items()) {
        const SourceFile& file = sources.file_of(item.span);
        if (item.severity != Severity::error || &file != &sources.file(0)) continue;
        const Position at = file.position(item.span.begin);
        return file.name() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": " + item.message;
    }
    return {};
}

/// Whether a text can be read at all; one that is too long is not even copied.
bool fits(std::string_view text, std::size_t most, const Options& options, Sources& sources, Diagnostics& diagnostics) {
    if (text.size() <= max_json_bytes) return true;
    report_too_large(sources.file(sources.add(options.file, "")).whole(), text.size(), most, diagnostics);
    return false;
}

CompileResult compile_text(std::string_view text, const Options& options, Sources& sources) {
    CompileResult result;
    if (!fits(text, max_yaml_bytes, options, sources, result.diagnostics)) return result;
    const ProjectFlows flows = options.read_flows(text);
    return compile(Input{options.file, text}, sources, options.for_compiler(flows));
}

/// What the project allows and nothing needed is told with the project.
CheckResult check_text(std::string_view text, const Options& options, Sources& sources, Diagnostics& about_given) {
    CheckResult result;
    if (!fits(text, max_json_bytes, options, sources, result.diagnostics)) return result;
    const ProjectFlows flows = options.read_flows(text);
    result = check(Input{options.file, text}, sources, options.for_checks(flows));
    const std::vector<AllowanceUse> uses =
        apply_allowances(options.lint, options.path_in_project(), result.diagnostics);
    report_unused_allowances(options.lint, {&uses, 1}, false, about_given);
    return result;
}

/// Tells of the values that nothing holds, of what was read.
void report_unused_values(const Options& options, std::initializer_list<const Sources*> read,
                          Diagnostics& about_given) {
    if (options.values.empty()) return;
    ValueNames used;
    for (const Sources* sources : read)
        for (FileId id = 0; id < sources->size(); ++id) add_value_names(sources->file(id).text(), used);
    const std::vector<std::string_view> names(used.begin(), used.end());
    for (const auto& [name, place] : options.value_places) {
        if (used.count(name) != 0) continue;
        const std::string_view near = nearest(name, names);
        about_given
            .report(rules::unknown_value_name, place,
                    "no flow of this call holds `${" + name + "}`" +
                        (near.empty() ? "" : "; did you mean " + quote(near) + "?"))
            .severity = Severity::warning;
    }
}

int call(Function function, const Argument& text, const Argument& json, std::string& answer) {
    for (const Argument& argument : {text, json}) {
        const std::string error = misuse(argument);
        if (error.empty()) continue;
        answer = write_error(error);
        return FLOWC_USAGE;
    }
    Sources given;  // the options, and the files that hold for the text
    Diagnostics about_given;
    const Options options = read_options(json.text(), text.text(), function, given, about_given);
    if (const std::string error = misuse(about_given, given); !error.empty()) {
        answer = write_error(error, {{&about_given, &given}});
        return FLOWC_USAGE;
    }
    const bool sound = !about_given.has_errors();  // nothing is done under half an environment
    Sources sources;
    Diagnostics found;
    if (function == Function::compile) {
        CompileResult result;
        if (sound) result = compile_text(text.text(), options, sources);
        if (sound) report_unused_values(options, {&sources, &given}, about_given);
        found = std::move(result.diagnostics);
        answer = write_compiled({{&about_given, &given}, {&found, &sources}}, result.flows, sources, options);
    } else {
        CheckResult result;
        if (sound) result = check_text(text.text(), options, sources, about_given);
        if (sound) report_unused_values(options, {&sources, &given}, about_given);
        found = std::move(result.diagnostics);
        answer = write_checked({{&about_given, &given}, {&found, &sources}}, result.flows, sources);
    }
    return sound && !found.has_errors() ? FLOWC_OK : FLOWC_FINDINGS;
}

}  // namespace

}  // namespace flowc::c_abi

using namespace flowc::c_abi;

int flowc_abi_version(void) { return FLOWC_ABI_VERSION; }

int flowc_compile(const char* text, size_t text_length, const char* options, size_t options_length, char** result,
                  size_t* result_length) {
    return answer(result, result_length, [&](std::string& json) {
        return call(Function::compile, {"text", text, text_length}, {"options", options, options_length}, json);
    });
}

int flowc_lint(const char* text, size_t text_length, const char* options, size_t options_length, char** result,
               size_t* result_length) {
    return answer(result, result_length, [&](std::string& json) {
        return call(Function::lint, {"text", text, text_length}, {"options", options, options_length}, json);
    });
}

void flowc_free(char* result) { delete[] result; }
