#pragma once

#include <span>
#include <string>

#include "described_verb.hpp"

/// What a shell completes behind `flowc`: verbs, options and the words that they take; file names elsewhere.
namespace manual_gen {

std::string bash_completion(std::span<const DescribedVerb> verbs);
std::string zsh_completion(std::span<const DescribedVerb> verbs);
std::string fish_completion(std::span<const DescribedVerb> verbs);

/// What can stand where an option or an argument takes a value.
enum class Value { none, file, folder, word, word_and_file, anything };
Value value_of(const flowc::cli::OptionInfo& option);
/// The words of `Value::word`, or those that a file stands behind, each with its `=`, with a space between them.
std::string words_of(const flowc::cli::OptionInfo& option);
/// `-o`, `--output`
std::vector<std::string> names_of(const flowc::cli::OptionInfo& option);

}  // namespace manual_gen
