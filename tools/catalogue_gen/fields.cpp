#include "fields.hpp"

#include <cmath>
#include <limits>

#include "condition.hpp"

namespace catalogue_gen {

Fields::Fields(const Json& value, Place place) : value_(value), place_(std::move(place)) {
    if (!value_.is_object()) place_.complain("expected an object");
}

Fields::~Fields() {
    if (!value_.is_object()) return;
    for (const auto& [key, unused] : value_.items()) {
        if (!seen_.contains(key)) place_.complain("unknown key `" + key + "`");
    }
}

const Json* Fields::find(const std::string& key) {
    seen_.insert(key);
    if (!value_.is_object()) return nullptr;
    const auto found = value_.find(key);
    return found == value_.end() ? nullptr : &*found;
}

const Json* Fields::need(const std::string& key) {
    const Json* found = find(key);
    if (!found && value_.is_object()) place_.complain("missing key `" + key + "`");
    return found;
}

std::string Fields::text(const std::string& key) {
    const Json* found = find(key);
    return found ? text_of(*found, place_.at(key)) : std::string();
}

std::string Fields::needed_text(const std::string& key) {
    const Json* found = need(key);
    return found ? text_of(*found, place_.at(key)) : std::string();
}

std::string Fields::word(const std::string& key, const Words& words, std::string_view otherwise) {
    const Json* found = find(key);
    return found ? word_of(*found, words, place_.at(key)) : std::string(otherwise);
}

std::string Fields::needed_word(const std::string& key, const Words& words) {
    const Json* found = need(key);
    return found ? word_of(*found, words, place_.at(key)) : std::string(words.front().second);
}

Strings Fields::texts(const std::string& key) {
    Strings result;
    const Json* found = find(key);
    if (!found) return result;
    if (!found->is_array()) {
        place_.at(key).complain("expected a list of strings");
        return result;
    }
    std::set<std::string> known;
    for (const Json& item : *found) {
        const Place at = place_.at(key).at(result.size());
        result.push_back(text_of(item, at));
        if (!known.insert(result.back()).second) at.complain("`" + result.back() + "` stands twice in the list");
    }
    return result;
}

bool Fields::flag(const std::string& key) {
    const Json* found = find(key);
    if (!found) return false;
    if (!found->is_boolean()) {
        place_.at(key).complain("expected true or false");
        return false;
    }
    return found->get<bool>();
}

std::optional<std::int64_t> Fields::number(const std::string& key) {
    const Json* found = find(key);
    if (!found) return std::nullopt;
    const bool fits =
        found->is_number_integer() &&
        (!found->is_number_unsigned() ||
         found->get<std::uint64_t>() <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()));
    if (!fits) {
        place_.at(key).complain("expected a whole number");
        return std::nullopt;
    }
    return found->get<std::int64_t>();
}

std::optional<std::uint32_t> Fields::count(const std::string& key) {
    const Json* found = find(key);
    if (!found) return std::nullopt;
    if (!found->is_number_unsigned() || found->get<std::uint64_t>() > std::numeric_limits<std::uint32_t>::max()) {
        place_.at(key).complain("expected a whole number from 0 to 4294967295");
        return std::nullopt;
    }
    return found->get<std::uint32_t>();
}

Condition Fields::condition(const std::string& key) {
    const Json* found = find(key);
    if (!found) return {};
    return parse_condition(text_of(*found, place_.at(key)), place_.at(key));
}

std::string text_of(const Json& value, const Place& place) {
    if (!value.is_string()) {
        place.complain("expected a string");
        return {};
    }
    std::string text = value.get<std::string>();
    if (text.empty()) place.complain("empty string; leave the key out");
    return text;
}

std::string word_of(const Json& value, const Words& words, const Place& place) {
    const std::string text = text_of(value, place);
    for (const auto& [word, enumerator] : words) {
        if (word == text) return std::string(enumerator);
    }
    if (!text.empty()) {
        std::string list;
        for (const auto& [word, unused] : words) list += (list.empty() ? "`" : ", `") + std::string(word) + "`";
        place.complain("unknown word `" + text + "`; expected one of " + list);
    }
    return std::string(words.front().second);
}

}  // namespace catalogue_gen
