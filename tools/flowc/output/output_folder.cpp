#include "output/output_folder.hpp"

#include <algorithm>
#include <array>

#include "output/output.hpp"
#include "source/ascii.hpp"
#include "system/posix.hpp"

namespace flowc::cli {

namespace {

/// Names of devices, which Windows opens whatever stands behind a dot.
bool is_device(std::string_view name) {
    static constexpr std::array<std::string_view, 22> devices{
        "con",  "prn",  "aux",  "nul",  "com1", "com2", "com3", "com4", "com5", "com6", "com7",
        "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"};
    const std::string folded = case_folded(name.substr(0, name.find('.')));
    return std::find(devices.begin(), devices.end(), folded) != devices.end();
}

}  // namespace

std::string output_name(std::string_view flow_name) {
    // File systems end at 255 bytes; some of them count UTF-16 units, which are never more.
    constexpr std::size_t longest = 240;
    std::string name(flow_name);
    if (name.size() > longest) {
        std::size_t end = longest;
        while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
        name.resize(end);
    }
    for (char& c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos) c = '_';
    }
    if (!name.empty() && name.front() == '.') name.front() = '_';
    if (!name.empty() && (name.back() == '.' || name.back() == ' ')) name.back() = '_';
    if (name.empty() || is_device(name)) name.insert(name.begin(), '_');
    return name + ".json";
}

std::string case_folded(std::string_view name) {
    std::string folded(name);
    for (char& c : folded) c = lower_case(c);
    return folded;
}

Compared compare_output(const std::string& path, const std::string& text, std::string& why) {
    std::string old;
    const std::error_code error = posix::read_file(path, text.size() + 1, old);
    if (!error) return old == text ? Compared::same : Compared::differs;
    if (error == std::errc::no_such_file_or_directory) return Compared::missing;
    why = "cannot be read: " + reason(error);
    return Compared::failed;
}

Written write_output(const std::string& path, const std::string& text, std::string& why) {
    const Compared old = compare_output(path, text, why);
    if (old == Compared::same) return Written::unchanged;
    const std::error_code error = posix::replace_file(path, text);
    if (!error) return Written::changed;
    why = "not written: " + reason(error) + (old == Compared::differs ? "; the old file is kept" : "");
    return Written::failed;
}

}  // namespace flowc::cli
