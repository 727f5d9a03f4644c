#pragma once

#include <string>
#include <vector>

#include "flowc/syntax.hpp"
#include "flowdsl/words/misread_case.hpp"

namespace flowc::dsl {

/// One condition that a case stands for.
struct CaseWord {
    std::string op;  ///< the service's operator
    std::string operand;
    Span span;
    std::string problem{};      ///< what is wrong with it, for messages; empty: nothing
    bool may_be_meant = false;  ///< and it is a doubt alone
};

/// `Billing or Payments`, `under 5`, `starts with Tech`, `is over 60`: the conditions behind a case, in
/// order. With `operators` false every value is compared as it stands.
std::vector<CaseWord> read_case(Node key, bool operators, const CaseOptions& options = {});

}  // namespace flowc::dsl
