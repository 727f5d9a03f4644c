#pragma once

#include <string>
#include <string_view>

namespace flowc::cli {

/// Text for a terminal: headings, and paragraphs that are wrapped and indented.
class Page {
  public:
    explicit Page(bool color) : color_(color) {}

    void title(std::string_view text);
    /// A line before it, and emphasis where colors are on.
    void heading(std::string_view text);
    /// Wraps at 100 columns; lines after the first stand `hang` columns further right.
    void paragraph(std::string_view text, std::size_t indent = 0, std::size_t hang = 0);
    /// A line as it is.
    void verbatim(std::string_view line, std::size_t indent = 0);

    const std::string& text() const { return text_; }

  private:
    void bold(std::string_view text);

    bool color_;
    std::string text_;
};

}  // namespace flowc::cli
