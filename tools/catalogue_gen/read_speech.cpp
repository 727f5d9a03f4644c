#include <algorithm>
#include <filesystem>

#include "each.hpp"
#include "load_json.hpp"
#include "speech.hpp"

namespace catalogue_gen {
namespace {

/// The lists of a language, and the role that each gives to its words.
constexpr std::pair<const char*, const char*> lists[] = {
    {"press", "press"},         {"between", "between"}, {"behind", "behind"}, {"measures", "measure"},
    {"joins", "join"},          {"ranges", "range"},    {"spans", "spans"},   {"objects", "object"},
    {"otherwise", "otherwise"}, {"common", "common"}};

constexpr std::string_view keys = "0123456789*#";

void check_small(const std::string& text, const Place& place) {
    if (std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
        place.complain("`" + text + "` is compared with small letters; write it in them");
    }
}

void read_keys(const Json& value, const Place& place, Language& language) {
    if (!value.is_object()) return place.complain("expected an object");
    for (const auto& [key, names] : value.items()) {
        if (key.size() != 1 || keys.find(key) == std::string_view::npos) {
            place.at(key).complain("is no key; they are 0 to 9, * and #");
            continue;
        }
        for (const std::string& name : each<std::string>(&names, place.at(key), text_of)) {
            const bool phrase = name.find(' ') != std::string::npos;
            char& named = phrase ? language.key_phrases[name] : language.words[name].key;
            if (named != 0) place.at(key).complain("`" + name + "` names another key too");
            named = key[0];
        }
    }
}

void mark(Language& language, const std::string& word, const char* role) {
    std::vector<std::string>& roles = language.words[word].roles;
    if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles.push_back(role);
}

/// Gives the first words of phrases their role: a text without them has none of the phrases.
void mark_beginnings(Language& language, const Strings& phrases, const char* role = "begins") {
    for (const std::string& phrase : phrases) mark(language, phrase.substr(0, phrase.find(' ')), role);
}

/// The same of the longest words, which tell more: `you` stands in nearly every text.
void mark_longest(Language& language, const Strings& phrases, const char* role) {
    for (const std::string& phrase : phrases) {
        std::string longest;
        for (std::size_t at = 0, end = 0; end != std::string::npos; at = end + 1) {
            end = phrase.find(' ', at);
            const std::string word = phrase.substr(at, end - at);
            if (word.size() > longest.size()) longest = word;
        }
        mark(language, longest, role);
    }
}

Language read_language(const Json& value, const Place& place) {
    Fields fields(value, place);
    Language language;
    language.place = place;
    language.code = fields.needed_text("language");
    fields.need("spaces");
    language.spaces = fields.flag("spaces");
    for (const auto& [name, role] : lists) {
        fields.need(name);
        for (const std::string& word : fields.texts(name)) {
            check_small(word, place.at(name));
            language.words[word].roles.push_back(role);
        }
    }
    if (const Json* found = fields.need("keys")) read_keys(*found, place.at("keys"), language);
    fields.need("any_key");
    language.any_key = fields.texts("any_key");
    const auto small_texts = [&](const char* name) {
        fields.need(name);
        Strings found = fields.texts(name);
        for (const std::string& phrase : found) check_small(phrase, place.at(name));
        return found;
    };
    language.transfers = small_texts("transfers");
    language.takes_back = small_texts("takes_back");
    const Json* secrets = fields.need("secrets");
    if (secrets && secrets->is_object()) {
        for (const auto& [name, phrases] : secrets->items()) {
            language.secrets.emplace_back(name, each<std::string>(&phrases, place.at("secrets").at(name), text_of));
            for (const std::string& phrase : language.secrets.back().second) check_small(phrase, place.at("secrets"));
        }
    }
    language.no_secrets = small_texts("no_secrets");
    language.forbids = small_texts("forbids");
    if (language.spaces) {
        for (const auto& [phrase, key] : language.key_phrases) mark_beginnings(language, {phrase});
        mark_beginnings(language, language.any_key);
        mark_beginnings(language, language.no_secrets);
        mark_beginnings(language, language.forbids);
        mark_beginnings(language, language.transfers, "promises");
        mark_beginnings(language, language.takes_back, "promises");
        mark_longest(language, language.transfers, "transfer");
        for (const auto& [name, phrases] : language.secrets) mark_beginnings(language, phrases);
    }
    return language;
}

/// The word that asks for a key tells the language, where nothing else does.
void check_press_words(const std::vector<Language>& languages) {
    std::map<std::string, std::string> owner;
    for (const Language& language : languages) {
        for (const auto& [text, word] : language.words) {
            if (std::find(word.roles.begin(), word.roles.end(), "press") == word.roles.end()) continue;
            const auto [other, is_new] = owner.emplace(text, language.code);
            if (!is_new) language.place.at("press").complain("`" + text + "` is one of `" + other->second + "` too");
        }
    }
}

Voice read_voice(const Json& value, const Place& place) {
    Fields fields(value, place);
    Voice voice;
    voice.name = fields.needed_text("name");
    voice.language = fields.needed_text("language");
    fields.need("engines");
    voice.engines = fields.texts("engines");
    return voice;
}

EngineTag read_tag(const Json& value, const Place& place) {
    Fields fields(value, place);
    EngineTag tag;
    tag.tag = fields.needed_text("tag");
    tag.attribute = fields.needed_text("attribute");
    tag.value = fields.text("value");
    fields.need("engines");
    tag.engines = fields.texts("engines");
    return tag;
}

void read_voices(const Json& value, const Place& place, Speech& speech) {
    Fields fields(value, place);
    speech.date = fields.needed_text("date");
    fields.text("note");
    fields.need("sources");
    if (fields.texts("sources").empty()) place.at("sources").complain("a list says where it comes from");
    fields.need("engines");
    speech.engines = fields.texts("engines");
    speech.voices = each<Voice>(fields.need("voices"), place.at("voices"), read_voice);
    speech.tags = each<EngineTag>(fields.need("tags"), place.at("tags"), read_tag);
    const auto check_engines = [&](const Strings& engines, const Place& of) {
        for (const std::string& engine : engines) {
            if (std::find(speech.engines.begin(), speech.engines.end(), engine) == speech.engines.end())
                of.complain("`" + engine + "` is none of `engines`");
        }
    };
    for (const Voice& voice : speech.voices) check_engines(voice.engines, place.at("voices").at(voice.name));
    for (const EngineTag& tag : speech.tags) check_engines(tag.engines, place.at("tags").at(tag.tag));
    std::sort(speech.voices.begin(), speech.voices.end(),
              [](const Voice& a, const Voice& b) { return a.name < b.name; });
    const auto twice = std::adjacent_find(speech.voices.begin(), speech.voices.end(),
                                          [](const Voice& a, const Voice& b) { return a.name == b.name; });
    if (twice != speech.voices.end()) place.at("voices").complain("`" + twice->name + "` stands twice");
}

}  // namespace

Speech read_speech(const std::string& folder, Problems& problems) {
    namespace fs = std::filesystem;
    Speech speech;
    std::vector<fs::path> files;
    std::error_code failure;
    for (const auto& file : fs::directory_iterator(fs::path(folder) / "speech", failure)) {
        if (file.path().extension() == ".json") files.push_back(file.path());
    }
    if (files.empty()) problems.add(folder, "speech", "no languages found");
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
        const Place place{&problems, "speech/" + file.filename().string(), ""};
        const auto json = load_json(file.string(), place);
        if (!json) continue;
        speech.languages.push_back(read_language(*json, place));
        if (speech.languages.back().code != file.stem().string()) {
            place.at("language").complain("`" + speech.languages.back().code + "` stands in a file of another name");
        }
    }
    check_press_words(speech.languages);
    const Place place{&problems, "voices.json", ""};
    if (const auto json = load_json((fs::path(folder) / "voices.json").string(), place))
        read_voices(*json, place, speech);
    return speech;
}

}  // namespace catalogue_gen
