#include "lint/uses.hpp"

#include <algorithm>

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

std::vector<Use> find_uses(const Texts& texts) {
    std::vector<Use> uses;
    uses.reserve(texts.references().size());
    for (const auto& [action, scalar, operands, text] : texts.references()) {
        const ReferenceParts parts = parts_of(text);
        uses.push_back({action, space_of(parts.space), text, parts.space, parts.key, scalar, operands});
    }
    return uses;
}

Span UsePlaces::of(const Use& use) {
    if (use.scalar.id() != scalar_) places_.emplace(sources_, use.scalar, json_);
    scalar_ = use.scalar.id();
    return places_->at(static_cast<std::size_t>(use.text.data() - use.scalar.text().data()), use.text.size());
}

}  // namespace flowc::lint
