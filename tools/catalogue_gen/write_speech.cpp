#include <algorithm>
#include <map>

#include "arrays.hpp"
#include "row.hpp"
#include "speech.hpp"

namespace catalogue_gen {
namespace {

constexpr const char* speech_head = R"(#include "speech/voices.hpp"
#include "speech/words.hpp"

// Rows name what they set and leave the rest to the defaults.
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

namespace flowc::speech {
namespace {

)";

std::string roles_of(const Word& word) {
    std::string text;
    for (const std::string& role : word.roles) text += (text.empty() ? "" : " | ") + role;
    return text.empty() ? "0" : text;
}

std::string meaning_row(const Word& word) {
    return Row().set("roles", roles_of(word)).set("key", word.key == 0 ? "0" : std::string("'") + word.key + "'").str();
}

std::string words_without_spaces(Arrays& arrays, const Language& language) {
    Strings words;
    if (language.spaces) return {};
    for (const auto& [text, word] : language.words)
        words.push_back(Row().text("text", text).set("meaning", meaning_row(word)).str());
    return arrays.add("Word", words);
}

/// The words of all languages with spaces between them.
std::string spoken_words(Arrays& arrays, const Speech& speech) {
    std::map<std::string, Strings> meanings;
    std::map<std::string, Word> in_any;
    for (std::size_t i = 0; i < speech.languages.size(); ++i) {
        if (!speech.languages[i].spaces) continue;
        for (const auto& [text, word] : speech.languages[i].words) {
            Strings& all = meanings[text];
            all.resize(speech.languages.size(), "{}");
            all[i] = meaning_row(word);
            for (const std::string& role : word.roles) {
                Strings& roles = in_any[text].roles;
                if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles.push_back(role);
            }
        }
    }
    Strings rows;
    for (const auto& [text, all] : meanings)
        rows.push_back(Row()
                           .text("text", text)
                           .set("roles", roles_of(in_any[text]))
                           .set("meanings", arrays.add("Meaning", all))
                           .str());
    return "SpokenWords(" + arrays.add("SpokenWord", rows) + ")";
}

std::string language_row(Arrays& arrays, const Language& language) {
    Strings secrets;
    for (const auto& [name, phrases] : language.secrets) {
        secrets.push_back(Row().text("name", name).set("phrases", arrays.add_texts(phrases)).str());
    }
    Strings key_phrases;
    for (const auto& [phrase, key] : language.key_phrases) {
        key_phrases.push_back(Row().text("phrase", phrase).set("key", std::string("'") + key + "'").str());
    }
    return Row()
        .text("code", language.code)
        .set("spaces", language.spaces ? "true" : "false")
        .set("words", words_without_spaces(arrays, language))
        .set("key_phrases", arrays.add("KeyPhrase", key_phrases))
        .set("any_key", arrays.add_texts(language.any_key))
        .set("transfers", arrays.add_texts(language.transfers))
        .set("takes_back", arrays.add_texts(language.takes_back))
        .set("secrets", arrays.add("Secret", secrets))
        .set("no_secrets", arrays.add_texts(language.no_secrets))
        .set("forbids", arrays.add_texts(language.forbids))
        .str();
}

std::string list_row(Arrays& arrays, const Speech& speech) {
    Strings voices;
    for (const Voice& voice : speech.voices) {
        voices.push_back(Row()
                             .text("name", voice.name)
                             .text("language", voice.language)
                             .set("engines", arrays.add_texts(voice.engines))
                             .str());
    }
    Strings tags;
    for (const EngineTag& tag : speech.tags) {
        tags.push_back(Row()
                           .text("tag", tag.tag)
                           .text("attribute", tag.attribute)
                           .text("value", tag.value)
                           .set("engines", arrays.add_texts(tag.engines))
                           .str());
    }
    return Row()
        .text("date", speech.date)
        .set("engines", arrays.add_texts(speech.engines))
        .set("tags", arrays.add("EngineTag", tags))
        .set("voices", arrays.add("Voice", voices))
        .str();
}

}  // namespace

std::string speech_tables(const Speech& speech) {
    Arrays arrays;
    Strings rows;
    for (const Language& language : speech.languages) rows.push_back(language_row(arrays, language));
    const std::string languages = arrays.add("Language", rows);
    const std::string words = spoken_words(arrays, speech);
    const std::string voices = list_row(arrays, speech);
    return speech_head + arrays.definitions() + "\nconstexpr VoiceList list = " + voices +
           ";\nconstexpr SpokenWords words = " + words +
           ";\nconstexpr Beginnings transfers(words.all(), transfer);"
           "\n\n}  // namespace\n\nstd::span<const Language> languages() { return " +
           languages +
           "; }\nconst SpokenWords& spoken_words() { return words; }\n"
           "const Beginnings& transfer_beginnings() { return transfers; }\n"
           "const VoiceList& voice_list() { return list; }\n\n}  // namespace flowc::speech\n";
}

}  // namespace catalogue_gen
