#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "diagnostics/suggest.hpp"

/// The parts of messages.
namespace flowc::rules {

/// A text that stands in backticks as `flowc::quote` writes it: in a message it needs no string of its own.
struct Quoted {
    std::string_view inner;
    operator std::string() const { return flowc::quote(inner); }
};
constexpr Quoted quote(std::string_view text) { return {text}; }

/// A part of a message.
class Part {
  public:
    Part(Quoted quoted) : text_(quoted.inner), is_quoted_(true) {}
    template <class Text>
    requires std::is_convertible_v<const Text&, std::string_view> Part(const Text& text) : text_(text) {}

    std::size_t size() const { return is_quoted_ ? quoted_size(text_) : text_.size(); }
    void append_to(std::string& message) const {
        if (is_quoted_) append_quoted(message, text_);
        else message += text_;
    }

  private:
    std::string_view text_;
    bool is_quoted_ = false;
};

/// One text of several.
std::string text(std::initializer_list<Part> parts);
/// `` `a`, `b` or `c` ``; a long list is cut: `and 7 more`.
std::string listed(std::span<const std::string_view> names, std::string_view conjunction);
/// `1 character`, `3 characters`.
std::string counted(std::size_t count, std::string_view noun);
/// How many code points a text has.
std::size_t characters(std::string_view text);
/// A number as people write it: `8`, `0.5`.
std::string decimal(double value);

}  // namespace flowc::rules
