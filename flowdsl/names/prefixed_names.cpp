#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "flowdsl/names/known_names.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/words/verb.hpp"

/// The half of `KnownNames` that looks at names with a prefix. They are taken as they stand, since another flow may give them; but
/// not where this flow gives one that was probably meant, or alone could.
namespace flowc::dsl {

namespace {

/// The first that differs from a name by a slip of the hand; empty: none, or the name itself is among them.
std::string_view slip_of(std::string_view name, const std::vector<std::string_view>& known) {
    if (std::find(known.begin(), known.end(), name) != known.end()) return {};
    const auto near = std::find_if(known.begin(), known.end(), [&](std::string_view one) { return is_slip(name, one); });
    return near == known.end() ? std::string_view{} : *near;
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

bool may_fill(const ActionDraft& draft, const Filled& filled) {
    const auto& types = find_verb(filled.verb)->types;
    if (std::find(types.begin(), types.end(), draft.type) == types.end()) return false;
    return filled.word != "invocation_id" || !draft.takes_returns;
}

}  // namespace

void KnownNames::check_filled(const TextUse& use, const TextPart& part) {
    const auto filled = std::find_if(std::begin(filled_words), std::end(filled_words), [&](const Filled& one) { return one.word == part.text; });
    if (filled == std::end(filled_words) || head_.is_module || is_doubtful(filled->verb)) return;
    if (std::any_of(order_.begin(), order_.end(), [&](const ActionDraft* draft) { return may_fill(*draft, *filled); })) return;
    diagnostics_.report(rules::maybe_unknown_name, part_span(use, part),
                        "`{" + std::string{part.text} + "}` is " + std::string{filled->what} + ", and this flow has no such step; it is empty unless another flow has left it");
}

void KnownNames::check_flow_attribute(const TextUse& use, const TextPart& part, std::string_view name) {
    const auto in_flow = names_.name(name, true);
    const ActionId action = use.draft->action;
    if (action == no_action || !names_.before(action).reached || is_doubtful(name)) return;
    if (in_flow) {
        const State& state = names_.before(action);
        if (!names_.is_written(state, *in_flow))
            diagnostics_.report(rules::unknown_name, part_span(use, part),
                                quote(part.text) + " is set on no path that leads here, and no other flow can have set it; `set` it before this step");
        else if (names_.may_be_missing(state, *in_flow)) report_maybe(use, part, action, *in_flow);
        return;
    }
    std::vector<std::string_view> known;
    for (const auto& [written, is_of_flow] : names_.names())
        if (is_of_flow) known.push_back(written);
    const std::string_view near = nearest(name, known);
    diagnostics_.report(rules::unknown_name, part_span(use, part),
                        "no step of this flow sets the flow attribute " + quote(name) + ", and no other flow can; " +
                            (near.empty() ? "`set` it with `scope: flow`" : "did you mean `flow." + std::string{near} + "`?"));
}

void KnownNames::check_prefixed(const TextUse& use, const TextPart& part, std::string_view prefix, std::string_view name) {
    if (prefix == "flow") return check_flow_attribute(use, part, name);
    const std::string start = std::string{prefix} + '.';
    std::vector<std::string_view> known;
    if (prefix == "attributes") {
        for (const auto& [written, is_of_flow] : names_.names())
            if (!is_of_flow) known.push_back(written);
    } else if (prefix == "external") {
        for (const ActionId lambda : names_.lambdas()) known.insert(known.end(), order_[lambda]->fields.begin(), order_[lambda]->fields.end());
        for (const Node input : head_.inputs)
            if (input.text().starts_with(start)) known.push_back(input.text().substr(start.size()));
    } else {
        for (const ActionDraft* draft : order_)
            for (const std::string_view read : draft->reads)
                if (read.starts_with(start)) known.push_back(read.substr(start.size()));
    }
    const std::string_view near = slip_of(name, known);
    if (near.empty() || is_doubtful(name)) return;
    diagnostics_.report(rules::maybe_unknown_name, part_span(use, part),
                        "nothing in this flow gives " + quote(part.text) + "; did you mean `" + start + std::string{near} + "`?");
}

}  // namespace flowc::dsl
