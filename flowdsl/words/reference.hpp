#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace flowc::dsl {

/// A word that is always known, and the path behind it: `caller` is `$.CustomerEndpoint.Address`.
struct SystemWord {
    std::string_view word;
    std::string_view path;
};
std::span<const SystemWord> system_words();
const SystemWord* find_system_word(std::string_view word);

/// A prefix that says whose name follows: `flow.` is `$.FlowAttributes`.
struct NameSpace {
    std::string_view prefix;
    std::string_view path;
};
std::span<const NameSpace> namespaces();
const NameSpace* find_namespace(std::string_view prefix);

/// `$.Attributes.name`, or `$.Attributes['name']` where the name has other characters than letters,
/// digits, `_` and `-`, or where `following`, the next character of the text, could be read as part of the path.
/// `name` may be dotted for nested answers.
std::string native_path(std::string_view root, std::string_view name, char following);
/// The same for a name that is one word, whatever its characters: no dot leads deeper.
std::string named_path(std::string_view root, std::string_view name);
/// The same for a whole path such as `$.Queue.Name`.
std::string native_path(std::string_view path, char following);

/// Whether a text is one path of the service and nothing else.
bool is_path(std::string_view text);

/// Whether a name can be written bare as a reference: no braces, spaces or `$`.
bool is_plain_name(std::string_view name);

}  // namespace flowc::dsl
