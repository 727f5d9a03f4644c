#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace flowc::emit_detail {

/// Writes JSON text from front to back. Texts are UTF-8 and kept as they are, but for what JSON must escape;
/// numbers and literals are written as given, digit for digit, which no value type could promise.
class JsonWriter {
  public:
    enum class Form : std::uint8_t { compact, indented };

    /// `length`: about how long the text will be, so that it grows in one piece; 0: nobody knows.
    explicit JsonWriter(Form form, std::size_t length = 0) : form_(form) { out_.reserve(length); }

    void begin_object() { begin('{'); }
    void end_object() { end('}'); }
    void begin_array() { begin('['); }
    void end_array() { end(']'); }
    /// An array that stands on one line, whatever the form.
    void begin_row() {
        begin('[');
        in_row_ = true;
    }
    void end_row() {
        end(']');
        in_row_ = false;
    }
    /// What is written up to `end_text` is a document of its own, compact, which stands in this one as a text.
    void begin_text();
    void end_text();
    /// Comes before each value of an object.
    void key(std::string_view name);
    void text(std::string_view value);
    /// A number, `true`, `false` or `null`.
    void plain(std::string_view value);
    void integer(std::int64_t value);

    void member(std::string_view name, std::string_view value) {
        key(name);
        text(value);
    }
    void member(std::string_view name, std::int64_t value) {
        key(name);
        integer(value);
    }

    std::string take() && {
        out_.resize(size_);
        return std::move(out_);
    }

  private:
    void begin(char bracket);
    void end(char bracket);
    void separate();
    void new_line();
    void put(char c) {
        *room(1) = c;
        ++size_;
    }
    void put(std::string_view text);
    void quoted(std::string_view value);
    void escaped(std::string_view value);
    bool is_indented() const { return form_ == Form::indented && !in_text_; }
    /// Where so many bytes can be written behind those that are there.
    char* room(std::size_t bytes) {
        if (out_.size() - size_ < bytes) grow(bytes);
        return out_.data() + size_;
    }
    void grow(std::size_t bytes);

    Form form_;
    std::string out_;
    std::size_t size_ = 0;   ///< what is written; of `out_` the rest is room
    std::size_t depth_ = 0;  ///< open brackets
    bool filled_ = false;    ///< something stands in the innermost of them
    bool after_key_ = false;
    bool in_row_ = false;
    bool in_text_ = false;
};

}  // namespace flowc::emit_detail
