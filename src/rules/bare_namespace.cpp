#include <algorithm>
#include <string>

#include "catalogue/reference_row.hpp"
#include "ir/reference.hpp"
#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo bare_namespace{
    "bare-namespace",
    Category::validity,
    Severity::error,
    "a reference names a namespace, and none of the values in it",
    "the service refuses the flow: what is compared is one value",
    "seen at the service for `$.External`; AWS's list of attributes says which names have others below them",
    "the service has given the name a value of its own since",
    true};

namespace {

/// `Attributes`, `Queue.OutboundCallerId`: the keys of a reference, however it is written.
std::string path_of(std::string_view reference) {
    std::string path;
    std::string_view rest = reference.substr(1);
    for (std::string_view key = take_key(rest); !key.empty(); key = take_key(rest)) {
        if (!path.empty()) path += '.';
        path += key;
    }
    return path;
}

/// A key to name in its place, where the keys are known.
std::string example(const std::string& path) {
    std::string value = path;
    while (const ReferenceRow* row = find_reference_row(value)) {
        const auto ends = [&](std::string_view key) { return !is_space(text({value, ".", key})); };
        const auto key = std::find_if(row->keys.begin(), row->keys.end(), ends);
        if (key != row->keys.end()) return text({"; name one value of it, such as `$.", value, ".", *key, "`"});
        value = text({value, ".", row->keys.front()});
    }
    return text({"; name one value of it, `$.", value, ".…`"});
}

}  // namespace

void check_bare_namespace(Check& check, const ParameterUse& use, const ParameterInfo& info) {
    if (use.form != ValueForm::reference) return;
    const std::string path = path_of(use.value.text());
    if (!is_space(path)) return;
    report(check.diagnostics, bare_namespace, info.evidence, use.value.span(),
           text({quote(use.value.text()), " is a namespace and has no value of its own", example(path)}));
}

}  // namespace flowc::rules
