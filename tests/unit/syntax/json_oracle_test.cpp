#include <nlohmann/json.hpp>
#include <optional>
#include <random>
#include <string>

#include "reading.hpp"
#include "source/utf8.hpp"
#include "syntax/json_fault.hpp"

namespace flowc {
namespace {

/// Whether the reader takes `text` for JSON. Repeated keys are its own concern; another parser does not mind.
bool accepts(const Reading& read) {
    for (const Diagnostic& found : read.diagnostics.items()) {
        if (found.severity == Severity::error && found.rule->id != "duplicate-key") return false;
    }
    return true;
}

/// Whether another parser takes `text` for JSON; nothing where it stops at a number that no double holds,
/// which is JSON all the same.
std::optional<bool> oracle(const std::string& text) {
    try {
        return !nlohmann::json::parse(text).is_discarded();
    } catch (const nlohmann::json::out_of_range&) {
        return std::nullopt;
    } catch (const nlohmann::json::parse_error&) {
        return false;
    }
}

void expect_agreement(const std::string& text) {
    const Reading read = from_json(text);
    const std::optional<bool> expected = oracle(text);
    if (!expected) return;
    ASSERT_EQ(accepts(read), *expected) << text << '\n' << read.first();
    if (utf8::first_invalid(text) == std::string_view::npos) {
        ASSERT_EQ(!json::find_fault(text, max_depth), *expected) << text;
    }
    read.expect_sound();
}

TEST(JsonOracle, AgreesOnRandomPieces) {
    const std::string pieces[] = {
        "{",    "}", "[",  "]",    ",",  ":", "\"a\"", "\"b\"", "\"\\n\"", "1", "-0", "true",    "nul",
        "null", " ", "\n", "\"",   "\\", "0", "1.5",   "e1",    "01",      "é", "-",  "\\ud83d", "\"\\ud83d\\ude00\"",
        "\t",   "'", "/",  "\"\"", "+",  ".", "\x01"};
    std::mt19937 random(1);
    for (int i = 0; i < 40000; ++i) {
        std::string text;
        for (std::size_t n = random() % 9; n > 0; --n) text += pieces[random() % std::size(pieces)];
        expect_agreement(text);
        if (HasFatalFailure()) return;
    }
}

TEST(JsonOracle, AgreesOnDamagedDocuments) {
    const std::string samples[] = {
        R"({"Version":"2019-10-30","Actions":[{"Identifier":"a","Parameters":{"Text":"hi \"you\" \u00e9"},)"
        R"("n":[1,-2.5e+3,0]}]})",
        R"([ [], {}, "", null, true, false, 0.1E-2, {"a":{"b":[{"c":"\ud83c\udf89"}]}} ])",
        R"("a\\b")",
    };
    const std::string letters = "{}[],:\"\\0123.eE+-truefalsn u/\n\t\x01\x7f\xc3\xa9";
    std::mt19937 random(2);
    for (int i = 0; i < 40000; ++i) {
        std::string text = samples[random() % std::size(samples)];
        for (std::size_t n = 1 + random() % 3; n > 0 && !text.empty(); --n) {
            const std::size_t at = random() % text.size();
            switch (random() % 4) {
                case 0: text[at] = letters[random() % letters.size()]; break;
                case 1: text.erase(at, 1 + random() % 4); break;
                case 2: text.insert(at, 1, letters[random() % letters.size()]); break;
                default: text.resize(at); break;
            }
        }
        expect_agreement(text);
        if (HasFatalFailure()) return;
    }
}

}  // namespace
}  // namespace flowc
