#include <algorithm>

#include "diagnostics/credentials.hpp"
#include "ir/arn.hpp"
#include "ir/placeholder.hpp"
#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo wrong_resource{
    "wrong-resource",
    Category::validity,
    Severity::error,
    "a parameter names a resource of another kind than it takes, or none",
    "the service looks resources up when it publishes a flow, and refuses one that it does not find",
    "seen at the service: ids and ARNs are resolved, and a bare name is refused. Every id in an export of the console "
    "is a UUID, which nobody "
    "has published: what looks like an id and is none is a warning",
    "the value is of a kind of ARN that the catalogue does not know, or something puts another id into its place"};

namespace {

/// "a queue", "an agent": the catalogue's word for people.
std::string a_kind(ResourceKind kind) {
    if (kind == ResourceKind::hours) return "hours of operation";
    if (kind == ResourceKind::lambda) return "a Lambda function";
    std::string word(to_string(kind));
    std::replace(word.begin(), word.end(), '_', ' ');
    constexpr std::string_view vowels = "aeio";  // `user` is spoken with a consonant
    return (vowels.find(word.front()) == std::string_view::npos ? "a " : "an ") + word;
}

/// An ARN of the right kind, whose last part nobody has seen the service give out.
template <typename What>
void check_id(Check& check, const ParameterUse& use, const ParameterInfo& info, ResourceKind kind, const What& what) {
    const std::string_view id = id_of_arn(use.value.text());
    if (!is_named_by_uuid(kind) || is_uuid(id)) return;
    report(check.diagnostics, wrong_resource, info.evidence, use.value.span(),
           text({what(), " names ", a_kind(kind), " by ", quote(id),
                 ", and the service's ids are UUIDs; write the ARN as the service lists it"}))
        .severity = is_name_to_fill_in(id) ? Severity::note : Severity::warning;
}

/// A word in capitals, of several parts: nobody names a resource so, and exports that were made ready for others do.
bool asks_to_fill_in(std::string_view word) {
    const auto fits = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == '_'; };
    return is_name_to_fill_in(word) ||
           (word.find(' ') != std::string_view::npos && std::all_of(word.begin(), word.end(), fits));
}

/// Digits of ids alone, and more of them than a word has.
bool looks_like_id(std::string_view word) {
    return word.size() >= 8 && word.find_first_not_of("0123456789abcdefABCDEF-") == std::string_view::npos;
}

std::string_view without_blanks(std::string_view word) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = word.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return word.substr(begin, word.find_last_not_of(blanks) - begin + 1);
}

/// A text that is no ARN where an id may stand, too.
template <typename What>
void check_bare(Check& check, const ParameterUse& use, const ParameterInfo& info, std::string_view word,
                const What& what) {
    // A module may have a version behind its id.
    if (!is_named_by_uuid(info.resource) || is_uuid(word.substr(0, word.find(':')))) return;
    const std::string_view inner = without_blanks(word);
    const bool blanks = inner.size() < word.size() && (inner.starts_with("arn:") || is_uuid(inner));
    Severity severity = Severity::error;
    std::string advice = text({"; write the id or the ARN of ", a_kind(info.resource)});
    if (blanks) advice = "; take out the blanks around it";
    else if (asks_to_fill_in(word)) {
        severity = Severity::note;
        advice = "; see that it is filled in before the service gets it";
    } else if (looks_like_id(word)) severity = Severity::warning;
    Diagnostic& finding = report(check.diagnostics, wrong_resource, info.evidence, use.value.span(),
                                 text({what(), " is ", quote(word), ", which is no id and no ARN", advice}));
    if (severity < finding.severity) finding.severity = severity;
}

/// A number that belongs to the instance is written as itself, and not as what names it elsewhere. Nobody has published what the
/// service does with another text.
void check_number(Check& check, const ParameterUse& use, const ParameterInfo& info) {
    const std::optional<std::string_view> word = literal(use, info);
    // What has a form of its own is held to that.
    if (!word || word->starts_with('+') || info.matches) return;
    Diagnostic& finding =
        report(check.diagnostics, wrong_resource, info.evidence, use.value.span(),
               text({called(use.key), " is ", quote(*word),
                     ", and a telephone number is wanted here; write it with its country code, such as ",
                     quote(example_phone_number)}));
    finding.severity = is_name_to_fill_in(*word) ? Severity::note : Severity::warning;
}

}  // namespace

void check_wrong_resource(Check& check, const ParameterUse& use, const ParameterInfo& info) {
    if (info.kind == ParameterKind::phone_number) return check_number(check, use, info);
    const bool known_kind = info.resource != ResourceKind::none && info.resource != ResourceKind::other;
    if (!known_kind && info.kind != ParameterKind::arn) return;
    const std::optional<std::string_view> word = literal(use, info);
    if (!word) return;
    const auto what = [&] { return called(use.key); };
    if (word->substr(0, 4) != "arn:") {
        if (info.kind == ParameterKind::id_or_arn) return check_bare(check, use, info, *word, what);
        if (info.kind != ParameterKind::arn) return;
        const bool to_fill_in = is_name_to_fill_in(*word);
        Diagnostic& finding = report(check.diagnostics, wrong_resource, info.evidence, use.value.span(),
                                     text({what(), " is ", quote(*word), ", which is no ARN",
                                           to_fill_in   ? "; see that it is filled in before the service gets it"
                                           : known_kind ? text({"; write the ARN of ", a_kind(info.resource)})
                                                        : std::string()}));
        if (to_fill_in) finding.severity = Severity::note;
        return;
    }
    if (!known_kind) return;
    const ResourceKind found = resource_kind_of_arn(*word);
    if (may_name(*word, found, info.resource)) {
        if (found != ResourceKind::none) check_id(check, use, info, found, what);
        return;
    }
    const std::string other = found != ResourceKind::none
                                  ? a_kind(found)
                                  : text({"what belongs to the service ", quote(service_of_arn(*word))});
    report(check.diagnostics, wrong_resource, info.evidence, use.value.span(),
           text({what(), " names ", other, "; write the ARN of ", a_kind(info.resource)}));
}

}  // namespace flowc::rules
