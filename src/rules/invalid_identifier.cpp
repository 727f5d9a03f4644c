#include <algorithm>

#include "ir/identifiers.hpp"
#include "ir/placeholder.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"
#include "source/byte_groups.hpp"
#include "source/byte_set.hpp"

namespace flowc::rules {

const RuleInfo invalid_identifier{
    "invalid-identifier",
    Category::validity,
    Severity::error,
    "an action's identifier is one that the service does not take",
    "the service refuses the flow",
    "AWS's reference: 1 to 50 characters, none of % : ( \\ / ) = $ , ; [ ] { } and no name of JavaScript's own",
    "AWS's list is longer than what the service enforces; identifiers that real exports hold are warnings",
    true};

namespace {

constexpr std::string_view banned_bytes = "%:(\\/)=$,;[]{}";
constexpr ByteSet banned(banned_bytes);
constexpr ByteGroups any_banned{{1, banned_bytes}};
constexpr std::size_t longest = 50;
constexpr std::size_t longest_reserved = std::max_element(reserved_identifiers.begin(), reserved_identifiers.end(),
                                                          [](auto a, auto b) { return a.size() < b.size(); }) -> size();

/// Nearly every identifier: one look at each of its bytes tells that nothing is wrong with it.
bool is_ordinary(std::string_view identifier) {
    return !identifier.empty() && identifier.size() <= longest && any_banned.in(identifier) == 0 &&
           (identifier.size() > longest_reserved || !is_reserved_identifier(identifier));
}

}  // namespace

void check_invalid_identifier(Check& check, const Action& action) {
    const Flow& flow = check.flow;
    const std::string_view identifier = action.identifier;
    if (is_ordinary(identifier)) return;
    const auto report = [&](std::string message) {
        check.diagnostics.report(invalid_identifier, action.identifier_span, std::move(message));
    };
    if (identifier.empty()) {
        // A missing identifier is a fault of the action's shape.
        if (flow.document == no_node || flow.node(action.node).find("Identifier").is_string()) {
            report("the identifier is empty; give the action a name of its own");
        }
        return;
    }
    if (has_placeholder(identifier)) return;
    if (const std::size_t at = banned.first_in(identifier); at != std::string_view::npos) {
        report(text({"the identifier ", quote(identifier), " has a ", quote(identifier.substr(at, 1)),
                     "; the service takes none of % : ( \\ / ) = $ , ; [ ] { }"}));
    } else if (is_reserved_identifier(identifier)) {
        report(text({"the identifier ", quote(identifier), " is a reserved name; take another one"}));
    } else if (const std::size_t length = characters(identifier); length > longest) {
        report(text({"the identifier has ", std::to_string(length), " characters; the service takes 50"}));
    }
}

}  // namespace flowc::rules
