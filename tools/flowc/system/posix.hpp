#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>

/// All that the tool asks of the operating system beyond <filesystem>.
namespace flowc::cli::posix {

enum class Stream : int { input = 0, output = 1, error = 2 };

/// Reads at most `limit` bytes: what is longer is for the reader of the text to refuse.
std::error_code read_file(const std::string& path, std::size_t limit, std::string& text);
std::error_code read_stream(Stream stream, std::size_t limit, std::string& text);
std::error_code write_stream(Stream stream, std::string_view text);

/// Puts `text` in the place of whatever the file held, or leaves it as it was: the text is written and synced
/// beside it under another name first. Its mode stays, and its owner and group where this user may give them away. A link stays, and what
/// it leads to is replaced; another hard link to it keeps the old text. What is no regular file, such as a device
/// or a pipe, and what standard output is written to, gets the text straight.
std::error_code replace_file(const std::string& path, std::string_view text);
/// Whether this user may write to a file, which `replace_file` does not ask.
bool may_write(const std::string& path);
/// Makes the names of new files last: until then a power failure may bring the old ones back.
std::error_code sync_folder(const std::string& folder);
/// Writes a file that must not exist yet; where it does, the error is `file_exists` and the file is not touched.
std::error_code create_file(const std::string& path, std::string_view text);
/// Removes what a `replace_file` that was killed has left in a folder, but not what another run is writing.
void remove_leftovers(const std::string& folder);
/// Whether a file of that name is one that `replace_file` is writing, or has left.
bool is_leftover(std::string_view file_name);

bool is_terminal(Stream stream);
/// From here on a reader that went away, or a file larger than the user's limit, is an error of the write and does
/// not end the process.
void survive_failed_writes();

}  // namespace flowc::cli::posix
