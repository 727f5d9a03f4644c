#include "ir/positions.hpp"

#include <algorithm>
#include <charconv>

#include "ir/identifiers.hpp"
#include "ir/parts.hpp"
#include "source/ascii.hpp"

namespace flowc {
namespace {

constexpr Keys<2> place_keys{"position", "Position"};
constexpr Keys<4> position_keys{"x", "X", "y", "Y"};

std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<std::int32_t> pixels(Node node) {
    constexpr std::int32_t farthest = 1'000'000'000;
    const std::string_view text = node.text();
    std::int32_t whole = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
    if (error == std::errc{} && whole > -farthest && whole < farthest) {
        // Dragging leaves fractions, which are cut off; one that begins with a 9 may be the next whole number in a double.
        const std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
        if (rest.empty() || (rest.size() > 1 && rest[0] == '.' && rest[1] != '9' &&
                             std::all_of(rest.begin() + 1, rest.end(), is_digit)))
            return whole;
    }
    const auto value = number(text);
    if (!value || *value < -farthest || *value > farthest) return std::nullopt;
    return static_cast<std::int32_t>(*value);
}

}  // namespace

std::vector<std::optional<Point>> positions_of(const Flow& flow) {
    std::vector<std::optional<Point>> positions = flow.positions;
    if (!positions.empty() || flow.document == no_node) return positions;
    const Node metadata = flow.node(flow.document).find("Metadata");
    Node places = metadata.find("ActionMetadata");
    if (!places) places = metadata.find("actionMetadata");
    const Identifiers identifiers(flow.actions);
    for (const auto [key, value] : places.entries()) {
        const ActionId action = identifiers.find(key.text());
        if (action == no_action) continue;
        const Parts<place_keys> place(value);
        const Parts<position_keys> position(place[0] ? place[0] : place[1]);
        const std::optional<std::int32_t> left = pixels(position[0] ? position[0] : position[1]);
        const std::optional<std::int32_t> top = pixels(position[2] ? position[2] : position[3]);
        if (!left || !top) continue;
        if (positions.empty()) positions.resize(flow.actions.size());
        positions[action] = Point{*left, *top};
    }
    return positions;
}

}  // namespace flowc
