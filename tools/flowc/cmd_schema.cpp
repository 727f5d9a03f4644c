#include "command.hpp"
#include "flowc/schema.hpp"
#include "output/output.hpp"

namespace flowc::cli {

namespace {

std::vector<std::string_view> kinds() { return {"flow", "dsl"}; }

}  // namespace

ExitCode schema_command(const Arguments& arguments) {
    std::string kind;
    CommandLine line("schema", "Prints a JSON Schema, for editors and for other validators.");
    line.argument("KIND", kind, "`flow`: a Flow-language document; `dsl`: a document of a *.flow.yaml", kinds);
    if (const auto code = line.parse(arguments)) return *code;
    if (kind != "flow" && kind != "dsl") {
        const std::string found = kind.empty() ? "name a schema" : "there is no schema `" + kind + "`";
        return line.misused(found + "; write `flow` or `dsl`");
    }
    ExitCode code = ExitCode::ok;
    Output out(posix::Stream::output);
    out << (kind == "flow" ? flow_schema() : dsl_schema());
    out.flush(code);
    return code;
}

}  // namespace flowc::cli
