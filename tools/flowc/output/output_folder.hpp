#pragma once

#include <string>
#include <string_view>

namespace flowc::cli {

/// The name of the file that a flow is written to: safe on every file system, and a plain name without a folder.
std::string output_name(std::string_view flow_name);

/// The same for names that some file systems take for one.
std::string case_folded(std::string_view name);

enum class Written { changed, unchanged, failed };

/// Writes `text`, unless the file holds it already. `why` says what failed; the old file is kept then.
Written write_output(const std::string& path, const std::string& text, std::string& why);

enum class Compared { same, differs, missing, failed };

Compared compare_output(const std::string& path, const std::string& text, std::string& why);

}  // namespace flowc::cli
