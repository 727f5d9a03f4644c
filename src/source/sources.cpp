#include <algorithm>
#include <stdexcept>

#include "flowc/source.hpp"

namespace flowc {

FileId Sources::add(std::string name, std::string_view text) { return append(std::move(name), text, {}); }

FileId Sources::add_inside(FileId file, std::string_view text, Origin origin) {
    return append(this->file(file).name(), text, std::move(origin));
}

FileId Sources::append(std::string name, std::string_view text, Origin origin) {
    // One byte stays free between files, so that the end of one is never the beginning of the next.
    const std::uint32_t base = files_.empty() ? 0 : files_.back()->whole().end + 1;
    if (base >= capacity || text.size() > capacity - base) {
        throw std::length_error("flowc: the texts are too large together");
    }
    files_.push_back(std::make_unique<const SourceFile>(std::move(name), text, base, std::move(origin)));
    return static_cast<FileId>(files_.size() - 1);
}

FileId Sources::file_at(std::uint32_t offset) const {
    const auto above = std::upper_bound(files_.begin(), files_.end(), offset,
                                        [](std::uint32_t at, const auto& file) { return at < file->base(); });
    return above == files_.begin() ? 0 : static_cast<FileId>(above - files_.begin() - 1);
}

Span Sources::outermost(Span span) const {
    while (file_of(span).is_inside()) span = file_of(span).outside(span);
    return span;
}

}  // namespace flowc
