#include "flowdsl/verbs/menu_prompt.hpp"

#include "flowdsl/verbs/across.hpp"

namespace flowc::dsl {

namespace {

constexpr std::string_view root_end = "</speak>";

void trim_end(std::string_view& text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
}

/// Puts label and key into `For {label}, press {key}.`
std::string fill(std::string_view sentence, std::string_view label, std::string_view key) {
    std::string text;
    while (!sentence.empty()) {
        if (sentence.starts_with("{label}")) {
            text += label;
            sentence.remove_prefix(7);
        } else if (sentence.starts_with("{key}")) {
            text += key;
            sentence.remove_prefix(5);
        } else {
            text += sentence.front();
            sentence.remove_prefix(1);
        }
    }
    return text;
}

std::string sentence(StepContext& step, const MenuOption& option) {
    const std::string key = option.sign == "*"   ? step.words("star")
                            : option.sign == "#" ? step.words("pound")
                                                 : std::string{option.sign};
    const std::string_view pattern = !option.label ? "repeat" : option.for_label ? "for" : "to";
    const std::string_view label = step.read_text(option.label, pattern).value_or(std::string_view{});
    return fill(step.words(pattern), label, key);
}

/// The intro without its end, so that words can follow; nothing where no words can.
Message read_intro(StepContext& step) {
    Message intro = step.message("intro");
    trim_end(intro.text);
    if (!intro || intro.kind == Message::Kind::text) return intro;
    if (intro.kind == Message::Kind::ssml && intro.text.starts_with("<speak") && intro.text.ends_with(root_end)) {
        intro.text.remove_suffix(root_end.size());
        trim_end(intro.text);
        return intro;
    }
    step.error(rules::bad_value, intro.span,
               "an `intro` is joined with the words of the options, so it is a text; play it in a step before the "
               "menu, or give the menu a `prompt`");
    return {};
}

}  // namespace

Message menu_prompt(StepContext& step, const std::vector<MenuOption>& options) {
    if (const Node written = step.option("prompt")) {
        if (const Node intro = step.option("intro"))
            step.error(rules::conflicting_options, intro.span(),
                       "`prompt` replaces all that the menu says, so `intro` is never heard; put its words into the "
                       "prompt")
                .labels.push_back({written.span(), "the prompt"});
        return step.read_message(written);
    }
    Message prompt = read_intro(step);
    const bool marked_up = prompt.kind == Message::Kind::ssml;
    std::string text{prompt.text};
    bool says_anything = !step.option("options").is_mapping();
    for (const MenuOption& option : options) {
        if (option.faulty) {
            says_anything = true;
            continue;
        }
        if (!option.label && !option.repeats()) {
            step.error(
                rules::missing_option, option.key.span(),
                "no words belong to the key `" + std::string{option.key.text()} +
                    "`, so callers never hear of it; write `{to: …, then: …}`, or a `prompt` for the whole menu");
            says_anything = true;
            continue;
        }
        says_anything = says_anything || option.label;
        const std::string words = sentence(step, option);
        if (!text.empty()) text += ' ';
        text += marked_up ? escape_ssml(words) : words;
    }
    if (!says_anything) {
        step.error(rules::missing_option, step.span(),
                   "this menu says nothing; give its options words with `for:` or `to:`, or give it a `prompt`");
        return {};
    }
    if (marked_up) text += root_end;
    prompt.text = step.keep(text);
    prompt.kind = marked_up ? Message::Kind::ssml : Message::Kind::text;
    prompt.span = across(step, step.place("options"), prompt.span);
    return prompt;
}

}  // namespace flowc::dsl
