#include "linting/fixing.hpp"

#include <algorithm>
#include <filesystem>

#include "fixes/choose.hpp"
#include "system/posix.hpp"

namespace flowc::cli {

std::uint32_t most_fixes_at_once(const SourceFile& file) {
    constexpr std::uint32_t bytes_of_a_finding = 64;
    return std::max(Diagnostics::most, file.whole().size() / bytes_of_a_finding);
}

bool make_fixes(const Diagnostics& findings, const SourceFile& file, bool unsafe_too, FixedText& fixed) {
    fixes::Chosen chosen = fixes::choose(findings.items(), file, unsafe_too);
    if (chosen.fixes == 0) return false;
    if (!fixed.text) fixed.text.emplace(file.text());
    fixed.text->apply(std::move(chosen.edits), file.base());
    fixed.fixes += chosen.fixes;
    return true;
}

std::error_code write_fixed(const std::string& path, std::string_view text) {
    std::error_code error;
    const std::filesystem::path real = std::filesystem::canonical(path, error);
    if (error) return error;
    if (!posix::may_write(real.native())) return std::make_error_code(std::errc::permission_denied);
    posix::remove_leftovers(real.parent_path().native());
    return posix::replace_file(real.native(), text);
}

}  // namespace flowc::cli
