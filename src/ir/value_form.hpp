#pragma once

#include "flowc/syntax.hpp"

namespace flowc {

/// What can be said of a value before the flow runs.
enum class ValueForm : unsigned char {
    other,        ///< no scalar, or null
    empty,        ///< a scalar without text
    placeholder,  ///< a later step fills in a part of it
    reference,    ///< one reference and nothing else
    mixed,        ///< a text with a reference in it
    fixed         ///< can be judged as it stands
};

ValueForm value_form(Node value);

}  // namespace flowc
