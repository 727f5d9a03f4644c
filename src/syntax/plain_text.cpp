#include "syntax/plain_text.hpp"

#include <string>

#include "source/utf8.hpp"
#include "syntax/text_rules.hpp"

namespace flowc {

namespace {

/// The encoding that the first bytes speak of, where it is not UTF-8.
std::string_view foreign_encoding(std::string_view text) {
    const auto starts = [&](std::string_view bytes) { return text.substr(0, bytes.size()) == bytes; };
    using namespace std::string_view_literals;
    if (starts("\xFF\xFE\0\0"sv) || starts("\0\0\xFE\xFF"sv)) return "UTF-32";
    if (starts("\xFF\xFE"sv) || starts("\xFE\xFF"sv)) return "UTF-16";
    if (text.size() >= 4) {
        const bool little = text[0] != 0 && text[1] == 0 && text[2] != 0 && text[3] == 0;
        const bool big = text[0] == 0 && text[1] != 0 && text[2] == 0 && text[3] != 0;
        if (little || big) return "UTF-16";
        if (text[1] == 0 && text[2] == 0 && (text[0] == 0) != (text[3] == 0)) return "UTF-32";
    }
    return {};
}

std::string hex(char byte) {
    constexpr char digits[] = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    return {digits[value >> 4], digits[value & 15u]};
}

std::string describe_bad_byte(std::string_view text, std::size_t at) {
    std::string message = "byte 0x" + hex(text[at]) + " is not UTF-8; save the file as UTF-8";
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool lonely = at + 1 == text.size() || static_cast<unsigned char>(text[at + 1]) < 0x80;
    if (byte >= 0xC2 && byte <= 0xF4 && at + 1 >= text.size())
        return "the file ends within a character; it was cut short";
    if (lonely && byte >= 0x80) message += " (it looks like Windows-1252 or Latin-1)";
    return message;
}

}  // namespace

void report_too_large(Span begin, std::size_t size, std::size_t limit, Diagnostics& diagnostics) {
    diagnostics.report(
        rules::file_too_large, begin,
        "the file holds " + std::to_string(size) + " bytes; at most " + std::to_string(limit) + " are read");
}

bool is_plain_text(const SourceFile& file, std::size_t limit, const RuleInfo& syntax, Diagnostics& diagnostics) {
    const std::string_view text = file.text();
    const auto place = [&](std::size_t at, std::size_t size) {
        const auto begin = file.base() + static_cast<std::uint32_t>(at);
        return Span{begin, begin + static_cast<std::uint32_t>(size)};
    };
    if (text.size() > limit) {
        report_too_large(place(0, 0), text.size(), limit, diagnostics);
        return false;
    }
    if (const std::string_view encoding = foreign_encoding(text); !encoding.empty()) {
        diagnostics.report(rules::invalid_utf8, place(0, 0),
                           "the file is encoded as " + std::string(encoding) + "; save it as UTF-8");
        return false;
    }
    const std::size_t nul = text.find('\0');
    if (const std::size_t bad = utf8::first_invalid(text.substr(0, nul)); bad != std::string_view::npos) {
        diagnostics.report(rules::invalid_utf8, place(bad, 1), describe_bad_byte(text, bad));
        return false;
    }
    if (nul != std::string_view::npos) {
        diagnostics.report(syntax, place(nul, 1), "NUL byte in the text; the file is damaged or not a text at all");
        return false;
    }
    return true;
}

}  // namespace flowc
