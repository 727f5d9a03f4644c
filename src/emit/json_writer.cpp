#include "emit/json_writer.hpp"

namespace flowc::emit_detail {

void JsonWriter::key(std::string_view name) {
    separate();
    quoted(name);
    out_ += form_ == Form::indented ? ": " : ":";
    after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
    separate();
    quoted(value);
}

void JsonWriter::plain(std::string_view value) {
    separate();
    out_ += value;
}

void JsonWriter::integer(std::int64_t value) { plain(std::to_string(value)); }

void JsonWriter::begin(char bracket) {
    separate();
    out_ += bracket;
    filled_.push_back(false);
}

void JsonWriter::end(char bracket) {
    const bool filled = filled_.back();
    filled_.pop_back();
    if (filled) new_line();
    out_ += bracket;
}

void JsonWriter::separate() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (filled_.empty()) return;
    if (filled_.back()) out_ += ',';
    filled_.back() = true;
    new_line();
}

void JsonWriter::new_line() {
    if (form_ == Form::compact) return;
    out_ += '\n';
    out_.append(filled_.size() * 2, ' ');
}

void JsonWriter::quoted(std::string_view value) {
    static constexpr char digits[] = "0123456789abcdef";
    out_ += '"';
    std::size_t kept = 0;  // what stands before was written; plain text is copied a run at a time
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto byte = static_cast<unsigned char>(value[i]);
        if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
        out_.append(value, kept, i - kept);
        kept = i + 1;
        switch (value[i]) {
            case '"': out_ += "\\\""; break;
            case '\\': out_ += "\\\\"; break;
            case '\b': out_ += "\\b"; break;
            case '\f': out_ += "\\f"; break;
            case '\n': out_ += "\\n"; break;
            case '\r': out_ += "\\r"; break;
            case '\t': out_ += "\\t"; break;
            default:
                out_ += "\\u00";
                out_ += digits[byte >> 4];
                out_ += digits[byte & 15];
        }
    }
    out_.append(value, kept);
    out_ += '"';
}

}  // namespace flowc::emit_detail
