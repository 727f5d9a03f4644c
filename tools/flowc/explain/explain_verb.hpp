#pragma once

#include "explain/page.hpp"
#include "flowc/language.hpp"

namespace flowc::cli {

/// All that the language knows of a verb.
void explain_verb(Page& page, const LanguageVerb& verb);

/// Every verb with its summary, section by section.
void list_verbs(Page& page);

/// The names of everything that can be asked for, or where they are listed.
void list_verbs_and_topics(Page& page);

}  // namespace flowc::cli
