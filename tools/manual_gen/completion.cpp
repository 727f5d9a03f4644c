#include "completion.hpp"

namespace manual_gen {

Value value_of(const flowc::cli::OptionInfo& option) {
    if (option.placeholder.ends_with("=FILE")) return Value::word_and_file;
    if (!option.choices.empty() || option.suggestions) return Value::word;
    const std::string& stands_for = option.is_argument() ? option.names : option.placeholder;
    if (stands_for.empty()) return Value::none;
    if (stands_for == "FILE" || stands_for == "FILES" || stands_for == "PATH") return Value::file;
    return stands_for == "DIR" ? Value::folder : Value::anything;
}

std::string words_of(const flowc::cli::OptionInfo& option) {
    std::string text;
    const auto add = [&](std::string_view word) { text.append(text.empty() ? "" : " ").append(word); };
    for (const std::string_view word : option.choices) add(word);
    if (option.suggestions) {
        for (const std::string_view word : option.suggestions()) add(word);
    }
    return text;
}

std::vector<std::string> names_of(const flowc::cli::OptionInfo& option) {
    const std::size_t comma = option.names.find(',');
    if (comma == std::string::npos) return {option.names};
    return {option.names.substr(0, comma), option.names.substr(comma + 1)};
}

}  // namespace manual_gen
