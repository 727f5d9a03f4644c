#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "flowc/export.hpp"
#include "flowc/source.hpp"

namespace FLOWC_PUBLIC flowc {

/// The type of a value that a module is told or hands back.
enum class DataType : std::uint8_t { text, number, boolean };
std::string_view to_string(DataType type);

/// What a module agrees on with the flows that invoke it. The service keeps it beside the module's content, in the
/// `Settings` of the resource, and holds both sides to it when they are created.
struct Contract {
    struct Field {
        std::string name;
        DataType type = DataType::text;
        Span span;  ///< the name, where it is declared
    };
    struct Result {
        std::string name;
        Span span;
    };
    std::vector<Field> accepts;   ///< what the module is told
    std::vector<Field> produces;  ///< what it hands back
    std::vector<Result> results;  ///< the branches that it can return through

    bool empty() const { return accepts.empty() && produces.empty() && results.empty(); }
};

/// The field of that name; null where there is none.
const Contract::Field* find_field(const std::vector<Contract::Field>& fields, std::string_view name);

}  // namespace flowc
