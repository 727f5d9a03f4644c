#pragma once

#include <string>
#include <string_view>

#include "flowc/compile.hpp"

/// What the library promises for every text, whatever its bytes. Each function puts one text through a part of the
/// library and returns the first promise that it broke, in words; empty: all were kept. The unit tests hold written
/// and random texts to them, `tests/fuzz` those that a fuzzer finds.
namespace flowc::promises {

/// Spans nest and lie in the file, findings do too, values are UTF-8, a tree is whole or an error says why, and what is
/// read without libyaml is what libyaml gives.
std::string reading_yaml(std::string_view text);

/// The same, and nlohmann's parser takes the same texts and reads the same in them, but for what is listed.
std::string reading_json(std::string_view text);

/// A flow is compiled or has an error; twice the same bytes and findings; `check` finds what `compile` finds; and what
/// is emitted is JSON in each form, without an error, and the same flow again when it is read back.
std::string compiling(std::string_view text, const CompileOptions& options);

/// Findings lie in the file and are the same twice; a document without an error is emitted as one without an error.
std::string checking(std::string_view text, const CheckOptions& options);

/// In what was printed around them each problem is found once, in UTF-8, and speaks of nothing that the flow does not have,
/// but where that is said; a message on a line of its own is found, whatever stands before it.
std::string decoding(std::string_view printed);

}  // namespace flowc::promises
