#pragma once

#include "flowc/catalogue.hpp"

namespace flowc {

/// What may follow a path in a reference (`$.Queue.Name`): compiled from `schemas/references.json`.
struct ReferenceRow {
    std::string_view path;                   ///< `Queue`; empty: the namespaces themselves
    std::span<const std::string_view> keys;  ///< sorted
    std::span<const std::string_view> spaces;  ///< those of them that have no value of their own, only further keys
    bool open = false;                       ///< there may be others
    std::span<const WrongName> wrong;        ///< names that people use for one of them, or for none
    Evidence evidence = Evidence::reference;
};

/// All rows, sorted by path.
std::span<const ReferenceRow> reference_rows();
/// Null: what follows the path is free, or nothing does.
const ReferenceRow* find_reference_row(std::string_view path);
/// Whether a path such as `Attributes` has further keys and no value of its own.
bool is_space(std::string_view path);
bool has_key(const ReferenceRow& row, std::string_view key);

}  // namespace flowc
