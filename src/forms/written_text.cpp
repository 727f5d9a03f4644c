#include "forms/written_text.hpp"

#include <algorithm>

#include "ir/reference.hpp"

namespace flowc {

namespace {

/// Goes through what stands in a file for the braces and the references of a text.
class BracesInFile {
  public:
    explicit BracesInFile(std::string_view raw) : raw_(raw), references_(raw) {}

    /// The next of them; empty: there is none, or one that is not closed.
    std::string_view next() {
        at_ = std::min(raw_.find_first_of("{}$", at_), raw_.size());
        while (at_ < raw_.size() && raw_[at_] == '$') {
            if (const std::size_t length = references_.length_at(at_); length != 0) return take(length);
            at_ = std::min(raw_.find_first_of("{}$", at_ + 1), raw_.size());
        }
        if (at_ == raw_.size()) return {};
        const bool doubled = at_ + 1 < raw_.size() && raw_[at_ + 1] == raw_[at_];
        if (raw_[at_] == '}' || doubled) return take(doubled ? 2 : 1);
        const std::size_t close = raw_.find('}', at_);
        return close == std::string_view::npos ? std::string_view{} : take(close + 1 - at_);
    }

  private:
    std::string_view take(std::size_t length) {
        at_ += length;
        return raw_.substr(at_ - length, length);
    }

    std::string_view raw_;
    ReferenceReader references_;
    std::size_t at_ = 0;
};

}  // namespace

WrittenText::WrittenText(std::string_view compiled, std::string_view raw) {
    BracesInFile in_file(raw);
    ReferenceReader references(compiled);
    std::string_view reference = references.next();
    std::size_t at = 0;
    while (true) {
        const std::size_t place =
            reference.empty() ? compiled.size() : static_cast<std::size_t>(reference.data() - compiled.data());
        const std::size_t brace = std::min(compiled.substr(0, place).find_first_of("{}", at), place);
        text_ += compiled.substr(at, brace - at);
        const std::string_view written = in_file.next();
        if (brace == compiled.size()) {
            if (!written.empty()) text_.clear();
            return;
        }
        const bool is_reference = brace == place;
        const std::string_view meant = is_reference ? reference : compiled.substr(brace, 1);
        const bool is_word = written.starts_with('{') && !written.starts_with("{{");
        const bool agrees = is_reference ? is_word || written == meant : !is_word && written.starts_with(meant);
        if (written.empty() || !agrees) {
            text_.clear();
            return;
        }
        add(static_cast<std::uint32_t>(brace), static_cast<std::uint32_t>(brace + meant.size()), written);
        at = brace + meant.size();
        if (is_reference) reference = references.next();
    }
}

void WrittenText::add(std::uint32_t begin, std::uint32_t end, std::string_view written) {
    const auto written_begin = static_cast<std::uint32_t>(text_.size());
    text_ += written;
    parts_.push_back({begin, end, written_begin, static_cast<std::uint32_t>(text_.size())});
}

const WrittenText::Part* WrittenText::before(std::uint32_t compiled) const {
    const auto behind =
        std::partition_point(parts_.begin(), parts_.end(), [&](const Part& part) { return part.begin < compiled; });
    return behind == parts_.begin() ? nullptr : &*(behind - 1);
}

std::uint32_t WrittenText::begin_of(std::uint32_t compiled) const {
    const Part* part = before(compiled + 1);
    if (!part) return compiled;
    return compiled < part->end ? part->written_begin : part->written_end + (compiled - part->end);
}

std::uint32_t WrittenText::end_of(std::uint32_t compiled) const {
    const Part* part = before(compiled);
    if (!part) return compiled;
    return compiled <= part->end ? part->written_end : part->written_end + (compiled - part->end);
}

}  // namespace flowc
