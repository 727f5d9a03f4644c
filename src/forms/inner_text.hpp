#pragma once

#include <string>

#include "flowc/syntax.hpp"
#include "forms/origin_writer.hpp"

namespace flowc {

/// A text that is put together from parts of a file and becomes a file of its own.
class InnerText {
  public:
    /// `json`: how the scalars of `file` are written; else as in YAML.
    InnerText(Sources& sources, FileId file, bool json) : sources_(sources), file_(file), json_(json) {}

    /// What a scalar says.
    void add(Node scalar);
    /// Something nobody can say the text of before it is there: written as a placeholder of that name.
    void add_unknown(std::string_view name, Span outside);
    /// What is not in the file, at a place in it.
    void add_sign(std::string_view sign, std::uint32_t outside);
    /// Bytes that stand for a place of the file without being written there.
    void add_instead(std::string_view bytes, Span outside);
    /// The bytes of the file as they are.
    void add_bytes(Span outside);
    std::string_view text() const { return text_; }

    FileId finish() &&;

  private:
    Sources& sources_;
    FileId file_;
    bool json_;
    std::string text_;
    OriginWriter origin_;
    Wrapping wrapping_ = Wrapping::verbatim;
};

}  // namespace flowc
