#include "forms/text_of_object.hpp"

#include <algorithm>
#include <string>

#include "fixes/json_edit.hpp"
#include "forms/template_function.hpp"
#include "source/ascii.hpp"

namespace flowc {

namespace {

/// What stands in JSON stays as it is, byte for byte, around the functions in it.
class Copy {
  public:
    Copy(InnerText& text, std::uint32_t from) : text_(text), from_(from) {}

    void take(Node value) {
        if (template_function(value)) {
            const Node scalar = scalar_of(value);
            copy_to(value.span().begin);
            from_ = value.span().end;
            if (scalar) return text_.add_bytes(scalar.span());
            text_.add_sign("\"", value.span().begin);
            text_.add_unknown(placeholder_name(value), value.span());
            text_.add_sign("\"", value.span().end);
            return;
        }
        for (const Node item : value.items()) take(item);
        for (const auto [key, held] : value.entries()) take(held);
    }
    void copy_to(std::uint32_t end) {
        if (end > from_) text_.add_bytes({from_, end});
        from_ = end;
    }

  private:
    InnerText& text_;
    std::uint32_t from_;
};

/// Whether a number of YAML is one of JSON, too: `0x1F`, `+1` and `.5` are none.
bool is_json_number(std::string_view text) {
    const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
    if (digits.empty() || !is_digit(digits.front()) || !is_digit(digits.back())) return false;
    if (digits.size() > 1 && digits[0] == '0' && is_digit(digits[1])) return false;
    return std::all_of(digits.begin(), digits.end(),
                       [&](char c) { return is_digit(c) || c == '.' || c == 'e' || c == 'E' || c == '-' || c == '+'; });
}

/// What stands in YAML is written anew.
class Writing {
  public:
    explicit Writing(InnerText& text) : text_(text) {}

    void value(Node node) {
        const std::uint32_t begin = node.span().begin;
        if (template_function(node)) {
            if (const Node scalar = scalar_of(node)) return quoted(scalar);
            text_.add_sign("\"", begin);
            text_.add_unknown(placeholder_name(node), node.span());
            return text_.add_sign("\"", node.span().end);
        }
        switch (node.kind()) {
            case NodeKind::mapping: {
                std::string_view before = "{";
                for (const auto [key, held] : node.entries()) {
                    text_.add_sign(before, key.span().begin);
                    quoted(key);
                    text_.add_sign(":", key.span().end);
                    value(held);
                    before = ",";
                }
                return text_.add_sign(node.size() == 0 ? "{}" : "}", node.span().end);
            }
            case NodeKind::sequence: {
                std::string_view before = "[";
                for (const Node item : node.items()) {
                    text_.add_sign(before, item.span().begin);
                    value(item);
                    before = ",";
                }
                return text_.add_sign(node.size() == 0 ? "[]" : "]", node.span().end);
            }
            case NodeKind::alias:
                text_.add_sign("\"", begin);
                text_.add_unknown("alias", node.span());
                return text_.add_sign("\"", node.span().end);
            case NodeKind::null: return text_.add_instead("null", node.span());
            case NodeKind::boolean:
                return text_.add_instead(node.text().find_first_of("tT") == 0 ? "true" : "false", node.span());
            case NodeKind::number:
                return is_json_number(node.text()) ? text_.add_instead(node.text(), node.span()) : quoted(node);
            case NodeKind::string: return quoted(node);
        }
    }

  private:
    void quoted(Node scalar) {
        const std::string written = fixes::json_string(scalar.text());
        if (written.size() != scalar.text().size() + 2) return text_.add_instead(written, scalar.span());
        text_.add_sign("\"", scalar.span().begin);
        text_.add(scalar);
        text_.add_sign("\"", scalar.span().end);
    }

    InnerText& text_;
};

}  // namespace

void add_text_of(InnerText& text, Node value, bool json) {
    if (!json) return Writing(text).value(value);
    Copy copy(text, value.span().begin);
    copy.take(value);
    copy.copy_to(value.span().end);
}

}  // namespace flowc
