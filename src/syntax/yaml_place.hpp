#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "source/utf8.hpp"
#include "syntax/yaml_problem.hpp"

namespace flowc {

/// A text by its lines, and what is found in it.
class YamlPlace {
  protected:
    explicit YamlPlace(std::string_view text) : text_(text) {}

    char at(std::size_t place) const { return place < text_.size() ? text_[place] : '\0'; }
    bool is_blank(std::size_t place) const { return at(place) == ' ' || at(place) == '\t'; }
    static bool is_break(char c) { return c == '\n' || c == '\r' || c == '\0'; }

    std::size_t line_begin(std::size_t place) const {
        while (place > 0 && !is_break(text_[place - 1])) --place;
        return place;
    }
    std::size_t line_end(std::size_t place) const {
        while (!is_break(at(place))) ++place;
        return place;
    }
    /// The offset behind the last byte before `place` on its line that is no blank; the line's begin where all are.
    std::size_t behind_text_before(std::size_t place) const {
        const std::size_t begin = line_begin(place);
        while (place > begin && is_blank(place - 1)) --place;
        return place;
    }
    bool is_first_on_line(std::size_t place) const { return behind_text_before(place) == line_begin(place); }

    void point(std::size_t begin, std::size_t end) {
        found_.begin = static_cast<std::uint32_t>(begin);
        found_.end = static_cast<std::uint32_t>(std::max(begin, end));
    }
    /// One code point, or nothing at the end of a line.
    void point_at(std::size_t place) {
        point(place, is_break(at(place)) ? place : place + utf8::decode(text_.substr(place)).size);
    }
    void point_to_line_end(std::size_t place) {
        std::size_t end = line_end(place);
        while (end > place && is_blank(end - 1)) --end;
        point(place, end);
    }
    void label(std::size_t place, std::string text) {
        if (place == found_.begin) return;
        found_.label = static_cast<std::uint32_t>(place);
        found_.label_text = std::move(text);
    }
    bool say(std::string message) {
        found_.message = std::move(message);
        return true;
    }

    std::string_view text_;
    YamlProblem found_;
};

}  // namespace flowc
