#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "literal.hpp"

namespace catalogue_gen {

/// One aggregate with designated initialisers; what is not set keeps the default of the header.
class Row {
  public:
    Row& set(std::string_view field, const std::string& expression) {
        if (!expression.empty()) text_ += (text_.empty() ? "." : ", .") + std::string(field) + " = " + expression;
        return *this;
    }
    Row& text(std::string_view field, const std::string& value) {
        return value.empty() ? *this : set(field, literal(value));
    }
    Row& word(std::string_view field, std::string_view enumeration, const std::string& enumerator) {
        return set(field, std::string(enumeration) + "::" + enumerator);
    }
    Row& flag(std::string_view field, bool value) { return value ? set(field, "true") : *this; }
    Row& count(std::string_view field, const std::optional<std::uint32_t>& value) {
        return value ? set(field, std::to_string(*value) + "u") : *this;
    }
    Row& number(std::string_view field, const std::optional<std::int64_t>& value) {
        return value ? set(field, std::to_string(*value)) : *this;
    }
    std::string str() const { return "{" + text_ + "}"; }

  private:
    std::string text_;
};

}  // namespace catalogue_gen
