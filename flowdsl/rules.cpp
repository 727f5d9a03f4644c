#include "flowdsl/rules.hpp"

namespace flowc::rules {

const RuleInfo allow_without_reason{
    "allow-without-reason",
    Category::language,
    Severity::warning,
    "what silences a warning, a comment or an entry of `flowc.yaml`, does not say why",
    "whoever reads the flow next cannot tell whether the warning is still wrong, so it stays silent for ever",
    "a rule of the flow language",
    "never: whoever reads it next needs the reason"};

const RuleInfo bad_identifier_option{
    "bad-identifier-option",
    Category::language,
    Severity::error,
    "an `id` cannot be an action's identifier",
    "the service refuses the flow",
    "AWS's reference: 1 to 50 characters, unique, none of `% : ( \\ / ) = $ , ; [ ] { }`, no JavaScript prototype word",
    "never, as far as is known",
    true};

const RuleInfo bad_value{"bad-value",
                         Category::language,
                         Severity::error,
                         "a value is not of the kind that stands there",
                         "a duration without a unit, an unknown word or an empty text would be refused by the service, "
                         "or mean something else than the author thought",
                         "the language reference says for every option what it takes",
                         "the word is newer than the catalogue; such findings are warnings"};

const RuleInfo conflicting_options{
    "conflicting-options",
    Category::language,
    Severity::error,
    "two things that exclude each other are said at once",
    "one of the two would have to be ignored, and nothing is ever silently ignored",
    "the language reference; where an action knows only one of several sources, the catalogue entry of the action",
    "never: one of the two would be ignored"};

const RuleInfo cut_text{
    "cut-text",
    Category::language,
    Severity::error,
    "an unquoted text ends before its author meant it to: at ` #`, at a comma in braces, or as a map",
    "the caller hears half a sentence, or the step is refused for a word that was meant to be spoken",
    "YAML 1.2: a `#` behind white space begins a comment (6.6); in flow collections a comma ends a plain text, and `{` "
    "begins a map (7.4)",
    "the rest is meant as a comment; write two spaces before the `#`"};

const RuleInfo doubled_braces{"doubled-braces",
                              Category::language,
                              Severity::warning,
                              "a name stands in double braces, as other tools fill in a value",
                              "the caller hears the name of the value, or it is stored and sent on with its braces",
                              "the language reference: `{name}` is a reference, and `{{` a brace",
                              "another program fills the text in later, and wants it in braces"};

const RuleInfo duplicate_case{"duplicate-case",
                              Category::language,
                              Severity::error,
                              "the same case stands twice in one step",
                              "only the first can ever be taken, so the second target is never reached",
                              "conditions are tried in order and the first that holds wins",
                              "never: the first is always taken"};

const RuleInfo duplicate_name{
    "duplicate-name",
    Category::language,
    Severity::error,
    "two things that need different names have the same",
    "the service refuses two actions with one identifier, and two flows with one name in one instance",
    "AWS's reference: identifiers are unique in a flow; CreateContactFlow answers DuplicateResourceException",
    "never, as far as is known"};

const RuleInfo endless_jump{"endless-jump",
                            Category::language,
                            Severity::error,
                            "jumps lead to each other and never to a step",
                            "there is no action the caller could be at",
                            "a jump compiles to no action of its own",
                            "never: there is no step to be at"};

const RuleInfo environment{
    "environment",
    Category::language,
    Severity::error,
    "an environment file says something that cannot be read",
    "names would be written into the flow in another way than the author of the environment meant",
    "the language reference, on names of resources",
    "never: what cannot be read cannot be used"};

const RuleInfo falls_off{
    "falls-off",
    Category::language,
    Severity::error,
    "the last step of a sequence goes on to nowhere",
    "a forgotten `hangup` behind \"we are closed\" must not send callers on; the service refuses an action without "
    "NextAction",
    "service message: Action is missing required property. Path: Actions[0].Transitions.NextAction",
    "never: the service refuses it"};

const RuleInfo literal_arn{
    "literal-arn",
    Category::portability,
    Severity::warning,
    "a literal ARN stands in the flow",
    "the flow works in one instance only, and moving it to another means searching for ARNs by hand",
    "ARNs hold account, Region and instance",
    "the resource is the same in every environment"};

const RuleInfo maybe_unknown_name{
    "maybe-unknown-name",
    Category::language,
    Severity::warning,
    "a value is expected that some path does not set",
    "on the other paths the caller hears a gap where the value should be",
    "an unset reference reads as an empty text; the language follows attributes along every path",
    "the paths without the value are those on which nobody hears the text"};

const RuleInfo menu_may_reenter{
    "menu-may-reenter",
    Category::language,
    Severity::note,
    "a caller can enter a menu again before its tries are used up",
    "the service resets the count of a Loop only when it is used up, so the second visit begins with what the first "
    "one left",
    "AWS's reference of Loop; whether the count is kept per flow run or per contact is not published",
    "the count has been used up each time the menu is left"};

const RuleInfo missing_option{"missing-option",
                              Category::language,
                              Severity::error,
                              "something that must be said is not",
                              "the flow would have to guess, for instance where a caller goes who never presses a key",
                              "the language reference says for every verb what it needs",
                              "never: the flow would have to guess"};

const RuleInfo module_contract{"module-contract",
                               Category::language,
                               Severity::error,
                               "a module, or a flow that invokes it, breaks what the module declares",
                               "the service holds both to the contract and refuses the flow: an undeclared value, "
                               "result or case, or a value of another type",
                               "recorded experiments with the service: undeclared `Input` and `ResultData` keys, "
                               "results and conditions are refused, and `\"7\"` where a number is declared",
                               "the module was published with another contract than its file says"};

const RuleInfo no_failure_target{
    "no-failure-target",
    Category::language,
    Severity::error,
    "a step can fail and nothing says where the caller goes then",
    "the service refuses an action without its required error branch",
    "service message: Action is missing required error. Error: NoMatchingError, Path: Actions[0]",
    "never: the service requires the branch"};

const RuleInfo not_a_step{"not-a-step",
                          Category::language,
                          Severity::error,
                          "what stands in a list of steps is none",
                          "a step is one verb; two in one, or none, leave open what happens first",
                          "a rule of the flow language",
                          "never: a step is one verb",
                          true};

const RuleInfo ssml{
    "ssml",
    Category::language,
    Severity::error,
    "speech markup that the voice engine cannot speak",
    "the prompt fails in the call: the caller hears nothing, or goes the way of an error",
    "AWS's list of SSML tags for Amazon Connect and Amazon Polly; not known to be checked when a flow is created",
    "a tag is newer than the list; such findings are warnings"};

const RuleInfo system_word{
    "system-word",
    Category::language,
    Severity::warning,
    "an attribute has the name of a system word",
    "`{queue}` always means the queue's name, so the attribute of that name is never read by its short name",
    "a rule of the flow language",
    "the attribute is read as `{attributes.…}` everywhere"};

const RuleInfo unknown_key{"unknown-key",
                           Category::language,
                           Severity::error,
                           "a key that the language does not know here",
                           "nothing is ever silently ignored: a misspelt key would change the flow without a word",
                           "the language reference",
                           "never: nothing is silently ignored",
                           true};

const RuleInfo unknown_name{
    "unknown-name",
    Category::language,
    Severity::error,
    "a text names a value that is not known there",
    "the caller would hear a gap, or the words of another Lambda's answer",
    "an unset reference reads as an empty text; `$.External` holds the latest Lambda's answer only",
    "an earlier flow sets it; then `inputs:` says so"};

const RuleInfo unknown_option{
    "unknown-option",
    Category::language,
    Severity::error,
    "an option that the verb does not have",
    "nothing is ever silently ignored: a misspelt option would change the flow without a word",
    "the language reference lists the options of every verb",
    "never: nothing is silently ignored",
    true};

const RuleInfo unknown_target{"unknown-target",
                              Category::language,
                              Severity::error,
                              "a target names no block",
                              "the service refuses a transition to an action that does not exist",
                              "service message: Invalid Action property value. Path: Actions[0].Transitions.NextAction",
                              "never: the service refuses it"};

const RuleInfo unknown_value_name{"unknown-value-name",
                                  Category::language,
                                  Severity::error,
                                  "a compile-time value `${name}` is given nowhere",
                                  "the characters themselves would be spoken or sent to the service",
                                  "a rule of the flow language",
                                  "never: the characters themselves would be spoken"};

const RuleInfo unknown_verb{"unknown-verb",
                            Category::language,
                            Severity::error,
                            "a step has no verb of the language",
                            "flowc cannot know what the step should do",
                            "the language reference lists the verbs",
                            "never: there is nothing that the step could do",
                            true};

const RuleInfo unmatched_pattern{"unmatched-pattern",
                                 Category::language,
                                 Severity::warning,
                                 "a pattern of `flowc.yaml` fits no file of the project",
                                 "what it says of types, languages and rules holds for nothing, and the files it was "
                                 "meant for are checked without it",
                                 "a rule of the flow language",
                                 "the files that it speaks of are made later"};

const RuleInfo unreachable_step{"unreachable-step",
                                Category::language,
                                Severity::warning,
                                "nothing leads to a step",
                                "it is never run: either it can go, or a target that should lead to it does not",
                                "the steps before it never go on to the next one",
                                "the step is kept for later"};

const RuleInfo unresolved_name{
    "unresolved-name",
    Category::language,
    Severity::error,
    "nothing says what the name of a resource stands for",
    "the service resolves ids and ARNs when a flow is published, and refuses a bare name",
    "recorded experiments with the service; see the environment file in the language reference",
    "never: the service refuses a bare name"};

const RuleInfo unused_allow{"unused-allow",
                            Category::language,
                            Severity::warning,
                            "a comment, or an entry of `flowc.yaml`, silences nothing",
                            "a stale `allow` would hide the next finding of that rule",
                            "a rule of the flow language",
                            "the finding comes and goes with the environment"};

const RuleInfo wrong_target{
    "wrong-target",
    Category::language,
    Severity::error,
    "a target means nothing where it stands",
    "`next` and `repeat` speak of the step that owns the target, and `none` only of branches that may be left out",
    "the language reference, on targets",
    "never: the word means nothing there"};

const RuleInfo yaml_feature{"yaml-feature",
                            Category::language,
                            Severity::error,
                            "a tag, an anchor or an alias",
                            "they change what a text means in ways that a reader of the flow cannot see",
                            "the language reads every scalar as the text that was written",
                            "never: the language reads texts as they are written"};

}  // namespace flowc::rules
