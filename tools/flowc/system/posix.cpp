#include "system/posix.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <utility>

namespace flowc::cli::posix {

namespace {

constexpr std::string_view leftover_begin = ".flowc-";
constexpr std::string_view leftover_end = ".tmp";

std::error_code last_error() { return {errno, std::generic_category()}; }

/// An open file, closed at the end of its scope.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    explicit operator bool() const { return number_ >= 0; }
    int number() const { return number_; }

  private:
    int number_;
};

std::error_code read_all(int descriptor, std::size_t limit, std::string& text) {
    struct stat status {};
    std::size_t expected = 0;
    if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode))
        expected = static_cast<std::size_t>(status.st_size);
    text.clear();
    std::size_t size = 0;
    while (size < limit) {
        // One byte more than expected, so that the end of a whole file is seen without growing.
        if (size == text.size())
            text.resize(std::min(limit, size == 0 ? std::max<std::size_t>(expected + 1, 4096) : size * 2));
        const ssize_t got = ::read(descriptor, text.data() + size, text.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return last_error();
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    text.resize(size);
    return {};
}

std::error_code write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t put = ::write(descriptor, text.data(), text.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return last_error();
        text.remove_prefix(static_cast<std::size_t>(put));
    }
    return {};
}

/// Also under the names that it has in /dev and /proc.
bool is_standard_output(const struct stat& file) {
    struct stat output {};
    return ::fstat(static_cast<int>(Stream::output), &output) == 0 && output.st_dev == file.st_dev &&
           output.st_ino == file.st_ino;
}

/// A device, or a pipe that has a name: what takes its place would be lost to all who use it.
std::error_code write_into(const std::string& path, std::string_view text) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC));
    return file ? write_all(file.number(), text) : last_error();
}

/// A file beside its target that has no name another run could take for its own; locked while it is written,
/// which is how a leftover is told from a file in use.
class Draft {
  public:
    explicit Draft(const std::filesystem::path& target) : folder_(target.parent_path()) {
        // Another run may take it for a leftover before it is locked, and remove it.
        while (open() && is_removed()) ::close(std::exchange(descriptor_, -1));
    }
    ~Draft() {
        if (descriptor_ < 0) return;
        ::close(descriptor_);
        if (!kept_) ::unlink(path_.c_str());
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    std::error_code write(std::string_view text, const std::string& target) {
        if (descriptor_ < 0) return last_error();
        struct stat old {};
        // Readable at least for its owner: the next run has to open it to see whether it is a leftover.
        const bool exists = ::stat(target.c_str(), &old) == 0;
        if (exists) keep_owner(old);  // before the mode, of which it takes bits away
        if (exists && ::fchmod(descriptor_, (old.st_mode & 0777) | S_IRUSR) != 0) return last_error();
        if (const std::error_code error = write_all(descriptor_, text)) return error;
        if (::fsync(descriptor_) != 0) return last_error();
        if (::rename(path_.c_str(), target.c_str()) != 0) return last_error();
        kept_ = true;
        return {};
    }

  private:
    bool open() {
        static std::atomic<unsigned> count{0};
        do {
            path_ = folder_ / (std::string(leftover_begin) + std::to_string(::getpid()) + "-" +
                               std::to_string(count++) + std::string(leftover_end));
            descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        } while (descriptor_ < 0 && errno == EEXIST);
        if (descriptor_ >= 0) ::flock(descriptor_, LOCK_EX);
        return descriptor_ >= 0;
    }

    /// The group at least, where this user may not give it to its owner.
    void keep_owner(const struct stat& old) const {
        struct stat own {};
        if (::fstat(descriptor_, &own) == 0 && own.st_uid == old.st_uid && own.st_gid == old.st_gid) return;
        if (::fchown(descriptor_, old.st_uid, old.st_gid) == 0) return;
        static_cast<void>(::fchown(descriptor_, static_cast<uid_t>(-1), old.st_gid) == 0);
    }

    bool is_removed() const {
        struct stat own {};
        return ::fstat(descriptor_, &own) == 0 && own.st_nlink == 0;
    }

    std::filesystem::path folder_;
    std::filesystem::path path_;
    int descriptor_ = -1;
    bool kept_ = false;
};

}  // namespace

std::error_code read_file(const std::string& path, std::size_t limit, std::string& text) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) return last_error();
    return read_all(file.number(), limit, text);
}

std::error_code read_stream(Stream stream, std::size_t limit, std::string& text) {
    return read_all(static_cast<int>(stream), limit, text);
}

std::error_code write_stream(Stream stream, std::string_view text) { return write_all(static_cast<int>(stream), text); }

std::error_code replace_file(const std::string& path, std::string_view text) {
    struct stat there {};
    if (::stat(path.c_str(), &there) != 0 || S_ISDIR(there.st_mode)) return Draft(path).write(text, path);
    if (is_standard_output(there)) return write_stream(Stream::output, text);
    if (!S_ISREG(there.st_mode)) return write_into(path, text);
    std::error_code error;
    if (!std::filesystem::is_symlink(path, error)) return Draft(path).write(text, path);
    const std::filesystem::path target = std::filesystem::canonical(path, error);
    return error ? error : Draft(target).write(text, target.native());
}

bool may_write(const std::string& path) { return ::access(path.c_str(), W_OK) == 0; }

std::error_code sync_folder(const std::string& folder) {
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!opened) return last_error();
    // Some file systems cannot sync a folder.
    if (::fsync(opened.number()) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS) return {};
    return last_error();
}

std::error_code create_file(const std::string& path, std::string_view text) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!file) return last_error();
    const std::error_code error = write_all(file.number(), text);
    if (error) ::unlink(path.c_str());
    return error;
}

bool is_leftover(std::string_view file_name) {
    return file_name.size() > leftover_begin.size() + leftover_end.size() && file_name.starts_with(leftover_begin) &&
           file_name.ends_with(leftover_end);
}

void remove_leftovers(const std::string& folder) {
    std::error_code error;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (!is_leftover(at->path().filename().native())) continue;
        const Descriptor file(::open(at->path().c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
        if (file && ::flock(file.number(), LOCK_EX | LOCK_NB) == 0) ::unlink(at->path().c_str());
    }
}

bool is_terminal(Stream stream) { return ::isatty(static_cast<int>(stream)) == 1; }

void survive_failed_writes() {
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

}  // namespace flowc::cli::posix
