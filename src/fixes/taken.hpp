#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "flowc/diagnostic.hpp"

namespace flowc::fixes {

/// The places of edits that are made together: none of them meet.
class Taken {
  public:
    /// Takes the places of all these edits, or of none where one of them meets one that is taken.
    bool take(const std::vector<Edit>& edits);

  private:
    bool is_free(Span span) const;

    std::map<std::uint32_t, std::uint32_t> spans_;  ///< by where they begin, where they end
};

}  // namespace flowc::fixes
