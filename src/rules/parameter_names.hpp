#pragma once

#include "rules/rule.hpp"

namespace flowc::rules {

/// What a name probably stands for that the catalogue does not know where it stands.
struct MeantName {
    std::string_view name;  ///< empty: nothing is near, or there is no such thing
    std::string_view note;  ///< what to do, where the name is known to be wrong
    bool known = false;     ///< the catalogue lists the wrong name
    /// Where the right name belongs: in the same object; beside the object that holds the key, as the same word; at another
    /// place, which `name` tells from the action's Parameters on.
    enum class Place { here, beside, elsewhere } place = Place::here;
};

/// What is there already is not suggested.
MeantName meant_parameter(const Check& check, const ObjectUse& use, std::string_view key);

/// Whether some unknown key of the object was probably meant as `name`: it is reported as unknown, not as missing. A key
/// that a template fills in may become any.
bool is_misspelt(const Check& check, const ObjectUse& use, std::string_view name);

}  // namespace flowc::rules
