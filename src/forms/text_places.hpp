#pragma once

#include <memory>

#include "flowc/syntax.hpp"

namespace flowc {

/// Where the parts of a scalar's text stand in its file, through quotes, escapes and folded lines. Of a text that is not
/// written there as it reads, such as one that was put together, each part stands where the whole does.
class TextPlaces {
  public:
    /// `json`: how the scalars of the file are written; else as in YAML.
    TextPlaces(const Sources& sources, Node scalar, bool json) : sources_(&sources), scalar_(scalar), json_(json) {}

    Span at(std::size_t begin, std::size_t length);

  private:
    void follow();

    const Sources* sources_;
    Node scalar_;
    bool json_;
    bool followed_ = false;
    std::unique_ptr<const SourceFile> text_;  ///< a file of its own that knows where it came from; null: nobody knows
};

}  // namespace flowc
