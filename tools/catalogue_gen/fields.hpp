#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entry.hpp"

namespace catalogue_gen {

using Json = nlohmann::ordered_json;

/// A word of an entry and the enumerator it becomes.
using Words = std::vector<std::pair<std::string_view, std::string_view>>;

/// Reads the keys of one object and complains about each that nobody asked for.
class Fields {
  public:
    Fields(const Json& value, Place place);
    ~Fields();
    Fields(const Fields&) = delete;
    Fields& operator=(const Fields&) = delete;

    const Place& place() const { return place_; }
    const Json* find(const std::string& key);
    const Json* need(const std::string& key);
    std::string text(const std::string& key);
    std::string needed_text(const std::string& key);
    std::string word(const std::string& key, const Words& words, std::string_view otherwise);
    std::string needed_word(const std::string& key, const Words& words);
    Strings texts(const std::string& key);
    bool flag(const std::string& key);
    std::optional<std::int64_t> number(const std::string& key);
    std::optional<std::uint32_t> count(const std::string& key);
    Condition condition(const std::string& key);

  private:
    const Json& value_;
    Place place_;
    std::set<std::string> seen_;
};

std::string text_of(const Json& value, const Place& place);
/// The enumerator of a word; complains and returns the first one where there is none.
std::string word_of(const Json& value, const Words& words, const Place& place);

}  // namespace catalogue_gen
