#include "syntax/text_rules.hpp"

namespace flowc::rules {

const RuleInfo duplicate_key{
    "duplicate-key",
    Category::text,
    Severity::error,
    "a key stands twice in one mapping",
    "of two values under one key most readers silently keep the last; whoever wrote the first never learns that it is "
    "not used",
    "YAML 1.2 (3.2.1.3) wants the keys of a mapping to be unique; RFC 8259 (4) calls what readers do with repeated "
    "JSON "
    "names unpredictable",
    "never: what a reader makes of it is a guess"};

const RuleInfo file_too_large{
    "file-too-large",
    Category::text,
    Severity::error,
    "the file is larger than any flow can be",
    "a flow's content is limited to 256,000 characters; a file many times as large is something else, and reading it "
    "would only take time",
    "Amazon Connect quotas; flowc reads JSON up to 16 MiB, and YAML up to 1 MiB and 500 documents",
    "several flows were joined to one file; check them one by one"};

const RuleInfo invalid_utf8{
    "invalid-utf8",
    Category::text,
    Severity::error,
    "the text is not UTF-8",
    "prompts would reach the caller with wrong or missing letters, and the service takes nothing but UTF-8",
    "RFC 8259 (8.1) and YAML 1.2 (5.2); the usual cause is an editor that saves in Windows-1252 or UTF-16",
    "never: the service takes nothing but UTF-8"};

const RuleInfo json_syntax{
    "json-syntax",
    Category::text,
    Severity::error,
    "the text is not well-formed JSON",
    "neither the service nor the console's import accepts it",
    "RFC 8259; comments, trailing commas, single quotes and template values outside quotes are no part of JSON",
    "a template language is filled in before the service sees the text"};

const RuleInfo nesting_too_deep{"nesting-too-deep",
                                Category::text,
                                Severity::error,
                                "collections are nested more than 128 deep",
                                "no flow nests that deep; a text that does was damaged, or made to bring readers down",
                                "the deepest real flows nest less than 20; flowc stops at 128 in YAML and JSON alike",
                                "never: no flow nests that deep"};

const RuleInfo misnamed_flow_type{
    "misnamed-flow-type",
    Category::text,
    Severity::warning,
    "a body for CreateContactFlow has `ContactFlowType`, which the request calls `Type`",
    "the command line and the SDKs refuse the body: \"Unknown parameter in input\"",
    "AWS's reference: the members of the request; `ContactFlowType` is a word of wrappers alone",
    "the file is read by a script that makes a request of it"};

const RuleInfo unsupported_form{
    "unsupported-form",
    Category::text,
    Severity::error,
    "a flow stands in a form that the API does not take",
    "whoever sends it to the service is refused, and most of it cannot be checked in this form",
    "AWS's reference: Content is a string that holds a Flow-language document; the console alone still reads its old "
    "export",
    "the file is read by something that makes text of the flow before it sends it",
};

const RuleInfo yaml_directive{"yaml-directive",
                              Category::text,
                              Severity::error,
                              "a YAML directive other than one `%YAML` line for a document",
                              "directives change what the lines below them mean, and no flow needs one",
                              "YAML 1.2 (6.8); only `%YAML` is read, and it may be left out",
                              "never: no flow needs one"};

const RuleInfo yaml_syntax{"yaml-syntax",
                           Category::text,
                           Severity::error,
                           "the text is not well-formed YAML",
                           "what a reader would make of it is a guess; the document is not compiled",
                           "YAML 1.1, which libyaml and most programs read",
                           "a template language is filled in before anybody reads the text"};

}  // namespace flowc::rules
