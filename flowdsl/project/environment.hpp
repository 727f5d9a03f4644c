#pragma once

#include <deque>
#include <utility>
#include <vector>

#include "flowc/compile.hpp"
#include "flowdsl/project/one_instance.hpp"

namespace flowc::dsl {

/// Reads an environment that stands in two places, such as a file and the options of a call: the later one goes over
/// the earlier, and both together are one instance.
class EnvironmentReader {
  public:
    /// `first`: what is said before anything is read.
    EnvironmentReader(Environment first, Sources& sources, Diagnostics& diagnostics)
        : sources_(sources), diagnostics_(diagnostics), environment_(std::move(first)) {}

    void read_file(const Input& input);
    /// `bind`, `vars`, and kind → name → ARN, in a mapping of YAML or JSON that outlives the reader.
    void read_map(Node map);
    Environment result();

  private:
    Sources& sources_;
    Diagnostics& diagnostics_;
    Environment environment_;
    std::deque<SyntaxTree> trees_;
    std::vector<PlacedArn> arns_;
};

}  // namespace flowc::dsl
