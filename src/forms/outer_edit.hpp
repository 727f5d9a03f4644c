#pragma once

#include <optional>

#include "flowc/diagnostic.hpp"

namespace flowc {

/// What an edit is in the file of the disk, through all layers of texts inside texts: written there as each layer
/// writes its texts. Nothing where it cannot be written: across a part that some later step fills in. Whether the text
/// inside becomes what it should has to be read: folded lines and blanks have rules of their own.
std::optional<Edit> outermost_edit(Edit edit, const Sources& sources);

}  // namespace flowc
