#include "linting/patch.hpp"

#include <algorithm>
#include <vector>

namespace flowc::cli {

namespace {

using Lines = std::vector<std::string_view>;

/// With their line ends; the last may have none.
Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
        lines.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return lines;
}

/// Whole lines of the original, from `begin` to before `end`, and the text in their place.
struct Changed {
    std::size_t begin;
    std::size_t end;
    std::string text;
};

/// Changes of bytes as changes of whole lines; those that share a line are one.
class LineChanges {
  public:
    explicit LineChanges(std::string_view original) : original_(original), lines_(lines_of(original)) {
        std::size_t at = 0;
        for (const std::string_view line : lines_) {
            starts_.push_back(at);
            at += line.size();
        }
    }

    const Lines& lines() const { return lines_; }

    std::vector<Changed> of(const std::vector<fixes::Change>& changes) const {
        std::vector<Changed> all;
        std::size_t copied = 0;  // what of the original the last change already has
        for (const fixes::Change& change : changes) {
            const std::size_t first = line_at(change.begin);
            if (all.empty() || first >= all.back().end) {
                finish(all, copied);
                all.push_back({first, first, {}});
                copied = first < starts_.size() ? starts_[first] : original_.size();
            }
            Changed& last = all.back();
            last.text.append(original_.substr(copied, change.begin - copied)).append(change.text);
            copied = change.end;
            last.end = std::max(last.end, std::min(line_at(change.end) + 1, lines_.size()));
        }
        finish(all, copied);
        return all;
    }

  private:
    std::size_t line_at(std::size_t offset) const {
        const auto above = std::upper_bound(starts_.begin(), starts_.end(), offset);
        return above == starts_.begin() ? 0 : static_cast<std::size_t>(above - starts_.begin()) - 1;
    }

    void finish(std::vector<Changed>& all, std::size_t copied) const {
        if (all.empty()) return;
        const std::size_t end = all.back().end < starts_.size() ? starts_[all.back().end] : original_.size();
        all.back().text += original_.substr(copied, end - copied);
    }

    std::string_view original_;
    Lines lines_;
    std::vector<std::size_t> starts_;
};

/// Leaves out lines at both ends that are as they were.
void trim(const Lines& old, Changed& change, Lines& lines) {
    std::size_t before = 0;
    while (before < lines.size() && change.begin < change.end && lines[before] == old[change.begin])
        ++before, ++change.begin;
    lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(before));
    while (!lines.empty() && change.begin < change.end && lines.back() == old[change.end - 1])
        lines.pop_back(), --change.end;
}

void add_line(std::string& out, char sign, std::string_view line) {
    out.append(1, sign).append(line);
    if (line.empty() || line.back() != '\n') out += "\n\\ No newline at end of file\n";
}

/// `12,5`: where a stretch begins, counted from 1, and how many lines it has.
std::string range(std::size_t begin, std::size_t count) {
    return std::to_string(count == 0 ? begin : begin + 1) + "," + std::to_string(count);
}

bool is_special(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == 0x7F; }

/// A file's name as git reads it: special characters in quotes.
std::string named(std::string_view folder, std::string_view path) {
    const std::string name = std::string(folder).append(path);
    if (std::none_of(name.begin(), name.end(), is_special)) return name;
    std::string quoted = "\"";
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') quoted.append({'\\', c});
        else if (is_special(c))
            quoted.append({'\\', static_cast<char>('0' + (byte >> 6)), static_cast<char>('0' + ((byte >> 3) & 7)),
                           static_cast<char>('0' + (byte & 7))});
        else quoted += c;
    }
    return quoted + "\"";
}

/// Behind a name with blanks that is not in quotes, a tab says where it ends.
std::string ended(const std::string& name) {
    return name.front() == '"' || name.find(' ') == std::string::npos ? name : name + "\t";
}

}  // namespace

std::string patch(std::string_view path, const fixes::EditedText& text) {
    constexpr std::size_t around = 3;
    const LineChanges original(text.original());
    const Lines& old = original.lines();
    std::vector<Changed> changes = original.of(text.changes());
    std::vector<Lines> written;
    for (Changed& change : changes) trim(old, change, written.emplace_back(lines_of(change.text)));
    std::string hunks;
    std::ptrdiff_t shift = 0;  // how far behind their old place the lines stand
    for (std::size_t first = 0; first < changes.size();) {
        if (changes[first].begin == changes[first].end && written[first].empty()) {
            ++first;
            continue;
        }
        std::size_t last = first;
        while (last + 1 < changes.size() && changes[last + 1].begin <= changes[last].end + 2 * around) ++last;
        const std::size_t begin = changes[first].begin - std::min(around, changes[first].begin);
        const std::size_t end = std::min(changes[last].end + around, old.size());
        std::string body;
        std::size_t at = begin;
        std::size_t count = end - begin;
        for (std::size_t i = first; i <= last; ++i) {
            for (; at < changes[i].begin; ++at) add_line(body, ' ', old[at]);
            for (; at < changes[i].end; ++at) add_line(body, '-', old[at]);
            for (const std::string_view line : written[i]) add_line(body, '+', line);
            count = count + written[i].size() - (changes[i].end - changes[i].begin);
        }
        for (; at < end; ++at) add_line(body, ' ', old[at]);
        const auto moved = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(begin) + shift);
        hunks += "@@ -" + range(begin, end - begin) + " +" + range(moved, count) + " @@\n" + body;
        shift += static_cast<std::ptrdiff_t>(count) - static_cast<std::ptrdiff_t>(end - begin);
        first = last + 1;
    }
    if (hunks.empty()) return {};
    const std::string before = named("a/", path);
    const std::string after = named("b/", path);
    // Without the first line, `git apply` would take the path as one from its folder.
    return "diff --git " + before + " " + after + "\n--- " + ended(before) + "\n+++ " + ended(after) + "\n" + hunks;
}

}  // namespace flowc::cli
