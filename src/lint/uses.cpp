#include "lint/uses.hpp"

#include <array>
#include <optional>

#include "forms/text_places.hpp"
#include "ir/reference.hpp"

namespace flowc::lint {

unsigned spaces_of(const std::vector<Use>& uses) {
    static constexpr std::array<std::string_view, 5> names{"Attributes", "FlowAttributes", "External",
                                                           "StoredCustomerInput", "Channel"};
    unsigned spaces = 0;
    for (const Use& use : uses)
        for (std::size_t i = 0; i < names.size(); ++i)
            if (use.space == names[i]) spaces |= 1u << i;
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
        uses.push_back({action, text, parts.space, parts.key, places->at(at, text.size()), operands});
    }
    return uses;
}

}  // namespace flowc::lint
