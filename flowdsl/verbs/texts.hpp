#pragma once

#include <string>

#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

/// Writes the entries of a map, each a name and a text.
inline void write_texts(StepContext& step, Parameters& parameters, Node texts) {
    for (const auto [name, value] : texts.entries()) {
        if (name.text().empty()) {
            step.error(rules::bad_value, value.span(), "a text needs a name before it");
            continue;
        }
        if (const auto text = step.read_text(value, name.text())) parameters.text(name.text(), *text, value.span());
    }
}

/// Writes a list of words as they stand; one alone may stand without brackets.
inline void write_word_list(StepContext& step, Parameters& parameters, std::string_view key, Node words,
                            std::string_view what, std::string_view prefix = {}) {
    if (!words) return;
    if (words.is_mapping()) {
        const std::string_view first = words.size() > 0 ? (*words.entries().begin()).key.text() : std::string_view{};
        step.error(rules::bad_value, words.span(),
                   "`" + std::string{what} + "` takes a list of words, and this is a map; write `[" +
                       (first.empty() ? "…" : std::string{first}) + "]`");
        return;
    }
    step.each_once(words);
    Parameters list = parameters.list(key, words.span());
    const auto write = [&](Node word) {
        const auto text = step.read_text(word, what);
        if (!text) return;
        step.refuse_reference(word);
        const bool prefixed = text->starts_with(prefix);
        list.literal({}, prefixed ? std::string{*text} : std::string{prefix}.append(*text), word.span());
    };
    if (!words.is_sequence()) return write(words);
    for (const Node word : words.items()) write(word);
}

}  // namespace flowc::dsl
