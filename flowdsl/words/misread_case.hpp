#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace flowc::dsl {

/// Why a case is not what it reads as, and what to write instead.
struct MisreadCase {
    std::string message;
    bool may_be_meant = false;  ///< there is no other way to write the text, so it is a doubt
};

/// The options that cases stand in, and where the values lead that none of them takes.
struct CaseOptions {
    std::string_view cases = "cases";
    std::string_view others = "else";
    bool takes_keys = false;  ///< a case may be a key of the telephone, and `*` is one
};

/// Of a case that is compared as a text and reads as a test: one in another spelling, in words that the language does not
/// have, or that no service makes. `word` is one value of the case, without an `is` before it.
std::optional<MisreadCase> misread_case(std::string_view word, const CaseOptions& options);

/// The same of the text behind `is`, which says that it is one.
std::optional<MisreadCase> misread_literal(std::string_view text, const CaseOptions& options);

}  // namespace flowc::dsl
