#pragma once

#include <span>
#include <string>
#include <string_view>

#include "explain/page.hpp"

namespace flowc::cli {

/// Something that LANGUAGE.md tells of besides verbs.
struct LanguageTopic {
    std::string_view name;     ///< what `flowc explain` is asked for
    std::string_view heading;  ///< of its section
    std::string_view summary;
};

/// In the order of LANGUAGE.md.
std::span<const LanguageTopic> language_topics();

/// The topic of this name, or with this heading; null where there is none.
const LanguageTopic* find_language_topic(std::string_view name_or_heading);

/// What to ask `flowc explain` for, to read of a word such as `on_error`; empty: nothing tells of it.
std::string_view teller_of(std::string_view word);

/// What to ask `flowc explain` for, to read what a link inside of LANGUAGE.md leads to; empty: nothing tells of it.
std::string_view asked_as(std::string_view anchor);

void explain_topic(Page& page, const LanguageTopic& topic);

}  // namespace flowc::cli
