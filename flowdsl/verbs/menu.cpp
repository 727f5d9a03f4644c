#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "flowdsl/verbs/attribute_name.hpp"
#include "flowdsl/verbs/menu_prompt.hpp"
#include "flowdsl/verbs/retry.hpp"
#include "flowdsl/words/scalar.hpp"

namespace flowc::dsl {

namespace {

/// How the service writes a key of the telephone; empty: there is no such key.
std::string_view key_sign(std::string_view key) {
    if (key.size() == 1 && key[0] >= '0' && key[0] <= '9') return key;
    if (key == "star") return "*";
    if (key == "pound") return "#";
    return {};
}

void report_key(StepContext& step, Node key) {
    const std::string_view text = key.text();
    std::string cure = "a menu has the keys `0` to `9`, `star` and `pound`";
    if (text == "*" || text == "asterisk") cure = "write `star`";
    if (text == "#" || text == "hash") cure = "write `pound`";
    if (const auto number = parse_number(text); number && *number >= 0 && *number <= 9)
        cure = "write `" + std::to_string(*number) + "`";
    step.error(rules::bad_value, key.span(), quote(text) + " is not a key of a menu; " + cure);
}

/// What stands alone behind a key is a target. Without a `prompt` the key needs words, too, and what is no target is most
/// likely meant as them.
void read_lone(StepContext& step, MenuOption& option, Node value) {
    option.target = value;
    if (option.sign.empty() || step.option("prompt") || !value.is_scalar() || step.is_target(value)) return;
    const std::string key{option.key.text()};
    const bool is_empty = value.text().empty();
    step.error(
        rules::missing_option, is_empty ? option.key.span() : value.span(),
        (is_empty ? "no words and no target belong" : quote(value.text()) + " is no block, and no words belong") +
            " to the key `" + key + "`; write `" + key +
            ": {for: …, then: …}`, with what callers hear and where it leads");
    option.target = {};
    option.faulty = true;
}

MenuOption read_option(StepContext& step, Node key, Node value, std::string_view sign) {
    MenuOption option;
    option.key = key;
    option.sign = sign;
    if (!value.is_mapping()) {
        read_lone(step, option, value);
        return option;
    }
    static constexpr std::string_view keys[] = {"for", "to", "set", "then"};
    step.read_map(value, key.text(), keys);
    for (const auto [name, content] : value.entries())
        if (std::find(std::begin(keys), std::end(keys), name.text()) == std::end(keys)) option.faulty = true;
    const Node for_label = value.find("for");
    const Node to_label = value.find("to");
    if (for_label && to_label)
        step.error(rules::conflicting_options, value.find_key("to").span(),
                   "an option is `for` something or `to` do something; remove one");
    option.for_label = static_cast<bool>(for_label);
    option.label = for_label ? for_label : to_label;
    option.set = value.find("set");
    option.target = value.find("then");
    if (value.size() == 0) {
        step.error(rules::bad_value, value.span(),
                   "the key " + quote(key.text()) +
                       " has neither words nor a target; write `{to: …, then: …}`, or only a target");
        option.faulty = true;
    }
    // The words of an option are optional beside a `prompt`, but not empty.
    if (option.label && !step.read_spoken(option.label, for_label ? "for" : "to")) option.faulty = true;
    return option;
}

std::vector<MenuOption> read_options(StepContext& step) {
    std::vector<MenuOption> options;
    const Node map = step.option("options");
    if (!map || !step.read_map(map, "options", {})) return options;
    for (const auto [key, value] : map.entries()) {
        options.push_back(read_option(step, key, value, key_sign(key.text())));
        if (!options.back().sign.empty()) continue;
        report_key(step, key);
        options.back().faulty = true;
    }
    return options;
}

void add_set(StepContext& step, const MenuOption& option, Label label, Label next) {
    ActionDraft& set = step.action(ActionType::UpdateContactAttributes, std::string{option.key.text()} + "-set", label);
    if (step.read_map(option.set, "set", {})) {
        if (option.set.size() == 0)
            step.error(rules::bad_value, option.set.span(),
                       "this `set` sets nothing; name an attribute, or leave it out");
        Parameters parameters = step.parameters(set);
        {
            Parameters attributes = parameters.object("Attributes", option.set.span());
            for (const auto [name, value] : option.set.entries()) {
                const auto text = step.read_text(value, name.text());
                if (is_attribute_name(step, name) && text) attributes.text(name.text(), *text, value.span());
                step.writes_attribute(set, name);
            }
        }
        parameters.literal("TargetContact", "Current", option.set.span());
    }
    step.leads_to(set, next);
    step.error_branch(set, "NoMatchingError", next, option.key.span());
}

}  // namespace

static void lower(StepContext& step) {
    step.read_text(step.value(), "menu");
    const Label give_up = read_give_up(step, step.next());
    Retry retry{step, give_up};
    const std::vector<MenuOption> options = read_options(step);
    const Message prompt = menu_prompt(step, options);

    ActionDraft& menu = step.action(ActionType::GetParticipantInput);
    {
        Parameters parameters = step.parameters(menu);
        parameters.message(prompt);
        parameters.boolean("StoreInput", false, step.span());
        parameters.number("InputTimeLimitSeconds", step.duration("timeout"), step.place("timeout"));
    }
    struct Set {
        const MenuOption* option;
        Label label;
        Label next;
    };
    std::vector<Set> sets;
    for (const MenuOption& option : options) {
        Label target = option.target ? step.read_target(option.target, option.key.text()) : step.next();
        if (option.set) {
            sets.push_back({&option, step.label(option.set.span()), target});
            target = sets.back().label;
        }
        step.condition(menu, "Equals", option.sign, target, option.key.span());
    }
    step.error_branch(menu, "InputTimeLimitExceeded", retry.silent());
    step.error_branch(menu, "NoMatchingCondition", retry.invalid());
    step.error_branch(menu, "NoMatchingError", step.on_error(give_up));

    for (const Set& set : sets) add_set(step, *set.option, set.label, set.next);
    retry.add_actions();
}

static constexpr ActionType types[] = {ActionType::GetParticipantInput, ActionType::UpdateContactAttributes,
                                       ActionType::MessageParticipant, ActionType::Loop};
static constexpr OptionInfo options[] = {
    {.name = "options",
     .kind = OptionKind::map,
     .summary = "the keys, and for each its words (`for` or `to`), attributes to `set`, and where it leads (`then`)",
     .required = true,
     .may_be_empty = true},
    {.name = "intro", .kind = OptionKind::message, .summary = "what is said before the words of the options"},
    {.name = "prompt",
     .kind = OptionKind::message,
     .summary = "what the menu says, instead of the words of its options"},
    {.name = "timeout",
     .kind = OptionKind::duration,
     .default_value = "5s",
     .summary = "how long the menu waits for a key",
     .min = 1},
    {.name = "tries",
     .kind = OptionKind::number,
     .default_value = "3",
     .summary = "how often the caller may try before `give_up`",
     .min = 1,
     .max = 101},
    {.name = "invalid",
     .kind = OptionKind::any,
     .summary = "what is said after a key that is no option, or `{say: …, then: …}` to leave at once"},
    {.name = "silent",
     .kind = OptionKind::any,
     .summary = "what is said when no key was pressed, or `{say: …, then: …}` to leave at once"},
    {.name = "give_up", .kind = OptionKind::target, .summary = "where callers go who made no choice", .required = true},
};

extern const VerbInfo verb_menu;
const VerbInfo verb_menu{
    .name = "menu",
    .section = "Ask",
    .summary = "offers choices and goes the way of the key that the caller presses",
    .value = OptionKind::text,
    .options = options,
    .failure = Failure::own,
    .types = types,
    .example = "{menu: department, options: {1: {to: speak to an agent, then: to_queue}}, give_up: sorry}",
    .lower = lower,
    .repeatable = true,
};

}  // namespace flowc::dsl
