#pragma once

#include <algorithm>
#include <string>

#include "diagnostics/credentials.hpp"
#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/flow_lowering.hpp"
#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/run_time_value.hpp"
#include "source/ascii.hpp"

namespace flowc::dsl {

/// `+` and digits alone.
inline bool is_e164(std::string_view text) {
    return text.size() >= 3 && text.size() <= 16 && text.front() == '+' &&
           std::all_of(text.begin() + 1, text.end(), is_digit);
}

/// Writes a number to dial: E.164, or one reference; reports anything else.
inline void write_phone_number(StepContext& step, Parameters& parameters, std::string_view key, Node node,
                               std::string_view what) {
    const auto text = step.read_text(node, what);
    if (!text) return;
    if (!is_run_time_value(node) && !is_e164(*text)) {
        std::string digits;
        for (const char c : *text)
            if (std::string_view{" -./()"}.find(c) == std::string_view::npos) digits += c;
        step.error(rules::bad_value, node.span(),
                   is_e164(digits)
                       ? "`" + std::string{what} + "` takes a `+` and digits alone, such as " +
                             quote(example_phone_number) + "; take out the blanks, hyphens, dots and brackets"
                       : "`" + std::string{what} + "` takes a number with its country code, such as " +
                             quote(example_phone_number) + ", not " + quote(*text));
    }
    parameters.text(key, *text, node.span());
}

/// Warns of a number that is not in the list of those that are claimed, where there is one.
inline void expect_claimed(StepContext& step, Node number) {
    const Environment* environment = step.flow().options().environment;
    if (!environment || !environment->is_inventory) return;
    const auto numbers = environment->arns.find(ResourceKind::phone_number);
    if (numbers == environment->arns.end() || numbers->second.count(number.text()) != 0) return;
    step.warn(rules::bad_value, number.span(),
              "the number is not in the list of those that are claimed for the instance, in " +
                  quote(environment->file) +
                  ", and the service shows no other; write one of the list, or print it anew");
}

/// Writes a number of the instance: by its name in the environment, as E.164, or one reference.
inline void write_own_number(StepContext& step, Parameters& parameters, std::string_view key, Node node,
                             std::string_view what) {
    if (node.is_scalar() && node.text().starts_with('+')) expect_claimed(step, node);
    if (node.is_scalar() && (node.text().starts_with('+') || is_run_time_value(node)))
        write_phone_number(step, parameters, key, node, what);
    else parameters.name(key, ResourceKind::phone_number, node);
}

}  // namespace flowc::dsl
