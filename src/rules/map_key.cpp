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

/// The words of a pattern that is a plain choice, `^(One|Two)$`; none for any other.
std::vector<std::string_view> choices(std::string_view pattern) {
    std::vector<std::string_view> words;
    if (pattern.substr(0, 2) != "^(" || pattern.size() < 4 || pattern.substr(pattern.size() - 2) != ")$") return words;
    pattern = pattern.substr(2, pattern.size() - 4);
    if (pattern.find_first_of("()[]{}.*+?\\^$") != std::string_view::npos) return words;
    while (true) {
        const std::size_t bar = pattern.find('|');
        words.push_back(pattern.substr(0, bar));
        if (bar == std::string_view::npos) return words;
        pattern.remove_prefix(bar + 1);
    }
}

}  // namespace

void check_map_key(Check& check, const ParameterUse& use, const ParameterInfo&) {
    const ParameterInfo* map = use.parent;
    const std::string_view key = use.key.text();
    if (map->key_matches(key) || has_placeholder(key)) return;
    const std::vector<std::string_view> words = choices(map->key_pattern);
    const std::string_view meant = nearest(key, words);
    std::string plain(key);
    for (char& c : plain)
        if (c == '.' || c == '$') c = '_';
    std::string wanted = text({" does not match ", quote(map->key_pattern)});
    if (!meant.empty()) wanted = text({" is none that it takes; did you mean `", meant, "`?"});
    else if (!words.empty()) wanted = text({" is none that it takes; write ", listed(words, "or")});
    else if (plain != key && map->key_matches(plain))
        wanted = text({" holds a `.` or a `$`, so that no reference can name it; write ", quote(plain)});
    report(check.diagnostics, map_key, map->evidence, use.key.span(),
           text({"the key ", quote(key), " of ", quote(map->name), wanted}));
}

}  // namespace flowc::rules
