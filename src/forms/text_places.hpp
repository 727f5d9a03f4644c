#pragma once

#include <memory>
#include <optional>

#include "flowc/syntax.hpp"
#include "forms/written_text.hpp"

namespace flowc {

/// Where the parts of a scalar's text stand in its file, through quotes, escapes and folded lines, and in a compiled text
/// through the words in braces that its references were. Of a text that was put together in another way each part stands
/// where the whole does.
class TextPlaces {
  public:
    /// `json`: how the scalars of the file are written; else as in YAML.
    TextPlaces(const Sources& sources, Node scalar, bool json) : sources_(&sources), scalar_(scalar), json_(json) {}

    Span at(std::size_t begin, std::size_t length);

  private:
    void follow();
    /// Whether the text, or what its author wrote for it, could be followed.
    bool follow(const SourceFile& file, std::string_view text);

    const Sources* sources_;
    Node scalar_;
    bool json_;
    Wrapping wrapping_ = Wrapping::verbatim;  ///< how it is written
    bool followed_ = false;
    bool as_it_is_ = false;                   ///< every byte stands in the file for itself
    std::unique_ptr<const SourceFile> text_;  ///< a file of its own that knows where it came from; null: nobody knows
    std::optional<WrittenText> written_;      ///< what that file holds in place of the text
};

}  // namespace flowc
