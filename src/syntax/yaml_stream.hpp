#pragma once

#include <yaml.h>

#include <cstdint>
#include <new>
#include <string_view>

#include "source/utf8.hpp"

namespace flowc {

/// A libyaml parser over a text in memory, and the way from its marks to bytes: libyaml counts code
/// points.
class YamlStream {
  public:
    YamlStream(std::string_view text, const utf8::CodePoints& points) : text_(text), points_(points) {
        if (!yaml_parser_initialize(&parser_)) throw std::bad_alloc();
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    }
    ~YamlStream() { yaml_parser_delete(&parser_); }
    YamlStream(const YamlStream&) = delete;
    YamlStream& operator=(const YamlStream&) = delete;

    yaml_parser_t* parser() { return &parser_; }
    std::string_view text() const { return text_; }
    /// Marks mostly come in order, so that few bytes lie between one and the next.
    std::uint32_t byte_of(const yaml_mark_t& mark) {
        if (mark.index < index_ || mark.index - index_ > 64) {
            byte_ = points_.byte_of(mark.index);
        } else {
            for (; index_ < mark.index && byte_ < text_.size(); ++index_) {
                do ++byte_;
                while (byte_ < text_.size() && utf8::continues(text_[byte_]));
            }
        }
        index_ = mark.index;
        return static_cast<std::uint32_t>(byte_);
    }

  private:
    yaml_parser_t parser_;
    std::string_view text_;
    const utf8::CodePoints& points_;
    std::size_t index_ = 0;  ///< where the last mark lay, as a code point and as a byte
    std::size_t byte_ = 0;
};

}  // namespace flowc
