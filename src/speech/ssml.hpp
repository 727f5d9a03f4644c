#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

/// What is spoken to callers.
namespace flowc::speech {

/// What can be wrong with speech markup.
enum class SsmlFault : std::uint8_t {
    broken,       ///< not well-formed: it cannot be spoken, and nothing behind it can be judged
    no_speak,     ///< its root is not `speak`
    unknown_tag,  ///< the service passes over a tag
    idle_tag      ///< a tag that does nothing as it is written, or more than the service allows
};

/// Told of a fault, and of the bytes of the markup in which it lies.
using ReportSsml = std::function<void(SsmlFault, std::size_t begin, std::size_t end, std::string message)>;

/// An attribute of a tag, and where it stands in the markup.
struct SsmlAttribute {
    std::string_view tag;
    std::string_view name;
    std::string_view value;
    std::size_t begin;
    std::size_t end;
};
using ReadAttribute = std::function<void(const SsmlAttribute&)>;

/// Tells the attributes of all tags, in order, up to where the markup is broken.
void read_attributes(std::string_view ssml, const ReadAttribute& read);

/// Checks markup: it is well-formed, its root is `speak`, and the service knows its tags. References may stand in texts
/// and in the values of attributes.
void check_ssml(std::string_view ssml, const ReportSsml& report);

/// Whether a tag begins in the text that only speech markup has.
bool holds_markup(std::string_view text);

}  // namespace flowc::speech
