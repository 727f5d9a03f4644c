#include "input/looks_like.hpp"

#include <algorithm>

#include "source/ascii.hpp"

namespace flowc::cli {

namespace {

/// A key of a flow in another case than it is read in: `"startAction":`.
bool has_keys_in_other_case(std::string_view text) {
    constexpr std::string_view key = "\"startaction\"";
    return std::search(text.begin(), text.end(), key.begin(), key.end(),
                       [](char c, char wanted) { return lower_case(c) == wanted; }) != text.end() &&
           text.find("\"StartAction\"") == std::string_view::npos;
}

}  // namespace

std::string_view looks_like(std::string_view name, std::string_view text) {
    if (name.substr(name.rfind('/') + 1) == "flowc.yaml")
        return "a project file, which is read with every flow of the project";
    constexpr std::size_t glance = 4096;
    const std::string_view head = text.substr(0, glance);
    if (head.find('\0') != std::string_view::npos) return "binary data";
    const std::size_t begin = head.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return text.size() > glance ? "blank text" : "an empty file";
    const std::string_view rest = head.substr(begin);
    if (rest.starts_with("{") && has_keys_in_other_case(head))
        return "a flow whose keys are in another case; write `Version`, `StartAction` and `Actions`";
    if (rest.starts_with("{")) return "a JSON object without a flow's keys";
    if (rest.starts_with("[")) return "a JSON list";
    if (rest.starts_with("<")) return "XML or HTML";
    if (rest.starts_with("#!")) return "a script";
    if (name.ends_with(".tf") || name.ends_with(".hcl"))
        return "Terraform's own language, in which no flows are looked for; write `*.tf.json`, or put the content into "
               "a file of its own";
    const std::string_view word = rest.substr(0, rest.find_last_not_of(" \t\r\n") + 1);
    if (text.size() <= glance && (word == "null" || word == "true" || word == "false"))
        return "a JSON value that is no object";
    if (rest.starts_with("---") || rest.find(": ") != std::string_view::npos ||
        rest.find(":\n") != std::string_view::npos) {
        return "YAML without a flow's keys";
    }
    return "plain text";
}

}  // namespace flowc::cli
