#include "rules/fix.hpp"
#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo document_version{"document-version",
                                Category::validity,
                                Severity::error,
                                "the document's version is missing or not 2019-10-30",
                                "the service knows no other version of the Flow language and refuses the flow",
                                "AWS's reference; every exported flow says 2019-10-30",
                                "AWS has published a new version of the language",
                                true};

void check_document_version(Check& check) {
    if (check.flow.document == no_node) return;
    const Node root = check.flow.node(check.flow.document);
    if (!root.is_mapping()) return;
    const Node version = root.find("Version");
    if (!version) {
        Diagnostic& finding =
            check.diagnostics.report(document_version, {root.span().begin, root.span().begin + 1},
                                     "the document has no `Version`; write `\"Version\": \"2019-10-30\"`");
        if (check.text)
            offer(check, finding, "add the version of the Flow language", true,
                  {fixes::insert_first(*check.text, root, "Version", "\"2019-10-30\"")});
    } else if (!is_opaque(version) && (!version.is_string() || version.text() != "2019-10-30")) {
        Diagnostic& finding = check.diagnostics.report(
            document_version, version.span(),
            text({"the version is ", version.is_string() ? Part(quote(version.text())) : Part("no string"),
                  "; the Flow language has one: `2019-10-30`"}));
        offer(check, finding, "write `2019-10-30`", false, {fixes::write_text(version, "2019-10-30")});
    }
}

}  // namespace flowc::rules
