#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

namespace simdjson::internal {
class dom_parser_implementation;
}

namespace flowc::json {

/// Where the tokens of a JSON text begin: brackets, commas, colons, strings, other scalars. It is the first of
/// simdjson's two passes, which looks at many bytes at once. A text of good tokens is UTF-8, its strings are closed and
/// hold no bare control character; whether the tokens make a document is for the reader to say.
class Tokens {
  public:
    explicit Tokens(std::string_view text);
    ~Tokens();
    Tokens(const Tokens&) = delete;
    Tokens& operator=(const Tokens&) = delete;

    /// Whether all of the text could be cut into tokens; it has at least one then.
    bool good() const { return good_; }
    std::size_t size() const;
    /// Offsets, in order; the text's size stands twice behind them.
    const std::uint32_t* begin() const;
    const std::uint32_t* end() const { return begin() + size(); }

    /// Writes what a string stands for, whose first byte behind its quote is `inside`, and tells where that ends. Null: an
    /// escape in it is none. The text is one of good tokens; `to` has room for all bytes between the quotes and `padding` more.
    char* decode(const char* inside, char* to) const;
    static constexpr std::size_t padding = 64;

  private:
    std::unique_ptr<simdjson::internal::dom_parser_implementation> parser_;
    bool good_ = false;
};

}  // namespace flowc::json
