#include "ir/subject.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace flowc {

namespace {

/// Adds the step through an item of a list to a way: a branch by the word that tells it from its siblings, so that the
/// order of branches does not matter.
void step_into(std::string& way, Node item, std::size_t position) {
    for (const std::string_view key : {"ErrorType", "Operator"}) {
        Node word = item.find(key);
        if (!word) word = item.find("Condition").find(key);
        if (!word.is_scalar()) continue;
        way.append("[").append(word.text()).append("]");
        return;
    }
    way.append("[").append(std::to_string(position)).append("]");
}

/// Ways to places, by keys. Of a document that was read from JSON places are asked for in their order, and children stand in
/// theirs: the search for the next place begins where the last one was found, so that each collection is read once.
class Ways {
  public:
    explicit Ways(const Flow& flow) : tree_(flow.tree), in_order_(flow.document != no_node) {
        constexpr std::size_t usual = 8;
        found_.reserve(usual);
    }

    /// Adds the way from a node to the place to a text; ends where no child holds the place. Whether there is any.
    bool add(std::string& text, NodeId id, std::uint32_t at) {
        const std::size_t begin = text.size();
        for (std::size_t depth = 0; id != no_node; ++depth) {
            const Child child = child_at(id, at, depth);
            if (child.value == no_node) break;
            if (tree_.node(id).is_mapping()) {
                if (text.size() > begin) text += '.';
                text += tree_.node(child.first).text();
            } else {
                step_into(text, tree_.node(child.value), child.position);
            }
            id = child.value;
        }
        return text.size() > begin;
    }

  private:
    /// An item of a sequence, or an entry of a mapping, which begins with its key.
    struct Child {
        NodeId collection = no_node;
        NodeId first = no_node;
        NodeId value = no_node;
        std::size_t position = 0;
    };

    Child child_at(NodeId collection, std::uint32_t at, std::size_t depth) {
        const Node node = tree_.node(collection);
        if (!node.is_mapping() && !node.is_sequence()) return {};
        const NodeId last = tree_[collection].after;
        Child child{collection, collection + 1, no_node, 0};
        if (found_.size() <= depth) found_.resize(depth + 1);
        if (in_order_ && found_[depth].collection == collection) child = found_[depth];
        for (; child.first < last; child.first = tree_[child.value].after, ++child.position) {
            child.value = node.is_mapping() ? tree_[child.first].after : child.first;
            if (in_order_ && at < tree_.node(child.first).span().begin) return {};
            if (!tree_.node(child.first).span().holds(at) && !tree_.node(child.value).span().holds(at)) continue;
            found_[depth] = child;
            return child;
        }
        return {};
    }

    const SyntaxTree& tree_;
    bool in_order_;
    std::vector<Child> found_;  ///< the last one at each depth
};

/// The action of a place, where they were read from JSON: they stand in order, and none in another.
const Action* action_at(const Flow& flow, std::uint32_t place) {
    const auto above = std::upper_bound(flow.actions.begin(), flow.actions.end(), place,
                                        [](std::uint32_t here, const Action& one) { return here < one.span.begin; });
    return above != flow.actions.begin() && std::prev(above)->span.holds(place) ? &*std::prev(above) : nullptr;
}

/// The actions by the place where their text begins, each with the one that it lies in: steps may lie inside steps.
class ActionPlaces {
  public:
    explicit ActionPlaces(const Flow& flow) {
        places_.reserve(flow.actions.size());
        for (const Action& action : flow.actions) places_.push_back({&action});
        const auto before = [](const Place& a, const Place& b) {
            return a.begin() != b.begin() ? a.begin() < b.begin() : a.end() > b.end();
        };
        std::stable_sort(places_.begin(), places_.end(), before);
        for (std::size_t i = 1; i < places_.size(); ++i) {
            Place& place = places_[i];
            const std::size_t outer = holder(i - 1, place.begin());
            if (outer == none) continue;
            const Place& around = places_[outer];
            const bool same = around.begin() == place.begin() && around.end() == place.end();
            // Of the actions of one step the first gives it its name.
            if (same) place.names = around.names;
            place.around = same ? around.around : outer;
        }
    }

    /// The innermost action whose text holds the place; null: none does.
    const Action* at(std::uint32_t place) const {
        const auto above = std::upper_bound(places_.begin(), places_.end(), place,
                                            [](std::uint32_t here, const Place& one) { return here < one.begin(); });
        const std::size_t i = holder(static_cast<std::size_t>(above - places_.begin()) - 1, place);
        return i == none ? nullptr : places_[i].names;
    }

  private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    struct Place {
        const Action* action;
        const Action* names = action;  ///< the first of those with the same text
        std::size_t around = none;     ///< the place that this one lies in

        std::uint32_t begin() const { return action->span.begin; }
        std::uint32_t end() const { return action->span.end; }
    };

    /// The place, or the innermost around it, that holds the byte; none: none does.
    std::size_t holder(std::size_t i, std::uint32_t byte) const {
        while (i != none && !places_[i].action->span.holds(byte)) i = places_[i].around;
        return i;
    }

    std::vector<Place> places_;
};

/// A part of a text that may still grow.
struct TextPart {
    std::size_t begin = 0;
    std::size_t end = 0;

    std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

TextPart add_part(std::string& text, std::string_view part) {
    text += part;
    return {text.size() - part.size(), text.size()};
}

/// A finding, and what it speaks of.
struct Named {
    Diagnostic* finding;
    TextPart action{};
    TextPart type{};
    TextPart path{};
};

}  // namespace

Diagnostic& about(const Action& action, Diagnostic& finding) {
    if (action.use == no_use) return finding;
    finding.subject.texts = std::make_shared<const std::string>(action.identifier);
    finding.subject.action = *finding.subject.texts;
    return finding;
}

void name_subjects(const Flow& flow, std::vector<Diagnostic>& findings) {
    if (findings.empty()) return;
    std::vector<Named> by_place;
    by_place.reserve(findings.size());
    for (Diagnostic& finding : findings) by_place.push_back({&finding});
    // Of two at one place the first stays the first; their addresses tell, and no memory is wanted for it.
    std::sort(by_place.begin(), by_place.end(), [](const Named& a, const Named& b) {
        const std::uint32_t here = a.finding->span.begin;
        const std::uint32_t there = b.finding->span.begin;
        return here != there ? here < there : a.finding < b.finding;
    });
    const bool in_order = flow.document != no_node;
    std::optional<ActionPlaces> steps;
    if (!in_order) steps.emplace(flow);
    Ways ways(flow);
    std::unordered_map<std::string_view, const Action*> of_definitions;
    if (!flow.uses.empty())
        for (const Action& action : flow.actions)
            if (action.use != no_use) of_definitions.emplace(action.identifier, &action);
    std::string texts;
    constexpr std::size_t usual = 96;
    texts.reserve(flow.name.size() + findings.size() * usual);
    const TextPart name = add_part(texts, flow.name);
    const Action* last = nullptr;
    TextPart identifier;
    TextPart type;
    for (Named& one : by_place) {
        const std::string_view said = one.finding->subject.action;
        const std::uint32_t place = one.finding->span.begin;
        const Action* action = in_order ? action_at(flow, place) : steps->at(place);
        if (const auto named = of_definitions.find(said); named != of_definitions.end()) action = named->second;
        if (!action) {
            one.action = add_part(texts, said);
            continue;
        }
        if (action != last) {
            identifier = add_part(texts, action->identifier);
            type = add_part(texts, action->type_name);
            last = action;
        }
        one.action = identifier;
        one.type = type;
        one.path.begin = texts.size();
        if (!ways.add(texts, action->node, place)) {
            constexpr std::string_view parameters = "Parameters.";
            texts += parameters;
            if (!ways.add(texts, action->parameters, place)) texts.resize(one.path.begin);
        }
        one.path.end = texts.size();
    }
    const auto shared = std::make_shared<const std::string>(std::move(texts));
    for (const Named& one : by_place)
        one.finding->subject = {name.of(*shared), one.action.of(*shared), one.type.of(*shared), one.path.of(*shared),
                                shared};
}

}  // namespace flowc
