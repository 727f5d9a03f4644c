#include "flowdsl/c_abi/boundary.hpp"
#include "flowdsl/c_abi/options.hpp"
#include "flowdsl/c_abi/result.hpp"
#include "syntax/plain_text.hpp"
#include "syntax/read.hpp"

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

/// Compiles or checks. A text that is too long to be read is not even copied.
CompileResult run(Function function, std::string_view text, Sources& sources, const Options& options) {
    CompileResult result;
    const Input input{options.file, text};
    if (text.size() > max_json_bytes) {
        const SourceFile& file = sources.file(sources.add(options.file, ""));
        report_too_large(file.whole(), text.size(), function == Function::compile ? max_yaml_bytes : max_json_bytes,
                         result.diagnostics);
    } else if (function == Function::compile) {
        result = compile(input, sources, options.for_compiler());
    } else {
        CheckOptions settings;
        settings.type = options.type;
        settings.compile = options.for_compiler();
        result.diagnostics = check(input, sources, settings).diagnostics;
    }
    return result;
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
    const Options options = read_options(json.text(), function, given, about_given);
    if (const std::string error = misuse(about_given, given); !error.empty()) {
        answer = write_error(error, {{&about_given, &given}});
        return FLOWC_USAGE;
    }
    Sources sources;
    CompileResult compiled;  // nothing is, under half an environment
    if (!about_given.has_errors()) compiled = run(function, text.text(), sources, options);
    answer = write_result({{&about_given, &given}, {&compiled.diagnostics, &sources}},
                          function == Function::compile ? &compiled.flows : nullptr, options.target);
    return about_given.has_errors() || compiled.diagnostics.has_errors() ? FLOWC_FINDINGS : FLOWC_OK;
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
