#include <algorithm>
#include <map>
#include <tuple>

#include "flowdsl/lowering/flow_lowering.hpp"

/// The part of `FlowLowering` that says of a finding in which definition it stands, and which use of it has the fault (§7).
namespace flowc::dsl {

namespace {

constexpr std::string_view used_here = "used here";
constexpr std::string_view placed_here = "the definition that puts it into the flow";
constexpr std::string_view argument_here = "the argument that is a part of this text";
constexpr std::size_t most_shown = 3;

bool shows_use(const Diagnostic& item) {
    return std::any_of(item.labels.begin(), item.labels.end(),
                       [](const flowc::Label& label) { return label.text == used_here || label.text == placed_here; });
}

void add_once(Diagnostic& item, const flowc::Label& label) {
    const auto same = [&](const flowc::Label& other) { return other.span == label.span && other.text == label.text; };
    const auto uses = std::count_if(item.labels.begin(), item.labels.end(),
                                    [](const flowc::Label& other) { return other.text == used_here; });
    if (label.text == used_here && static_cast<std::size_t>(uses) >= most_shown) return;
    if (std::none_of(item.labels.begin(), item.labels.end(), same)) item.labels.push_back(label);
}

/// Steps that came from definitions, by their places: which uses they came from.
class UsedSteps {
  public:
    explicit UsedSteps(const Flow& flow) {
        for (const Action& action : flow.actions)
            if (action.use != no_use) steps_.push_back({action.span, {action.use}});
        std::stable_sort(steps_.begin(), steps_.end(), [](const Step& a, const Step& b) {
            return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
        });
        std::size_t kept = 0;
        for (Step& step : steps_) {
            if (kept > 0 && steps_[kept - 1].span == step.span) {
                std::vector<UseId>& uses = steps_[kept - 1].uses;
                if (uses.size() < most_shown && uses.back() != step.uses.front()) uses.push_back(step.uses.front());
                continue;
            }
            step.around = kept == 0 ? none : kept - 1;
            while (step.around != none && !steps_[step.around].span.holds(step.span.begin))
                step.around = steps_[step.around].around;
            if (&steps_[kept] != &step) steps_[kept] = std::move(step);
            ++kept;
        }
        steps_.resize(kept);
    }

    /// Those of the innermost step that holds the place.
    std::vector<UseId> at(Span place) const {
        const auto above =
            std::upper_bound(steps_.begin(), steps_.end(), place.begin,
                             [](std::uint32_t here, const Step& step) { return here < step.span.begin; });
        std::size_t i = above == steps_.begin() ? none : static_cast<std::size_t>(above - steps_.begin()) - 1;
        while (i != none && !steps_[i].span.holds(place.begin)) i = steps_[i].around;
        return i == none ? std::vector<UseId>{} : steps_[i].uses;
    }

  private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    struct Step {
        Span span;
        std::vector<UseId> uses;
        std::size_t around = none;
    };
    std::vector<Step> steps_;
};

}  // namespace

void FlowLowering::label_use(const std::vector<Use>& uses, UseId use, Diagnostic& item) const {
    UseId at = use;
    while (at != no_use && !uses[at].definition.holds(item.span.begin)) at = uses[at].outer;
    if (at != use) {
        // An argument is at fault where it stands in a definition, and nothing else outside of that has to do with it.
        UseId of = use;
        while (of != at && !users_[of].with.span().holds(item.span.begin)) of = uses[of].outer;
        if (of == at) return;
        add_once(item, {users_[of].definition, std::string{placed_here}});
    } else if (use != no_use) {
        // A text that holds arguments may be at fault by one of them.
        const std::string_view text = sources_.slice(item.span);
        std::size_t asked = 0;
        for (std::size_t open = text.find("${"); open != std::string_view::npos && asked < most_shown;
             open = text.find("${", open + 2), ++asked)
            if (const std::size_t close = text.find('}', open); close != std::string_view::npos)
                if (const Node value = users_[use].with.find(text.substr(open + 2, close - open - 2));
                    value.is_scalar())
                    add_once(item, {value.span(), std::string{argument_here}});
    }
    for (; at != no_use; at = uses[at].outer) add_once(item, {uses[at].step, std::string{used_here}});
}

void FlowLowering::label_use_since(std::size_t first, UseId use) {
    if (use == no_use) return;
    auto& items = diagnostics_.items();
    for (std::size_t i = first; i < items.size(); ++i)
        if (!shows_use(items[i])) label_use(flow_.uses, use, items[i]);
}

void FlowLowering::label_uses(const Flow& flow) {
    if (flow.uses.empty()) return;
    const UsedSteps steps(flow);
    std::multimap<std::string_view, const Action*> by_identifier;
    for (const Action& action : flow.actions)
        if (action.use != no_use) by_identifier.emplace(action.identifier, &action);
    std::map<std::tuple<std::uint32_t, std::uint32_t, const RuleInfo*, std::string_view>, Diagnostic*> first;
    for (Diagnostic& item : diagnostics_.items()) {
        // Several of one identifier are at fault together.
        const auto [begin, end] = by_identifier.equal_range(item.subject.action);
        if (!shows_use(item))
            for (auto action = begin; action != end; ++action)
                if (action->second->span.holds(item.span.begin)) label_use(flow.uses, action->second->use, item);
        if (!shows_use(item))
            for (const UseId use : steps.at(item.span)) label_use(flow.uses, use, item);
        if (!shows_use(item))
            for (UseId use = 0; use < flow.uses.size(); ++use)
                if (flow.uses[use].definition.holds(item.span.begin)) label_use(flow.uses, use, item);
        // What was found in several uses is said once, and shows them.
        const auto [same, added] = first.try_emplace({item.span.begin, item.span.end, item.rule, item.message}, &item);
        if (added) continue;
        for (const flowc::Label& label : item.labels)
            if (label.text == used_here || label.text == placed_here) add_once(*same->second, label);
    }
}

}  // namespace flowc::dsl
