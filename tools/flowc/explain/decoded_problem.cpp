#include "explain/decoded_problem.hpp"

#include "diagnostics/visible.hpp"
#include "emit/json_writer.hpp"
#include "explain/catalogue_words.hpp"
#include "source/utf8.hpp"

namespace flowc::cli {

namespace {

using emit_detail::JsonWriter;
using Fit = ProblemPlace::Fit;

constexpr std::string_view wordless = "the service has named a problem and said nothing of it";

std::string shown(const FilePlace& place) {
    return visible(place.file) + ":" + std::to_string(place.begin.line) + ":" + std::to_string(place.begin.column);
}

/// Why a problem cannot be one of this flow; empty: it can.
std::string mismatch(const DecodedProblem& one, const DecodedFlow& flow) {
    const std::string other = flow.without_environment
                                  ? "; this is not the flow that was refused, it has changed since, or it was compiled "
                                    "with an environment: name that with `--env`"
                                  : "; this is not the flow that was refused, or it has changed since";
    if (one.fit == Fit::past_end)
        return "the flow has " + std::to_string(flow.actions) + (flow.actions == 1 ? " action" : " actions") +
               ", which count from 0, and this one is not among them" + other;
    if (one.fit == Fit::untrue)
        return (one.actions.empty() ? "nothing in the flow is as this says" : "nothing in the action is as this says") +
               other;
    if (one.fit == Fit::foreign || one.fit == Fit::native) {
        const std::string& path = one.problem.path;
        const std::string what = one.problem.error.empty()
                                     ? "parameter `" + visible(std::string_view(path).substr(path.rfind('.') + 1)) + "`"
                                     : "branch `" + visible(one.problem.error) + "`";
        const std::string type = " of `" + visible(one.actions.front().type) + "`; unless the service knows ";
        return (one.fit == Fit::foreign ? "flowc's catalogue has no " + what + type + "more"
                                        : "flowc's catalogue has the " + what + type + "less") +
               ", " + other.substr(2);
    }
    if (one.fit != Fit::contradicts) return {};
    if (!one.problem.type.empty() && one.actions.empty())
        return "the flow has no action of the type `" + visible(one.problem.type) + "`" + other;
    if (!one.problem.type.empty() && one.actions.front().type != one.problem.type)
        return "the action's type is `" + visible(one.actions.front().type) + "`" + other;
    const std::string what = one.problem.error.empty() ? "`" + visible(one.problem.path) + "`"
                                                       : "the branch `" + visible(one.problem.error) + "`";
    const bool absent = one.problem.message->names == ServiceMessage::Names::absent;
    return what + (absent ? " is there" : " is not there") + other;
}

void append(std::string& text, std::string_view heading, std::string_view words) {
    if (!words.empty()) text.append("  ").append(heading).append(": ").append(words) += '\n';
}

void write(JsonWriter& out, const FilePlace& place) {
    out.member("file", utf8::replaced(place.file));
    out.member("line", place.begin.line);
    out.member("column", place.begin.column);
    out.member("endLine", place.end.line);
    out.member("endColumn", place.end.column);
}

void write(JsonWriter& out, const DecodedProblem& one, const DecodedFlow& flow) {
    out.begin_object();
    out.member("text", one.problem.text);
    out.member("path", one.problem.path);
    out.key("understood");
    out.plain(one.understood() ? "true" : "false");
    if (const std::string why = mismatch(one, flow); !why.empty()) out.member("mismatch", why);
    if (const ServiceMessage* const message = one.problem.message) {
        out.member("cause", message->cause);
        out.member("fix", message->fix);
        out.member("evidence", words(message->evidence));
    }
    if (one.place) write(out, *one.place);
    out.key("uses");
    out.begin_array();
    for (const FilePlace& use : one.uses) {
        out.begin_object();
        write(out, use);
        out.end_object();
    }
    out.end_array();
    out.key("actions");
    out.begin_array();
    for (const DecodedProblem::OfAction& action : one.actions) {
        out.begin_object();
        out.member("number", static_cast<std::int64_t>(action.number));
        out.member("identifier", utf8::replaced(action.identifier));
        out.member("type", utf8::replaced(action.type));
        out.end_object();
    }
    out.end_array();
    out.key("findings");
    out.begin_array();
    for (const DecodedProblem::Found& found : one.found) {
        out.begin_object();
        write(out, found.place);
        out.member("rule", found.rule);
        out.member("message", utf8::replaced(found.message));
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

}  // namespace

std::string decoded_text(const std::vector<DecodedProblem>& problems, const DecodedFlow& flow) {
    std::string text;
    if (flow.stale_map)
        text += visible(flow.file) + ": warning: it has changed since `" + visible(flow.file) +
                ".map` was made, so places are given in it and not in its source\n";
    for (const DecodedProblem& one : problems) {
        if (one.place) text += shown(*one.place) + ": ";
        else if (!flow.file.empty()) text += visible(flow.file) + ": ";
        text += "error: " + (one.problem.text.empty() ? std::string(wordless) : visible(one.problem.text)) + "\n";
        append(text, "not this flow", mismatch(one, flow));
        for (const DecodedProblem::OfAction& action : one.actions)
            append(text, "action",
                   "`" + visible(action.identifier) + "` (" + visible(action.type) + "), number " +
                       std::to_string(action.number));
        for (const FilePlace& use : one.uses) append(text, "used", shown(use));
        if (const ServiceMessage* const message = one.problem.message) {
            append(text, "cause", message->cause);
            append(text, "fix", message->fix);
        } else if (!one.problem.text.empty()) {
            append(text, "cause", "nobody has published what this means");
        } else {
            append(text, "fix", "`flowc lint` looks for what the service refuses");
        }
        for (const DecodedProblem::Found& found : one.found)
            append(text, "flowc",
                   shown(found.place) + ": " + visible(found.message) + " [" + std::string(found.rule) + "]");
    }
    return text;
}

std::string decoded_json(const std::vector<DecodedProblem>& problems, const DecodedFlow& flow) {
    JsonWriter out(JsonWriter::Form::indented);
    out.begin_object();
    out.member("version", 1);
    out.member("flow", utf8::replaced(flow.name));
    out.key("staleMap");
    out.plain(flow.stale_map ? "true" : "false");
    out.key("problems");
    out.begin_array();
    for (const DecodedProblem& one : problems) write(out, one, flow);
    out.end_array();
    out.end_object();
    return std::move(out).take() + '\n';
}

}  // namespace flowc::cli
