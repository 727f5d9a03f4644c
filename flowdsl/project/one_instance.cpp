#include "flowdsl/project/one_instance.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"
#include "ir/arn.hpp"

namespace flowc::dsl {

namespace {

using Instance = std::tuple<std::string_view, std::string_view, std::string_view>;  // Region, account, id

Instance instance_of(const ArnPlace& place) { return {place.region, place.account, place.instance}; }

/// The ARN that speaks for the instance that most name, the first of them.
const PlacedArn* spokesman(const std::vector<PlacedArn>& arns) {
    std::map<Instance, std::pair<std::size_t, const PlacedArn*>> named;
    const PlacedArn* chosen = nullptr;
    std::size_t most = 0;
    for (const PlacedArn& arn : arns)
        if (const auto place = place_of_arn(arn.arn); place && !place->instance.empty()) {
            auto& [count, first] = named[instance_of(*place)];
            if (count == 0) first = &arn;
            count += 1 + arn.more;
        }
    // In the order of the file, so that of two that are named as often the first one wins.
    for (const PlacedArn& arn : arns)
        if (const auto place = place_of_arn(arn.arn); place && !place->instance.empty())
            if (const auto& [count, first] = named.at(instance_of(*place)); count > most) most = count, chosen = first;
    return chosen;
}

/// `aws`, `aws-us-gov`, `aws-cn`
std::string_view partition_of(std::string_view arn) { return arn.substr(4, arn.find(':', 4) - 4); }

/// What differs, as the middle of a sentence; empty: nothing does that both name.
std::string difference(std::string_view arn, const ArnPlace& one, std::string_view other_arn, const ArnPlace& others) {
    const auto differ = [](std::string_view what, std::string_view a, std::string_view b) {
        return "the " + std::string{what} + " " + quote(a) + ", and the other ARNs the " + std::string{what} + " " +
               quote(b);
    };
    if (partition_of(arn) != partition_of(other_arn))
        return differ("partition", partition_of(arn), partition_of(other_arn));
    if (!one.region.empty() && one.region != others.region) return differ("Region", one.region, others.region);
    if (!one.account.empty() && one.account != "aws" && one.account != others.account)
        return differ("account", one.account, others.account);
    if (!one.instance.empty() && one.instance != others.instance)
        return differ("instance", one.instance, others.instance);
    return {};
}

}  // namespace

void check_one_instance(const std::vector<PlacedArn>& arns, Diagnostics& diagnostics) {
    const PlacedArn* others = spokesman(arns);
    if (!others) return;
    const ArnPlace instance = *place_of_arn(others->arn);
    for (const PlacedArn& arn : arns) {
        const auto place = place_of_arn(arn.arn);
        if (!place) continue;
        const std::string what = difference(arn.arn, *place, others->arn, instance);
        if (what.empty()) continue;
        // A number may belong to a group of instances in two Regions.
        const bool certain =
            partition_of(arn.arn) != partition_of(others->arn) ||
            (place->service == "connect" &&
             (!place->instance.empty() || resource_kind_of_arn(arn.arn) != ResourceKind::phone_number));
        const std::string_view then =
            certain && arn.listed ? "an environment is one instance: take the list of that instance"
            : certain             ? "an environment is one instance: write the ARN of that instance"
            : place->service == "lambda"
                ? "the call fails unless the function's own policy permits this instance to make it"
                : "nobody has published whether an instance can use it from there";
        const std::string names =
            arn.more > 0 ? " and " + std::to_string(arn.more) + " more of this list name " : " names ";
        Diagnostic& found =
            diagnostics.report(rules::environment, arn.span, quote(arn.name) + names + what + "; " + std::string{then});
        if (!certain) found.severity = Severity::warning;
        found.labels.push_back({others->span, "one of the others"});
    }
}

}  // namespace flowc::dsl
