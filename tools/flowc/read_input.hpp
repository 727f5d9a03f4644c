#pragma once

#include <string>

#include "flowc/compile.hpp"
#include "walk.hpp"

namespace flowc::cli {

/// An input's text and what it is.
struct InputText {
    std::string text;
    std::string problem;  ///< why it could not be read; empty: it was
    Form form = Form::other;
};

/// Reads a little more than the longest text that is accepted, so that a longer one is refused for its length.
InputText read_input(const InputPath& path);
/// The same for a text whose kind is known: `form` is not asked for.
InputText read_text(const InputPath& path);

}  // namespace flowc::cli
