#include "rules/wording.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace flowc::rules {

std::string text(std::initializer_list<Part> parts) {
    std::size_t size = 0;
    for (const Part& part : parts) size += part.size();
    std::string result;
    result.reserve(size);
    for (const Part& part : parts) part.append_to(result);
    return result;
}

std::string listed(std::span<const std::string_view> names, std::string_view conjunction) {
    constexpr std::size_t longest = 13;
    if (names.size() <= longest) return list(names, conjunction);
    const std::size_t shown = longest - 1;
    std::string result;
    for (const std::string_view name : names.first(shown)) result += text({quote(name), ", "});
    return text({result, "and ", std::to_string(names.size() - shown), " more"});
}

std::string counted(std::size_t count, std::string_view noun) {
    return text({std::to_string(count), " ", noun, count == 1 ? "" : "s"});
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u; }));
}

std::string decimal(double value) {
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc{} ? std::string(digits.data(), end) : std::string();
}

}  // namespace flowc::rules
