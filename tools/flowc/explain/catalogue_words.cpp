#include "explain/catalogue_words.hpp"

namespace flowc::cli {

std::string_view words(Evidence evidence) {
    switch (evidence) {
        case Evidence::live: return "seen at the real service";
        case Evidence::reference_and_exports: return "AWS's reference and real exports";
        case Evidence::reference: return "AWS's reference";
        case Evidence::disputed: return "AWS's own documents differ";
        case Evidence::exports: return "real exports";
        case Evidence::third_party: return "a third party";
        case Evidence::name_only: break;
    }
    return "only the name is known";
}

std::string_view words(ParameterKind kind) {
    switch (kind) {
        case ParameterKind::text: return "text";
        case ParameterKind::ssml: return "SSML";
        case ParameterKind::string: return "string";
        case ParameterKind::integer: return "whole number";
        case ParameterKind::boolean: return "boolean";
        case ParameterKind::enumeration: return "word";
        case ParameterKind::arn: return "ARN";
        case ParameterKind::id_or_arn: return "id or ARN";
        case ParameterKind::phone_number: return "phone number";
        case ParameterKind::uri: return "URI";
        case ParameterKind::object: return "object";
        case ParameterKind::list: return "list";
        case ParameterKind::map: return "map";
        case ParameterKind::json: return "JSON value";
        case ParameterKind::reference: break;
    }
    return "reference";
}

std::string_view words(ValueMode mode) {
    switch (mode) {
        case ValueMode::fixed: return "no reference in it";
        case ValueMode::fixed_or_reference: return "fixed, or one reference";
        case ValueMode::reference: return "one reference";
        case ValueMode::mixed: return "may hold references";
        case ValueMode::unknown: break;
    }
    return {};
}

std::string_view words(Channel channel) {
    switch (channel) {
        case Channel::voice: return "voice";
        case Channel::chat: return "chat";
        case Channel::task: return "task";
        case Channel::email: break;
    }
    return "email";
}

std::string_view words(ChannelUse use) {
    switch (use) {
        case ChannelUse::yes: return "yes";
        case ChannelUse::no: return "no";
        case ChannelUse::no_effect: return "without effect";
        case ChannelUse::error_branch: return "takes the error branch";
        case ChannelUse::named_branch: return "takes a branch of its own";
        case ChannelUse::unknown: break;
    }
    return "unknown";
}

std::string words(Condition condition) {
    std::string text;
    for (const Term& term : condition) {
        if (!text.empty()) text += " and ";
        text.append("`").append(term.path).append("`");
        switch (term.op) {
            case Term::Op::equals: text.append(" is `").append(term.value).append("`"); break;
            case Term::Op::present: text += " is present"; break;
            case Term::Op::absent: text += " is absent"; break;
            case Term::Op::contains: text.append(" contains `").append(term.value).append("`"); break;
            case Term::Op::lacks: text.append(" lacks `").append(term.value).append("`"); break;
        }
    }
    return text;
}

std::string words(const ParameterRule& rule) {
    using Kind = ParameterRule::Kind;
    switch (rule.kind) {
        case Kind::exactly_one: return "exactly one of " + listed(rule.of);
        case Kind::at_least_one: return "at least one of " + listed(rule.of);
        case Kind::at_most_one: return "at most one of " + listed(rule.of);
        case Kind::all_or_none: return "all or none of " + listed(rule.of);
        case Kind::requires_all: return "where " + words(rule.condition) + ": required " + listed(rule.then);
        case Kind::forbids: return "where " + words(rule.condition) + ": forbidden " + listed(rule.then);
        case Kind::words: break;
    }
    return std::string(rule.words);
}

std::string words(const Range& range) {
    std::string text;
    if (range.min && range.max) {
        text = "from " + std::to_string(*range.min) + " to " + std::to_string(*range.max);
    } else if (range.min) {
        text = "at least " + std::to_string(*range.min);
    } else if (range.max) {
        text = "at most " + std::to_string(*range.max);
    }
    if (!range.when.empty()) text += " where " + words(range.when);
    return text;
}

std::string words(FlowTypeSet types) {
    if (!types.known) return "not said";
    std::string text;
    for (const FlowTypeInfo& one : flow_types()) {
        if (types.contains(one.type)) text.append(text.empty() ? "" : ", ").append(one.dsl);
    }
    return text.empty() ? "none" : text;
}

std::string listed(std::span<const std::string_view> names) {
    std::string text;
    for (const std::string_view name : names) text.append(text.empty() ? "`" : ", `").append(name).append("`");
    return text;
}

}  // namespace flowc::cli
