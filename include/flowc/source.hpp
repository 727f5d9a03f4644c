#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "flowc/export.hpp"

namespace FLOWC_PUBLIC flowc {

/// A half-open range of bytes. Offsets count through all files of one `Sources`, so a span alone
/// says which file it lies in; that lets a flow hold words of several files (`include`, `use`).
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    constexpr bool empty() const { return begin == end; }
    constexpr std::uint32_t size() const { return end - begin; }
    /// Whether the byte lies in it.
    constexpr bool holds(std::uint32_t offset) const { return offset >= begin && offset < end; }
    /// Whether all of the other one does; of an empty one its place, which may be the end.
    constexpr bool holds(Span other) const { return other.begin >= begin && other.end <= end; }
    friend constexpr bool operator==(Span, Span) = default;
};

/// Where a reader looks: both counted from 1; columns in code points, as editors count them.
struct Position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    friend constexpr bool operator==(Position, Position) = default;
};

using FileId = std::uint32_t;

/// How a text stands inside the file that it was found in: what has to be done to its characters to write them there.
enum class Wrapping : std::uint8_t {
    verbatim,
    json_string,
    yaml_plain,
    yaml_single_quoted,
    yaml_double_quoted,
    yaml_block
};

/// Where a text that was found inside another file (the JSON in a string of a template) came from. Piece by piece and
/// in order: the bytes of a piece stand outside one for one, and its last byte for all that is left until the next
/// piece begins, which is what an escape needs. A piece without a byte of its own says that what lies between it and
/// the next one outside belongs to nobody.
struct Origin {
    struct Piece {
        std::uint32_t inner;  ///< where it begins in the text
        std::uint32_t outer;  ///< the same place outside, counted as spans are
    };
    std::vector<Piece> pieces;  ///< the first begins at 0; the last has no bytes and is the end of the text
    Wrapping wrapping = Wrapping::verbatim;
};

/// The text of one input, kept as it was read. Immutable. The text is followed by at least
/// `padding` readable bytes, which is what the JSON reader needs.
class SourceFile {
  public:
    static constexpr std::size_t padding = 64;

    SourceFile(std::string name, std::string_view text, std::uint32_t base, Origin origin = {});
    ~SourceFile();
    SourceFile(const SourceFile&) = delete;
    SourceFile& operator=(const SourceFile&) = delete;

    const std::string& name() const { return name_; }
    std::string_view text() const { return {text_.get(), size_}; }
    /// The offset of the file's first byte.
    std::uint32_t base() const { return base_; }
    Span whole() const { return {base_, base_ + static_cast<std::uint32_t>(size_)}; }

    /// The bytes of a span; of one that reaches out of the file those inside.
    std::string_view slice(Span span) const;
    /// Of an offset before the file its first place, of one behind it its end. The line table is built at the first call,
    /// safely from any thread.
    Position position(std::uint32_t offset) const;
    /// Whether the text was found inside another file, and was not read from a disk by itself.
    bool is_inside() const { return !origin_.pieces.empty(); }
    /// What a span of this text is in the file that the text was found in. The text is inside another one, and the span lies in it.
    Span outside(Span span) const;
    Wrapping wrapping() const { return origin_.wrapping; }

    /// Line `line` (from 1) without its line end; empty past the end.
    std::string_view line(std::uint32_t line) const;

  private:
    struct Lines;
    const Lines& lines() const;

    std::string name_;
    std::unique_ptr<char[]> text_;
    std::size_t size_ = 0;
    std::uint32_t base_ = 0;
    Origin origin_;
    std::unique_ptr<Lines> lines_;
};

/// The files of one run of the compiler; owns their text. Views into a file's text stay valid as
/// long as the `Sources`. Not for concurrent `add`; every const member is safe from any thread.
class Sources {
  public:
    /// The most bytes that all files together may hold.
    static constexpr std::uint32_t capacity = 0xF0000000u;

    /// Copies `text`. Throws `std::length_error` past `capacity`, and so does what reads a text into `Sources`.
    FileId add(std::string name, std::string_view text);
    /// A text that was found inside one of the files before it; its name is that file's. `origin` has pieces. Throws as `add` does.
    FileId add_inside(FileId file, std::string_view text, Origin origin);

    std::size_t size() const { return files_.size(); }
    /// `id` is one that `add` or `add_inside` of this object has given: below `size()`.
    const SourceFile& file(FileId id) const { return *files_[id]; }
    /// The file that an offset lies in; behind the last file that one, and 0 where there is no file.
    FileId file_at(std::uint32_t offset) const;
    /// There is a file.
    const SourceFile& file_of(Span span) const { return file(file_at(span.begin)); }
    /// What a span is in a file of a disk, through all layers of texts inside texts. There is a file, as for `slice`.
    Span outermost(Span span) const;
    std::string_view slice(Span span) const { return file_of(span).slice(span); }

  private:
    FileId append(std::string name, std::string_view text, Origin origin);

    std::vector<std::unique_ptr<const SourceFile>> files_;
};

}  // namespace flowc
