#include "source_map/path.hpp"

#include <algorithm>

#include "source/ascii.hpp"

namespace flowc::source_map_detail {

namespace {

bool is_plain(std::string_view key) { return !key.empty() && std::all_of(key.begin(), key.end(), is_name_character); }

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The first step of a path, with its dot or brackets; empty at the end.
std::string_view first_step(std::string_view path) {
    if (path.empty()) return {};
    std::size_t end = 1;
    if (path.starts_with("['") || path.starts_with("[\"")) {
        const char quote = path[1];
        for (end = 2; end < path.size() && path[end] != quote; ++end)
            if (path[end] == '\\') ++end;
        end = path.find(']', std::min(end, path.size()));
    } else if (path.front() == '[') {
        end = path.find(']');
    } else {
        return path.substr(0, path.find_first_of(".[", 1));
    }
    return path.substr(0, end == std::string_view::npos ? end : end + 1);
}

/// The key between quotes.
std::string unquoted(std::string_view step) {
    std::string key;
    for (std::size_t i = 2; i + 2 < step.size(); ++i) {
        if (step[i] == '\\' && i + 3 < step.size()) ++i;
        key += step[i];
    }
    return key;
}

}  // namespace

void append_key(std::string& path, std::string_view key) {
    if (is_plain(key)) {
        if (!path.empty()) path += '.';
        path += key;
        return;
    }
    path += "['";
    for (const char c : key) {
        if (c == '\'' || c == '\\') path += '\\';
        path += c;
    }
    path += "']";
}

void append_index(std::string& path, std::size_t index) { path.append("[").append(std::to_string(index)).append("]"); }

std::string canonical(std::string_view written) {
    std::string path;
    if (written.starts_with('$')) written.remove_prefix(1);
    for (std::string_view step = first_step(written); !step.empty(); step = first_step(written)) {
        written.remove_prefix(step.size());
        const bool bracketed = step.size() > 2 && step.front() == '[' && step.back() == ']';
        const std::string_view inside = bracketed ? step.substr(1, step.size() - 2) : std::string_view{};
        const bool quoted =
            inside.size() > 1 && (inside.front() == '\'' || inside.front() == '"') && inside.back() == inside.front();
        if (is_number(inside)) path.append(step);
        else if (quoted) append_key(path, unquoted(step));
        else append_key(path, step.substr(step.front() == '.' ? 1 : 0));
    }
    return path;
}

std::string_view enclosing(std::string_view path) {
    std::size_t last = 0;
    for (std::string_view rest = path, step = first_step(rest); step.size() < rest.size(); step = first_step(rest)) {
        rest.remove_prefix(step.size());
        last = path.size() - rest.size();
    }
    return path.substr(0, last);
}

bool comes_before(std::string_view a, std::string_view b) {
    const auto is_item = [](std::string_view step) { return step.front() == '[' && !step.starts_with("['"); };
    while (!a.empty() && !b.empty()) {
        const std::string_view one = first_step(a);
        const std::string_view other = first_step(b);
        if (one != other) {
            return is_item(one) && is_item(other) && one.size() != other.size() ? one.size() < other.size()
                                                                                : one < other;
        }
        a.remove_prefix(one.size());
        b.remove_prefix(one.size());
    }
    return a.empty() && !b.empty();
}

}  // namespace flowc::source_map_detail
