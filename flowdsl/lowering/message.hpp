#pragma once

#include <string>
#include <string_view>

#include "flowc/syntax.hpp"

namespace flowc::dsl {

/// What is said, shown or played: exactly one of the message sources an action knows.
struct Message {
    enum class Kind : std::uint8_t { none, text, ssml, prompt, s3 };
    Kind kind = Kind::none;
    std::string_view text;  ///< the words with `{name}` in them, or the s3 address; as long as the flow is lowered
    Node prompt;            ///< for prompt: the resource's name node
    Span span;

    explicit operator bool() const { return kind != Kind::none; }
};

/// Words and markup escaped so that they stand for themselves inside SSML; `{name}` stays.
std::string escape_ssml(std::string_view words);

}  // namespace flowc::dsl
