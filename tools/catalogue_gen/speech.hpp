#pragma once

#include <map>
#include <string>
#include <vector>

#include "entry.hpp"

/// What is known of speech, as read: the shape of `speech/words.hpp` and `speech/voices.hpp` with owned texts.
namespace catalogue_gen {

struct Word {
    std::vector<std::string> roles;
    char key = 0;
};

struct Language {
    Place place;
    std::string code;
    bool spaces = true;
    std::map<std::string, Word> words;
    std::map<std::string, char> key_phrases;  ///< keys that several words name
    Strings any_key;
    Strings transfers;
    Strings takes_back;
    std::vector<std::pair<std::string, Strings>> secrets;
    Strings no_secrets;
    Strings forbids;
};

struct Voice {
    std::string name;
    std::string language;
    Strings engines;
};

/// A tag of speech markup that not every engine has, told by one of its attributes.
struct EngineTag {
    std::string tag;
    std::string attribute;
    std::string value;  ///< empty: any
    Strings engines;
};

struct Speech {
    std::vector<Language> languages;  ///< sorted by code
    std::string date;
    Strings engines;
    std::vector<EngineTag> tags;
    std::vector<Voice> voices;  ///< sorted by name
};

/// Reads `speech/*.json` and `voices.json` of a folder.
Speech read_speech(const std::string& folder, Problems& problems);

/// The source that defines the tables.
std::string speech_tables(const Speech& speech);

}  // namespace catalogue_gen
