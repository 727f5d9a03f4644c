#include "flowc/project_lint.hpp"

namespace flowc {

namespace {

/// One name against one part of a pattern. Remembers the last `*` and gives it one character more at each failure, so
/// that it takes no more than the product of the lengths.
bool name_matches(std::string_view pattern, std::string_view name) {
    std::size_t at = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    std::size_t i = 0;
    while (i < name.size()) {
        if (at < pattern.size() && (pattern[at] == '?' || pattern[at] == name[i]) && pattern[at] != '*') {
            ++at;
            ++i;
        } else if (at < pattern.size() && pattern[at] == '*') {
            star = at++;
            resume = i;
        } else if (star != std::string_view::npos) {
            at = star + 1;
            i = ++resume;
        } else {
            return false;
        }
    }
    while (at < pattern.size() && pattern[at] == '*') ++at;
    return at == pattern.size();
}

std::vector<std::string_view> names_of(std::string_view path) {
    std::vector<std::string_view> names;
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        if (const std::string_view name = path.substr(0, slash); !name.empty() && name != ".") names.push_back(name);
        path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
    }
    return names;
}

}  // namespace

bool path_matches(std::string_view pattern, std::string_view path) {
    std::vector<std::string_view> parts = names_of(pattern);
    const std::vector<std::string_view> names = names_of(path);
    if (parts.empty()) return false;
    if (parts.size() == 1 && pattern.find('/') == std::string_view::npos) parts.insert(parts.begin(), "**");
    // A name without wildcards may be that of a folder, and means what lies in it.
    if (pattern.ends_with('/') || parts.back().find_first_of("*?") == std::string_view::npos) parts.push_back("**");
    // The same as in a name, with names for characters and `**` for `*`.
    std::size_t at = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    std::size_t i = 0;
    while (i < names.size()) {
        if (at < parts.size() && parts[at] == "**") {
            star = at++;
            resume = i;
        } else if (at < parts.size() && name_matches(parts[at], names[i])) {
            ++at;
            ++i;
        } else if (star != std::string_view::npos) {
            at = star + 1;
            i = ++resume;
        } else {
            return false;
        }
    }
    while (at < parts.size() && parts[at] == "**") ++at;
    return at == parts.size();
}

}  // namespace flowc
