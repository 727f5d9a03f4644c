#include <optional>
#include <string>
#include <vector>

#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/flow_lowering.hpp"
#include "flowdsl/lowering/misread_step.hpp"
#include "flowdsl/words/borrowed_key.hpp"
#include "flowdsl/words/keys_there.hpp"
#include "flowdsl/words/offer_word.hpp"

/// The part of `FlowLowering` that holds a step's keys to the options of its verb.
namespace flowc::dsl {

namespace {

/// Whether a key says where a step leads, which is said by what stands below it.
bool leads_on(std::string_view word) {
    static constexpr std::string_view then[] = {"then"};
    return !meant_key(word, then).key.empty();
}

/// What stands in the step already was not meant a second time.
std::vector<std::string_view> options_left(Node step, const VerbInfo& verb) {
    std::vector<std::string_view> names;
    for (const auto& own : {verb.options, common_options()})
        for (const OptionInfo& other : own)
            if (!step.find_key(other.name)) names.push_back(other.name);
    return names;
}

std::string option_list(const VerbInfo& verb) {
    std::vector<std::string_view> names;
    for (const OptionInfo& option : verb.options) names.push_back(option.name);
    return list(names, "and");
}

}  // namespace

/// True where the step has a key that says nothing: what is missing may be what it should have said.
bool FlowLowering::check_step_keys(Node step, const VerbInfo& verb) {
    bool odd = false;
    KeysThere keys(step);
    for (const OptionInfo& option : verb.options)
        if (option.required && !step.find_key(option.name))
            diagnostics_.report(rules::missing_option, step.find_key(verb.name).span(),
                                "`" + std::string{verb.name} + "` needs `" + std::string{option.name} +
                                    "`: " + std::string{option.summary});
    std::optional<std::vector<std::string_view>> known;
    Node empty;          // an option without a value, of which nothing was said yet
    bool holds = false;  // the keys behind it are what it should hold
    const auto report_empty = [&] {
        if (!empty || holds) return;
        const OptionInfo* const option = find_option(verb, empty.text());
        const Node value = step.find(empty.text());
        diagnostics_.report(rules::bad_value, value.span().empty() ? empty.span() : value.span(),
                            "`" + std::string{option->name} + "` is empty; give it a value" +
                                (option->required ? "" : " or leave it out"));
    };
    for (const auto [key, value] : step.entries()) {
        if (key.text() == verb.name) continue;
        if (const OptionInfo* option = find_option(verb, key.text())) {
            report_empty();
            empty = says_nothing(*option, value) ? key : Node{};
            holds = false;
            if (!empty) continue;
        } else if (empty && (holds || may_be_held(*find_option(verb, empty.text()), key, step))) {
            if (!holds)
                diagnostics_.report(rules::unknown_option, key.span(),
                                    quote(key.text()) + " begins as far in as `" + std::string{empty.text()} +
                                        "`, which is empty; write what `" + std::string{empty.text()} +
                                        "` holds further in");
            holds = true;
        } else {
            if (!known) known = options_left(step, verb);
            const auto [near, instead] = meant_key(key.text(), *known);
            const std::string own = !instead.empty() ? std::string{instead}
                                    : value.is_scalar() && leads_on(key.text())
                                        ? "where it leads is the step below it, `- " + std::string{value.text()} + "`"
                                    : verb.options.empty() ? "it takes none of its own"
                                                           : "it takes " + option_list(verb);
            Diagnostic& finding =
                diagnostics_.report(rules::unknown_option, key.span(),
                                    "`" + std::string{verb.name} + "` has no option " + quote(key.text()) + "; " +
                                        (near.empty() ? own : "did you mean `" + std::string{near} + "`?"));
            if (keys.is_free(near)) offer_word(finding, key, near);
        }
        odd = true;
    }
    report_empty();
    return odd;
}

}  // namespace flowc::dsl
