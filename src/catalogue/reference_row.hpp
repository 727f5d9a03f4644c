#pragma once

#include <cstdint>
#include <optional>

#include "flowc/catalogue.hpp"

namespace flowc {

/// What may follow a path in a reference (`$.Queue.Name`): compiled from `schemas/references.json`.
struct ReferenceRow {
    std::string_view path;                     ///< `Queue`; empty: the namespaces themselves
    std::span<const std::string_view> keys;    ///< sorted
    std::span<const std::string_view> spaces;  ///< those of them that have no value of their own, only further keys
    bool open = false;                         ///< there may be others
    std::span<const WrongName> wrong;          ///< names that people use for one of them, or for none
    Evidence evidence = Evidence::reference;
};

/// Where a namespace, or a part of one, has values: compiled from `schemas/references.json`.
struct ReferenceLimit {
    /// How far a value goes that an action of a flow has filled in.
    enum class Lasts : std::uint8_t {
        contact,              ///< for all flows and modules behind it
        contact_but_modules,  ///< for all flows behind it, but modules do not see it
        flow_and_modules,     ///< for the flow, and perhaps for the modules that it calls
        flow                  ///< for the flow or the module itself
    };
    std::string_view path;            ///< `Agent`, `Modules.Input`
    FlowTypeSet valid_in;             ///< not known: in all
    std::optional<Effect> filled_by;  ///< nothing: the service fills it in by itself
    Lasts lasts = Lasts::contact;
    bool no_elements = false;  ///< elements of lists in it cannot be referred to
    Evidence evidence = Evidence::reference;
};

/// All of them, sorted by path.
std::span<const ReferenceLimit> reference_limits();

/// All rows, sorted by path. Of a path with a `*`, whatever key stands there is meant.
std::span<const ReferenceRow> reference_rows();
/// Null: what follows the path is free, or nothing does.
const ReferenceRow* find_reference_row(std::string_view path);
/// Whether a path such as `Attributes` has further keys and no value of its own.
bool is_space(std::string_view path);
bool has_key(const ReferenceRow& row, std::string_view key);

}  // namespace flowc
