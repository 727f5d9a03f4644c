#include <optional>
#include <vector>

#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/words/scalar.hpp"

namespace flowc::dsl {

namespace {

constexpr long whole = 100;

/// A share of the contacts and where it goes.
struct Share {
    long percent;
    Label target;
    Span span;
};

std::optional<Share> read_share(StepContext& step, Node entry) {
    if (!entry.is_mapping() || entry.size() != 1) {
        step.error(rules::bad_value, entry.span().empty() ? step.span() : entry.span(),
                   "an entry of `split` is a share and its target, such as `10%: survey`");
        return std::nullopt;
    }
    const Entry share = *entry.entries().begin();
    const std::string_view text = share.key.text();
    const auto percent = parse_percent(text);
    const Label target = step.read_target(share.value, text.substr(0, text.find('%')));
    if (percent && *percent >= 1 && *percent < whole) return Share{*percent, target, share.key.span()};
    step.error(rules::bad_value, share.key.span(),
               !percent && parse_number(text)
                   ? "a share is written with its sign, `" + std::string{text} + "%`"
                   : "a share is a whole percentage from `1%` to `99%`, and this is " + quote(text));
    return std::nullopt;
}

std::vector<Share> read_shares(StepContext& step) {
    const Node value = step.value();
    std::vector<Share> shares;
    if (!value.is_sequence()) {
        step.error(rules::bad_value, value.span(),
                   "`split` takes a list, such as `[10%: survey, 90%: next]`, or lines that begin with `- `");
        for (const auto [share, target] : value.entries()) step.read_target(target, share.text());
        return {};
    }
    long sum = 0;
    bool faulty = false;
    for (const Node entry : value.items()) {
        const auto share = read_share(step, entry);
        faulty = faulty || !share;
        if (!share) continue;
        shares.push_back(*share);
        sum += share->percent;
    }
    if (faulty) return {};
    if (shares.size() < 2)
        step.error(rules::bad_value, value.span().empty() ? step.span() : value.span(),
                   "a `split` has two shares or more; give the others theirs, as in `[10%: survey, 90%: next]`");
    else if (sum != whole)
        step.error(rules::bad_value, value.span(),
                   "these shares make " + std::to_string(sum) + "% together; they must make 100%");
    return shares;
}

}  // namespace

static void lower(StepContext& step) {
    const std::vector<Share> shares = read_shares(step);
    ActionDraft& split = step.action(ActionType::DistributeByPercentage);
    { Parameters none = step.parameters(split); }
    // The service draws a number from 1 to 100: a share ends below the next one's first number.
    long next_number = 1;
    for (std::size_t i = 0; i + 1 < shares.size(); ++i) {
        next_number += shares[i].percent;
        step.condition(split, "NumberLessThan", std::to_string(next_number), shares[i].target, shares[i].span);
    }
    const bool has_rest = !shares.empty();
    step.error_branch(split, "NoMatchingCondition", has_rest ? shares.back().target : step.next(),
                      has_rest ? shares.back().span : step.span());
}

static constexpr ActionType types[] = {ActionType::DistributeByPercentage};

extern const VerbInfo verb_split;
const VerbInfo verb_split{
    .name = "split",
    .section = "Decide",
    .summary = "sends shares of the contacts different ways, by chance; the shares make 100% together",
    .value = OptionKind::list,
    .failure = Failure::none,
    .types = types,
    .example = "split: [10%: survey, 90%: next]",
    .lower = lower,
};

}  // namespace flowc::dsl
