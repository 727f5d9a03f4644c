#include "arrays.hpp"

#include "literal.hpp"
#include "pattern.hpp"

namespace catalogue_gen {
namespace {

/// Numbers separated by commas, twenty a line.
template <typename List>
std::string numbers(const List& list) {
    std::string text;
    std::size_t i = 0;
    for (const auto value : list) {
        text += (i++ % 20 == 0 ? "\n    " : " ") + std::to_string(static_cast<unsigned>(value)) + ",";
    }
    return text;
}

}  // namespace

std::string Arrays::add(std::string_view type, const Strings& rows) {
    if (rows.empty()) return {};
    std::string body;
    for (const std::string& row : rows) body += "    " + row + ",\n";
    const std::string key = std::string(type) + "\n" + body;
    const auto [found, is_new] = names_.emplace(key, "t" + std::to_string(names_.size()));
    if (is_new) {
        definitions_ += "constexpr " + std::string(type) + " " + found->second + "[] = {\n" + body + "};\n";
    }
    return found->second;
}

std::string Arrays::add_texts(const Strings& texts) {
    Strings rows;
    for (const std::string& text : texts) rows.push_back(literal(text));
    return add("std::string_view", rows);
}

std::string Arrays::add_pattern(const std::string& pattern) {
    if (pattern.empty()) return {};
    const auto [found, is_new] = names_.emplace("pattern\n" + pattern, "m" + std::to_string(names_.size()));
    const std::string& name = found->second;
    if (is_new) {
        const CompiledPattern compiled = compile_pattern(pattern);
        definitions_ += "constexpr std::uint8_t " + name + "_classes[] = {" + numbers(compiled.classes) + "\n};\n";
        definitions_ += "constexpr std::uint16_t " + name + "_next[] = {" + numbers(compiled.next) + "\n};\n";
        definitions_ += "constexpr std::uint8_t " + name + "_accepting[] = {" + numbers(compiled.accepting) + "\n};\n";
        definitions_ += "bool " + name + "(std::string_view text) {\n    return accepts(" + name + "_classes, " + name +
                        "_next, " + name + "_accepting, " + std::to_string(compiled.width) + ", text);\n}\n";
    }
    return name;
}

}  // namespace catalogue_gen
