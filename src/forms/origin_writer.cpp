#include "forms/origin_writer.hpp"

#include <utility>

namespace flowc {

Origin OriginWriter::finish(Wrapping wrapping) && {
    if (pieces_.empty()) pieces_.push_back({0, outer_end_});
    pieces_.push_back({inner_, outer_end_});
    return {std::move(pieces_), wrapping};
}

}  // namespace flowc
