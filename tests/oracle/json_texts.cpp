#include "json_texts.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace flowc::oracle {

namespace {

template <typename Choices>
const auto& pick(const Choices& choices, Random& random) {
    return choices[random() % std::size(choices)];
}

std::string digits(Random& random, std::size_t most) {
    std::string text;
    for (std::size_t n = random() % (most + 1); n > 0; --n) text += static_cast<char>('0' + random() % 10);
    return text;
}

/// One code point as UTF-8, or bytes that look like one.
std::string random_bytes(Random& random) {
    static const unsigned char leads[] = {0x7F, 0x80, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED,
                                          0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF8, 0xFE, 0xFF};
    static const unsigned char follows[] = {0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0};
    std::string text(1, static_cast<char>(pick(leads, random)));
    const auto lead = static_cast<unsigned char>(text[0]);
    std::size_t size = lead < 0xC0 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    if (random() % 6 == 0) size = random() % 4;
    for (; size > 0; --size) text += static_cast<char>(pick(follows, random));
    return text;
}

std::string random_escape(Random& random) {
    static const std::string_view units[] = {"0000", "0041", "00e9",  "d7ff", "d800", "dbff", "dc00", "dfff",
                                             "e000", "fffd", "ffff",  "FFFE", "d83d", "dE00", "12",   "12g4",
                                             "",     "+041", "-0041", " 041", "0x41", "D834"};
    if (random() % 2 == 0)
        return std::string("\\") + (random() % 4 ? pick("\"\\/bfnrt", random) : static_cast<char>(random() % 256));
    return "\\u" + std::string(pick(units, random));
}

}  // namespace

std::string random_pieces(Random& random) {
    static const std::string pieces[] = {"{",       "}",
                                         "[",       "]",
                                         ",",       ":",
                                         "\"a\"",   "\"b\"",
                                         "\"\\n\"", "1",
                                         "-0",      "true",
                                         "nul",     "null",
                                         " ",       "\n",
                                         "\"",      "\\",
                                         "0",       "1.5",
                                         "e1",      "01",
                                         "é",       "-",
                                         "\\ud83d", "\"\\ud83d\\ude00\"",
                                         "\t",      "'",
                                         "/",       "\"\"",
                                         "+",       ".",
                                         "\x01",    "\r",
                                         "//",      "#",
                                         "NaN",     "Infinity",
                                         "False",   "\"a\":"};
    std::string text;
    for (std::size_t n = random() % 9; n > 0; --n) text += pick(pieces, random);
    return text;
}

std::string random_number(Random& random) {
    static const std::string_view signs[] = {"", "", "", "-", "-", "+", "--"};
    static const std::string_view wholes[] = {"0",
                                              "1",
                                              "9",
                                              "10",
                                              "00",
                                              "01",
                                              "",
                                              "18446744073709551615",
                                              "18446744073709551616",
                                              "9223372036854775808",
                                              "123456789012345678901234567890"};
    static const std::string_view points[] = {"", "", ".", ".", ".0", ".5", "..", ",", ".e"};
    static const std::string_view powers[] = {"",    "",     "",     "e",     "E",    "e+",  "E-",
                                              "e-0", "e308", "e309", "E-400", "e+-1", "ee1", "x1"};
    std::string text{pick(signs, random)};
    text += random() % 2 ? std::string{pick(wholes, random)} : digits(random, 20);
    text += pick(points, random);
    if (random() % 2) text += digits(random, 20);
    text += pick(powers, random);
    if (random() % 2) text += digits(random, 3);
    return text;
}

std::string random_string(Random& random) {
    std::string text = "\"";
    for (std::size_t n = random() % 6; n > 0; --n) {
        switch (random() % 6) {
            case 0: text += random_escape(random); break;
            case 1: text += random_bytes(random); break;
            case 2:
                text += pick(std::vector<std::string>{"é", "🎉", "\u2028", "\xEF\xBF\xBF", "\xF4\x8F\xBF\xBF", "\x7F"},
                             random);
                break;
            case 3: text.append(random() % 70, 'x'); break;
            case 4: text += static_cast<char>(random() % 32); break;
            default: text += "a/b'c"; break;
        }
    }
    return text += '"';
}

std::string random_edges(Random& random) {
    std::string text = "[";
    text.append(random() % 3, ' ');
    while (text.size() < 200) {
        text += '"';
        text.append(random() % 66, 'y');
        text.append(random() % 5, '\\');
        if (random() % 4) text += "\"";
        if (random() % 2) text += ",";
    }
    if (random() % 2) text += "1]";
    return text;
}

std::string random_value(Random& random, int depth) {
    static const std::string_view words[] = {"true", "false", "null", "\"\"", "0", "-1.5e3"};
    static const std::string_view spaces[] = {"", "", "", " ", "\n", "\t", "\r\n"};
    if (depth == 0 || random() % 3 == 0) {
        switch (random() % 3) {
            case 0: return random_number(random);
            case 1: return random_string(random);
            default: return std::string{pick(words, random)};
        }
    }
    const bool object = random() % 2 == 0;
    std::string text = object ? "{" : "[";
    for (std::size_t n = random() % 4; n > 0; --n) {
        text += pick(spaces, random);
        if (object) {
            text += random() % 4 ? "\"k" + std::to_string(random() % 6) + '"' : random_string(random);
            text.append(pick(spaces, random)).append(":").append(pick(spaces, random));
        }
        text.append(random_value(random, depth - 1)).append(pick(spaces, random));
        if (n > 1 || random() % 40 == 0) text += ',';
    }
    text += random() % 40 ? (object ? '}' : ']') : (object ? ']' : '}');
    return text;
}

std::string damage(std::string text, Random& random) {
    static const std::string letters = "{}[],:\"\\0123.eE+-truefalsn u/\n\t\x01\x7f\xc3\xa9";
    for (std::size_t n = 1 + random() % 3; n > 0 && !text.empty(); --n) {
        const std::size_t at = random() % text.size();
        switch (random() % 6) {
            case 0: text[at] = letters[random() % letters.size()]; break;
            case 1: text.erase(at, 1 + random() % 4); break;
            case 2: text.insert(at, 1, letters[random() % letters.size()]); break;
            case 3: text[at] = static_cast<char>(static_cast<unsigned char>(text[at]) ^ (1u << random() % 8)); break;
            case 4: text.insert(at, text.substr(random() % text.size(), random() % 20)); break;
            default: text.resize(at); break;
        }
    }
    return text;
}

std::vector<std::string> json_files(std::string_view folder, std::size_t longest) {
    namespace fs = std::filesystem;
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(FLOWC_SOURCE_DIR) / folder)) {
        if (entry.path().extension() == ".json" && entry.file_size() <= longest) paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> texts;
    for (const fs::path& path : paths) {
        std::ifstream file(path, std::ios::binary);
        texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return texts;
}

}  // namespace flowc::oracle
