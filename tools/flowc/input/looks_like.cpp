#include "input/looks_like.hpp"

namespace flowc::cli {

std::string_view looks_like(std::string_view name, std::string_view text) {
    if (name.substr(name.rfind('/') + 1) == "flowc.yaml") return "a project file, which is read with every flow of the project";
    constexpr std::size_t glance = 4096;
    const std::string_view head = text.substr(0, glance);
    if (head.find('\0') != std::string_view::npos) return "binary data";
    const std::size_t begin = head.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return text.size() > glance ? "blank text" : "an empty file";
    const std::string_view rest = head.substr(begin);
    if (rest.starts_with("{")) return "a JSON object without a flow's keys";
    if (rest.starts_with("[")) return "a JSON list";
    if (rest.starts_with("<")) return "XML or HTML";
    if (rest.starts_with("#!")) return "a script";
    if (rest.starts_with("---") || rest.find(": ") != std::string_view::npos ||
        rest.find(":\n") != std::string_view::npos) {
        return "YAML without a flow's keys";
    }
    return "plain text";
}

}  // namespace flowc::cli
