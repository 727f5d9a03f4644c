#include "lint/uses.hpp"

#include <algorithm>
#include <optional>

#include "forms/text_places.hpp"
#include "ir/reference.hpp"

namespace flowc::lint {

namespace {

Space space_of(std::string_view name) {
    return static_cast<Space>(std::find(space_names.begin(), space_names.end(), name) - space_names.begin());
}

}  // namespace

unsigned spaces_of(const std::vector<Use>& uses) {
    unsigned spaces = 0;
    for (const Use& use : uses) spaces |= 1u << static_cast<unsigned>(use.space);
    return spaces;
}

std::vector<Use> find_uses(const Flow& flow, const Texts& texts, const Sources& sources) {
    std::vector<Use> uses;
    uses.reserve(texts.references().size());
    std::optional<TextPlaces> places;
    NodeId placed = no_node;
    for (const auto& [action, scalar, operands, text] : texts.references()) {
        if (scalar.id() != placed) places.emplace(sources, scalar, flow.document != no_node);
        placed = scalar.id();
        const ReferenceParts parts = parts_of(text);
        const auto at = static_cast<std::size_t>(text.data() - scalar.text().data());
        uses.push_back(
            {action, space_of(parts.space), text, parts.space, parts.key, places->at(at, text.size()), operands});
    }
    return uses;
}

}  // namespace flowc::lint
