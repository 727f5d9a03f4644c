#include "ir/arn.hpp"

#include <algorithm>
#include <array>

#include "source/byte_set.hpp"
#include "source/same_text.hpp"

namespace flowc {
namespace {

/// How the resource part of an ARN of a service begins.
struct Shape {
    std::string_view service;
    std::string_view resource;
    ResourceKind kind;
};

constexpr std::array<Shape, 20> shapes{{
    {"connect", "queue", ResourceKind::queue},
    {"connect", "agent", ResourceKind::agent},
    {"connect", "prompt", ResourceKind::prompt},
    {"connect", "contact-flow", ResourceKind::flow},
    {"connect", "flow-module", ResourceKind::module},
    {"connect", "operating-hours", ResourceKind::hours},
    {"connect", "view", ResourceKind::view},
    {"connect", "phone-number", ResourceKind::phone_number},
    {"connect", "data-table", ResourceKind::data_table},
    {"connect", "task-template", ResourceKind::task_template},
    {"lambda", "function", ResourceKind::lambda},
    {"lex", "bot-alias", ResourceKind::lex_alias},
    {"wisdom", "assistant", ResourceKind::assistant},
    {"wisdom", "knowledge-base", ResourceKind::knowledge_base},
    {"wisdom", "message-template", ResourceKind::message_template},
    {"qconnect", "assistant", ResourceKind::assistant},
    {"qconnect", "knowledge-base", ResourceKind::knowledge_base},
    {"qconnect", "message-template", ResourceKind::message_template},
    {"cases", "template", ResourceKind::case_template},
    {"cognito-idp", "userpool", ResourceKind::user_pool},
}};

/// Cuts the text up to `separator` off its front.
std::string_view cut(std::string_view& text, char separator) {
    const std::size_t at = text.find(separator);
    const std::string_view front = text.substr(0, at);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
    return front;
}

}  // namespace

ResourceKind resource_kind_of_arn(std::string_view arn) {
    if (cut(arn, ':') != "arn") return ResourceKind::none;
    cut(arn, ':');
    const std::string_view service = cut(arn, ':');
    cut(arn, ':');
    cut(arn, ':');
    // What belongs to an instance or a domain is named behind it: `instance/<id>/queue/<id>`.
    for (const std::string_view owner : {"instance/", "domain/"}) {
        if (arn.substr(0, owner.size()) != owner) continue;
        cut(arn, '/');
        cut(arn, '/');
    }
    const std::string_view resource = arn.substr(0, std::min(arn.find(':'), arn.find('/')));
    for (const Shape& shape : shapes) {
        if (same_text(resource, shape.resource) && same_text(service, shape.service)) return shape.kind;
    }
    return ResourceKind::none;
}

std::string_view service_of_arn(std::string_view arn) {
    if (cut(arn, ':') != "arn") return {};
    cut(arn, ':');
    return cut(arn, ':');
}

bool is_same_kind(ResourceKind a, ResourceKind b) {
    const auto person = [](ResourceKind kind) { return kind == ResourceKind::user ? ResourceKind::agent : kind; };
    return person(a) == person(b);
}

bool may_name(std::string_view arn, ResourceKind kind) { return may_name(arn, resource_kind_of_arn(arn), kind); }

bool may_name(std::string_view arn, ResourceKind found, ResourceKind kind) {
    if (found != ResourceKind::none) return is_same_kind(found, kind);
    // What sends messages has ARNs of numbers, too, and it is not published that Connect takes none of them.
    if (kind == ResourceKind::phone_number || !place_of_arn(arn)) return true;
    const std::string_view service = service_of_arn(arn);
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789-";
    const bool is_word = service.find_first_not_of(letters) == std::string_view::npos;
    bool has_shape = false;
    for (const Shape& shape : shapes) {
        if (!is_same_kind(shape.kind, kind)) continue;
        if (shape.service == service) return true;
        has_shape = true;
    }
    return !has_shape || !is_word;
}

bool is_named_by_uuid(ResourceKind kind) {
    switch (kind) {
        case ResourceKind::queue:
        case ResourceKind::agent:
        case ResourceKind::user:
        case ResourceKind::prompt:
        case ResourceKind::flow:
        case ResourceKind::module:
        case ResourceKind::hours:
        case ResourceKind::phone_number: return true;
        default: return false;
    }
}

std::string_view id_of_arn(std::string_view arn) {
    arn.remove_prefix(arn.rfind('/') + 1);  // none: 0
    return arn.substr(0, arn.find(':'));
}

bool is_uuid(std::string_view text) {
    constexpr std::string_view shape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    static constexpr ByteSet digits("0123456789abcdefABCDEF");
    return std::equal(text.begin(), text.end(), shape.begin(), shape.end(),
                      [](char is, char wanted) { return wanted == '-' ? is == '-' : digits.contains(is); });
}

std::optional<ArnPlace> place_of_arn(std::string_view arn) {
    if (cut(arn, ':') != "arn" || cut(arn, ':').empty()) return std::nullopt;
    ArnPlace place;
    place.service = cut(arn, ':');
    place.region = cut(arn, ':');
    place.account = cut(arn, ':');
    if (place.service.empty() || arn.empty()) return std::nullopt;
    if (arn.starts_with("instance/")) {
        cut(arn, '/');
        place.instance = cut(arn, '/');
    }
    return place;
}

}  // namespace flowc
