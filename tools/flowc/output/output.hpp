#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "exit_code.hpp"
#include "system/posix.hpp"

namespace flowc::cli {

/// What is said on standard output or standard error; collected, and written by `flush`.
class Output {
  public:
    explicit Output(posix::Stream stream) : stream_(stream) {}

    Output& operator<<(std::string_view text) {
        text_ += text;
        return *this;
    }
    /// The same of a text that nobody else needs.
    void take(std::string text) {
        if (text_.empty()) text_ = std::move(text);
        else text_ += text;
    }

    /// A reader that went away is no failure; a full disk is `unreadable`, and says so on standard error.
    void flush(ExitCode& code);

  private:
    posix::Stream stream_;
    std::string text_;
};

/// What the system says about a failure, in the words of a message: lower case.
std::string reason(std::error_code error);

/// `file: error: message` and a line end: a failure that has no place inside the file.
std::string file_error(std::string_view file, std::string_view message);

}  // namespace flowc::cli
