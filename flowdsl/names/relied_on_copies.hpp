#pragma once

#include <set>
#include <string>
#include <vector>

#include "flowc/compile.hpp"
#include "flowdsl/document/flow_head.hpp"

namespace flowc::dsl {

/// Names that flows read from the attributes of an earlier flow (`bind: attributes`): behind its mapping Lambda each flow copies
/// the names that it uses itself, and nobody copies what the next one needs in addition.
class ReliedOnCopies {
  public:
    /// A flow of the file that was compiled without an error.
    void add(const FlowHead& head, const CompiledFlow& flow);
    /// Whether a name is read that no flow of the file copies.
    bool any() const;
    /// Warns of each name that no flow copies. `others`: what other files do, where that is known.
    void report_missing(const FlowSet* others, Diagnostics& diagnostics) const;

  private:
    std::vector<Resource> relied_on_;
    std::set<std::string> written_;
    bool writes_any_ = false;
};

}  // namespace flowc::dsl
