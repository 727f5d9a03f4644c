#include <vector>

#include "ir/placeholder.hpp"
#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo map_key{"map-key",
                       Category::validity,
                       Severity::error,
                       "a key of a map among the parameters is one that the map does not take",
                       "the service refuses the flow, or what is stored under the key cannot be read again",
                       "AWS's reference describes the keys",
                       "AWS has added a key since the catalogue was written",
                       true};

namespace {

struct Choices {
    std::vector<std::string_view> words;
    bool all = true;  ///< no other key fits the pattern
};

/// The words among the choices of a pattern, `^(One|Two|More.+)$`; none where it is no choice.
Choices choices(std::string_view pattern) {
    Choices found;
    if (pattern.substr(0, 2) != "^(" || pattern.size() < 4 || pattern.substr(pattern.size() - 2) != ")$") return found;
    pattern = pattern.substr(2, pattern.size() - 4);
    std::size_t depth = 0, begin = 0;
    for (std::size_t i = 0; i <= pattern.size(); ++i) {
        const char c = i < pattern.size() ? pattern[i] : '|';
        if (c == '(' || c == '[') ++depth;
        if ((c == ')' || c == ']') && depth-- == 0) return {};
        if (c != '|' || depth != 0) continue;
        const std::string_view choice = pattern.substr(begin, i - begin);
        const bool is_word = choice.find_first_of("()[]{}.*+?\\^$") == std::string_view::npos;
        if (is_word) found.words.push_back(choice);
        else found.all = false;
        begin = i + 1;
    }
    return found;
}

}  // namespace

void check_map_key(Check& check, const ParameterUse& use, const ParameterInfo&) {
    const ParameterInfo* map = use.parent;
    const std::string_view key = use.key.text();
    if (map->key_matches(key) || has_placeholder(key)) return;
    const auto [words, all] = choices(map->key_pattern);
    const std::string_view meant = nearest(key, words);
    std::string plain(key);
    for (char& c : plain)
        if (c == '.' || c == '$') c = '_';
    std::string wanted = text({" does not match ", quote(map->key_pattern)});
    if (!meant.empty()) wanted = text({" is none that it takes; did you mean `", meant, "`?"});
    else if (!words.empty())
        wanted = text({" is none that it takes", all ? "; write " : ", such as ", listed(words, "or")});
    else if (plain != key && map->key_matches(plain))
        wanted = text({" holds a `.` or a `$`, so that no reference can name it; write ", quote(plain)});
    report(check.diagnostics, map_key, map->evidence, use.key.span(),
           text({"the key ", quote(key), " of ", quote(map->name), wanted}));
}

}  // namespace flowc::rules
