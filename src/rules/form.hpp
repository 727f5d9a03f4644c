#pragma once

#include "rules/rule.hpp"

/// Some actions have two forms, and a word among their parameters says which: a question that stores what was entered has other
/// branches and parameters than a menu. Where that word is wrong, all that is written for the other form seems to be.
namespace flowc::rules {

/// Whether the word that says the form is the fault: it is none, or everything that depends on it is as the other word asks.
struct Form {
    const ParameterInfo* parameter = nullptr;  ///< null: the type has one form, or it is as it is written
    Node value;                                ///< the wrong word
    std::string_view meant;                    ///< empty: nothing tells
    /// As much speaks for the other word: nothing that depends on the form is certain.
    bool contested = false;
};

Form form_of(const Check& check, const Action& action, const ActionInfo& row);

/// Whether the wrong word is one that the parameter takes; else that it is none is the fault.
bool names_form(const Form& form);

/// Has the check look at an action as what it was meant to be.
void take_form(Check& check, const Action& action);

}  // namespace flowc::rules
