#include "flowc/contract.hpp"

#include <algorithm>

namespace flowc {

std::string_view to_string(DataType type) {
    switch (type) {
        case DataType::text: return "text";
        case DataType::number: return "number";
        case DataType::boolean: break;
    }
    return "boolean";
}

const Contract::Field* find_field(const std::vector<Contract::Field>& fields, std::string_view name) {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Contract::Field& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

}  // namespace flowc
