#include "load_json.hpp"

#include <fstream>
#include <iterator>

namespace catalogue_gen {

std::optional<Json> load_json(const std::string& path, const Place& place) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        place.complain("cannot read the file");
        return std::nullopt;
    }
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};

    // A DOM keeps one of two equal keys without a word, so they are caught on the way in.
    std::vector<std::set<std::string>> open_objects;
    bool repeated = false;
    const auto watch = [&](int, Json::parse_event_t event, Json& parsed) {
        if (event == Json::parse_event_t::object_start) open_objects.emplace_back();
        if (event == Json::parse_event_t::object_end) open_objects.pop_back();
        if (event == Json::parse_event_t::key && !open_objects.back().insert(parsed.get<std::string>()).second) {
            place.complain("key `" + parsed.get<std::string>() + "` stands twice in one object");
            repeated = true;
        }
        return true;
    };
    try {
        Json result = Json::parse(text, watch);
        if (repeated) return std::nullopt;
        return result;
    } catch (const Json::parse_error& error) {
        place.complain(error.what());
        return std::nullopt;
    }
}

}  // namespace catalogue_gen
