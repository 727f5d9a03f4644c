#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "flowc/flow.hpp"
#include "source/same_text.hpp"

namespace flowc {

/// The error branch of that name as the type has it; null: it has none.
inline const ErrorInfo* find_error(const ActionInfo& row, std::string_view name) {
    const std::uint32_t sign = sign_of(name);
    for (const ErrorInfo& error : row.errors)
        if (error.sign == sign && same_text(error.name, name)) return &error;
    return nullptr;
}

/// Its place among the errors of the type, as a bit.
inline std::uint64_t bit_of(const ActionInfo& row, const ErrorInfo& error) {
    return std::uint64_t{1} << (&error - row.errors.data());
}

/// What the branches of an action are, seen in one look at each.
struct BranchCount {
    std::uint64_t known_errors = 0;  ///< the errors of its type that they are for, as bits
    std::uint32_t next = 0;
    std::uint32_t conditions = 0;
    bool dangling = false;  ///< one leads to no action
    bool twice = false;     ///< two are for one of these errors
    bool others = false;    ///< one is for an error that the type does not have, or for none
};

BranchCount count_branches(const Flow& flow, const Action& action);

}  // namespace flowc
