#include <algorithm>
#include <array>

#include "diagnostics/suggest.hpp"
#include "ir/placeholder.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo unknown_document_key{
    "unknown-document-key",
    Category::validity,
    Severity::warning,
    "the document has a key that the Flow language does not know",
    "what stands under it is not read, so that a misspelt `Metadata` or `Settings` is as good as none; whether the "
    "service takes such a flow is not published",
    "AWS's reference and exported flows, which have five keys; nobody has published what the service does with another",
    "a tool of your own reads the key"};

namespace {

constexpr std::array<std::string_view, 5> document_keys{"Version", "StartAction", "Actions", "Metadata", "Settings"};
constexpr int most_unknown_keys = 20;

/// Whether a rule reports that the key is missing.
bool is_missed(const Flow& flow, std::string_view key) {
    return key == "Settings" ? flow.type == FlowType::module : key != "Metadata";
}

}  // namespace

void check_unknown_document_key(Check& check) {
    if (check.flow.document == no_node) return;
    const Node root = check.flow.node(check.flow.document);
    int reports = 0;
    for (const auto [key, value] : root.entries()) {
        const std::string_view word = key.text();
        if (std::find(document_keys.begin(), document_keys.end(), word) != document_keys.end() || has_placeholder(word))
            continue;
        const std::string_view near = nearest(word, document_keys);
        const bool was_meant = !near.empty() && !root.find_key(near);
        if (was_meant && is_missed(check.flow, near)) continue;
        if (reports++ == most_unknown_keys) return;
        check.diagnostics.report(unknown_document_key, key.span(),
                                 text({"unknown key ", quote(word), " of the document",
                                       was_meant ? text({"; write `", near, "`"}) : "; take it out"}));
    }
}

}  // namespace flowc::rules
