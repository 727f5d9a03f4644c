#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace flowc::emit_detail {

/// Writes JSON text from front to back. Texts are UTF-8 and kept as they are, but for what JSON must escape;
/// numbers and literals are written as given, digit for digit, which no value type could promise.
class JsonWriter {
  public:
    enum class Form : std::uint8_t { compact, indented };

    /// `room`: about how long the text will be, so that it grows in one piece; 0: nobody knows.
    explicit JsonWriter(Form form, std::size_t room = 0) : form_(form) { out_.reserve(room); }

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

    std::string take() && { return std::move(out_); }

  private:
    void begin(char bracket);
    void end(char bracket);
    void separate();
    void new_line();
    void quoted(std::string_view value);

    Form form_;
    std::string out_;
    std::vector<bool> filled_;  ///< by open bracket: something stands in it
    bool after_key_ = false;
    bool in_row_ = false;
};

}  // namespace flowc::emit_detail
