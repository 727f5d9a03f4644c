#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "lint/lint.hpp"
#include "rules/wording.hpp"
#include "source/ascii.hpp"

namespace flowc::rules {

const RuleInfo two_instances{
    "two-instances",
    Category::portability,
    Severity::warning,
    "one flow names resources of two Amazon Connect instances, or of two accounts",
    "a flow runs in one instance: what the other one has is refused when the flow is published, or fails in the call",
    "AWS's reference: a flow's queues, prompts, flows and hours are those of its instance; an ARN was forgotten when "
    "the flow was moved",
    "a Lambda or a bot of another account, which lets the instance call it"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// `us-east-1:111122223333:instance/…`: what tells an instance, of an ARN of Amazon Connect; empty: it is none.
std::string_view instance_of(std::string_view arn) {
    const std::size_t service = arn.find(':', 4);
    if (service == std::string_view::npos || !arn.substr(service).starts_with(":connect:")) return {};
    const std::string_view rest = arn.substr(service + 9);
    const std::size_t instance = rest.find(":instance/");
    if (instance == std::string_view::npos) return {};
    return rest.substr(0, rest.find('/', instance + 10));
}

/// `111122223333`, of any ARN; empty: it names none.
std::string_view account_of(std::string_view arn) {
    constexpr std::size_t before = 4;  // `arn:aws:lambda:us-east-1:`
    std::size_t begin = 0;
    for (std::size_t part = 0; part < before; ++part) {
        begin = arn.find(':', begin);
        if (begin == std::string_view::npos) return {};
        ++begin;
    }
    const std::string_view account = arn.substr(begin, arn.find(':', begin) - begin);
    constexpr std::size_t length = 12;
    const bool digits = std::all_of(account.begin(), account.end(), is_digit);
    return digits && account.size() == length ? account : std::string_view();
}

/// Something that the flow names, and what it is part of.
struct Named {
    std::string_view owner;
    Span span;
};

using Counts = std::map<std::string_view, std::size_t>;

Counts count_owners(const std::vector<Named>& named) {
    Counts counts;
    for (const Named& one : named) ++counts[one.owner];
    return counts;
}

/// What most of them are part of; the first of those where several are.
const Named& home_of(const std::vector<Named>& named, const Counts& counts) {
    return *std::max_element(named.begin(), named.end(), [&](const Named& one, const Named& other) {
        return counts.at(one.owner) < counts.at(other.owner);
    });
}

/// The instance runs in one account: what it calls, and where, is held to that, or to the account of the most.
void check_accounts(const Lint& lint, const std::vector<Named>& of_instances, const std::vector<Named>& others) {
    if (others.empty()) return;
    const std::vector<Named>& judges = of_instances.empty() ? others : of_instances;
    const auto differs = [&](const Named& one) { return one.owner != judges.front().owner; };
    if (std::none_of(judges.begin(), judges.end(), differs) && std::none_of(others.begin(), others.end(), differs))
        return;
    const Named& home = home_of(judges, count_owners(judges));
    std::set<std::string_view> told{home.owner};
    for (const Named& one : others) {
        if (!told.insert(one.owner).second) continue;
        Diagnostic& finding = lint.diagnostics.report(
            rules::two_instances, one.span,
            "this resource belongs to another account than others of this flow; write the one of the "
            "flow's own account, or let its policy permit the call");
        finding.severity = Severity::note;  // an account may let another one call what it has
        finding.labels.push_back({home.span, "one of the other account"});
    }
}

/// Resources of one instance are held to the instance of the most.
void check_instances(const Lint& lint, const std::vector<Named>& named) {
    const auto differs = [&](const Named& one) { return one.owner != named.front().owner; };
    if (std::none_of(named.begin(), named.end(), differs)) return;
    const Counts counts = count_owners(named);
    const Named& home = home_of(named, counts);
    const auto rival = std::find_if(named.begin(), named.end(), [&](const Named& one) {
        return one.owner != home.owner && counts.at(one.owner) == counts.at(home.owner);
    });
    if (rival != named.end()) {
        lint.diagnostics
            .report(rules::two_instances, rival->span,
                    "resources of two instances stand in this flow, and nothing tells which is the flow's own; write "
                    "those of one instance")
            .labels.push_back({home.span, "one of the other instance"});
        return;
    }
    // The flow lives where most of its resources are.
    for (const Named& one : named) {
        if (one.owner == home.owner) continue;
        lint.diagnostics
            .report(
                rules::two_instances, one.span,
                "this resource belongs to another instance than others of this flow; write the one of the flow's own "
                "instance")
            .labels.push_back({home.span, "the instance of the others"});
    }
}

/// Whether all resources are of one instance and of one account, as they are nearly always.
bool are_of_one(const Lint& lint) {
    std::string_view home;  // an ARN up to its instance
    std::string_view instance;
    std::string_view account;
    const auto differs = [](std::string_view& first, std::string_view one) {
        if (first.empty()) first = one;
        return !one.empty() && one != first;
    };
    for (const Value& value : lint.arns) {
        const std::string_view arn = value.node.text();
        if (!home.empty() && arn.starts_with(home) && arn.substr(home.size()).starts_with('/')) continue;
        const std::string_view own = instance_of(arn);
        if (differs(instance, own) || differs(account, account_of(arn))) return false;
        if (!own.empty()) home = arn.substr(0, static_cast<std::size_t>(own.data() - arn.data()) + own.size());
    }
    return true;
}

}  // namespace

void check_two_instances(const Lint& lint) {
    if (are_of_one(lint)) return;
    std::vector<Named> instances;
    std::vector<Named> accounts_of_instances;
    std::vector<Named> other_accounts;
    for (const Value& value : lint.arns) {
        const std::string_view arn = value.node.text();
        const std::string_view instance = instance_of(arn);
        const std::string_view account = account_of(arn);
        if (!instance.empty()) instances.push_back({instance, value.node.span()});
        if (!account.empty())
            (instance.empty() ? other_accounts : accounts_of_instances).push_back({account, value.node.span()});
    }
    check_accounts(lint, accounts_of_instances, other_accounts);
    check_instances(lint, instances);
}

}  // namespace flowc::lint
