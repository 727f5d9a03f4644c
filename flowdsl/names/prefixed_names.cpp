#include <algorithm>
#include <utility>

#include "diagnostics/suggest.hpp"
#include "flowdsl/names/known_names.hpp"
#include "flowdsl/rules.hpp"
#include "source/ascii.hpp"

/// The half of `KnownNames` that looks at names with a prefix. They are taken as they stand, since another flow may give them; but
/// not where this flow gives one that was probably meant, or alone could.
namespace flowc::dsl {

namespace {

/// The first that differs from a name by a slip of the hand; empty: none, or the name itself is among them.
template <typename IsSlip>
std::string_view slip_of(std::string_view name, const std::vector<std::string_view>& known, IsSlip is_slip_of) {
    if (std::find(known.begin(), known.end(), name) != known.end()) return {};
    const auto near =
        std::find_if(known.begin(), known.end(), [&](std::string_view one) { return is_slip_of(name, one); });
    return near == known.end() ? std::string_view{} : *near;
}

/// Whether one of two names has a letter more than the other. Where all of the names are known that is a slip, but for a plural.
bool misses_a_letter(std::string_view left, std::string_view right) {
    if (left.size() > right.size()) std::swap(left, right);
    constexpr std::size_t shortest = 6;
    if (right.size() - left.size() != 1 || right.size() < shortest) return false;
    const auto at =
        static_cast<std::size_t>(std::mismatch(left.begin(), left.end(), right.begin()).first - left.begin());
    const bool is_plural = at == left.size() && right.back() == 's';
    return is_letter(right[at]) && !is_plural && left.substr(at) == right.substr(at + 1);
}

/// Names that one verb alone fills, in the flow in which it stands as far as is known.
struct Filled {
    std::string_view word;
    std::string_view verb;
    std::string_view what;
};
constexpr Filled filled_words[] = {{"intent", "bot", "what a bot has understood"},
                                   {"view_action", "view", "what was chosen in a view"},
                                   {"invocation_id", "lambda", "the number of a call with `async: on`"}};

/// Nobody looks at what `action` writes.
bool may_fill(const ActionDraft& draft, const Filled& filled) {
    if (draft.verb == "action") return true;
    if (draft.verb != filled.verb) return false;
    return filled.word != "invocation_id" || (draft.replaces_external && !draft.takes_returns);
}

}  // namespace

/// One word may be in the texts of several actions.
void KnownNames::report_once(const RuleInfo& rule, const TextUse& use, const TextPart& part, std::string message) {
    const Span place = part_span(use, part);
    if (reported_.emplace(place.begin, part.text).second) diagnostics_.report(rule, place, std::move(message));
}

void KnownNames::check_filled(const TextUse& use, const TextPart& part) {
    const auto filled = std::find_if(std::begin(filled_words), std::end(filled_words),
                                     [&](const Filled& one) { return one.word == part.text; });
    if (filled == std::end(filled_words) || head_.is_module || is_doubtful(filled->verb)) return;
    if (std::any_of(order_.begin(), order_.end(), [&](const ActionDraft* draft) { return may_fill(*draft, *filled); }))
        return;
    report_once(rules::maybe_unknown_name, use, part,
                "`{" + std::string{part.text} + "}` is " + std::string{filled->what} +
                    ", and this flow has no such step; it is empty unless another flow has left it");
}

void KnownNames::check_flow_attribute(const TextUse& use, const TextPart& part, std::string_view name) {
    const auto in_flow = names_.name(name, true);
    const ActionId action = use.draft->action;
    if (action == no_action || !names_.before(action).reached || is_doubtful(name)) return;
    if (in_flow) {
        const State& state = names_.before(action);
        if (!names_.is_written(state, *in_flow))
            report_once(
                rules::unknown_name, use, part,
                quote(part.text) +
                    " is set on no path that leads here, and no other flow can have set it; `set` it before this step");
        else if (names_.may_be_missing(state, *in_flow)) report_maybe(use, part, action, *in_flow);
        return;
    }
    std::vector<std::string_view> known;
    for (const auto& [written, is_of_flow] : names_.names())
        if (is_of_flow) known.push_back(written);
    const std::string_view near = nearest(name, known);
    report_once(rules::unknown_name, use, part,
                "no step of this flow sets the flow attribute " + quote(name) + ", and no other flow can; " +
                    (near.empty() ? "`set` it with `scope: flow`" : "did you mean `flow." + std::string{near} + "`?"));
}

void KnownNames::check_prefixed(const TextUse& use, const TextPart& part, std::string_view prefix,
                                std::string_view name) {
    if (prefix == "flow") return check_flow_attribute(use, part, name);
    const std::string start = std::string{prefix} + '.';
    std::vector<std::string_view> known;
    if (prefix == "attributes") {
        for (const auto& [written, is_of_flow] : names_.names())
            if (!is_of_flow) known.push_back(written);
    } else if (prefix == "external") {
        for (const ActionId lambda : names_.lambdas())
            known.insert(known.end(), order_[lambda]->fields.begin(), order_[lambda]->fields.end());
        for (const Node input : head_.inputs)
            if (input.text().starts_with(start)) known.push_back(input.text().substr(start.size()));
    } else {
        for (const ActionDraft* draft : order_)
            for (const std::string_view read : draft->reads)
                if (read.starts_with(start)) known.push_back(read.substr(start.size()));
    }
    // Attributes come from everywhere; the rest is what this flow has asked for.
    const bool from_everywhere = prefix == "attributes";
    const std::string_view near = slip_of(name, known, [&](std::string_view left, std::string_view right) {
        return is_slip(left, right) || (!from_everywhere && misses_a_letter(left, right));
    });
    if (near.empty() || is_doubtful(name)) return;
    report_once(
        rules::maybe_unknown_name, use, part,
        "nothing in this flow gives " + quote(part.text) + "; did you mean `" + start + std::string{near} + "`?");
}

}  // namespace flowc::dsl
