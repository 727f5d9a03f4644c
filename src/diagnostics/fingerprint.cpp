#include "flowc/fingerprint.hpp"

#include <cstdint>
#include <map>

namespace flowc {

namespace {

/// FNV-1a with 64 bits: nobody gains by making two findings look the same.
std::uint64_t hash(std::string_view text) {
    std::uint64_t value = 0xcbf29ce484222325u;
    for (const char c : text) {
        value ^= static_cast<unsigned char>(c);
        value *= 0x100000001b3u;
    }
    return value;
}

std::string hexadecimal(std::uint64_t value) {
    std::string digits(16, '0');
    for (std::size_t i = digits.size(); i-- > 0; value >>= 4) digits[i] = "0123456789abcdef"[value & 15u];
    return digits;
}

/// Everything that tells the finding from others; names of actions are none of it, for they may be renamed.
std::string traits(const Diagnostic& finding, const Sources& sources, std::string_view path) {
    constexpr char between = '\x1f';
    std::string text;
    const auto add = [&](std::string_view part) { text.append(part) += between; };
    const Subject& subject = finding.subject;
    if (finding.rule) add(finding.rule->id);
    add(path);
    add(subject.flow);
    add(subject.type);
    add(subject.path);
    const bool names_an_action = subject.path == "Identifier" || subject.path.starts_with("Transitions");
    if (!subject.action.empty() && !names_an_action) {
        const std::string_view place = sources.slice(finding.span);
        if (place.find(subject.action) == std::string_view::npos) add(place);
    }
    return text;
}

}  // namespace

std::vector<std::string> fingerprints(const Diagnostics& findings, const Sources& sources, std::string_view path) {
    std::vector<std::string> names;
    std::map<std::string, unsigned> seen;
    for (const Diagnostic& finding : findings.items()) {
        std::string text = traits(finding, sources, path);
        const unsigned before = seen[text]++;
        if (before > 0) text += std::to_string(before);
        names.push_back(hexadecimal(hash(text)));
    }
    return names;
}

}  // namespace flowc
