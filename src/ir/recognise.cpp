#include "ir/recognise.hpp"

namespace flowc {

Form recognise_json(Node root) {
    if (!root.is_mapping()) return Form::other;
    bool actions = false;
    bool version = false;
    bool start_action = false;
    bool content = false;
    bool modules = false;
    bool start = false;
    bool states = false;
    bool resources = false;
    for (const auto [key, value] : root.entries()) {
        const std::string_view name = key.text();
        if (name == "Actions") actions = true;
        else if (name == "Version") version = true;
        else if (name == "StartAction") start_action = true;
        else if (name == "Content") content = value.is_string();
        else if (name == "modules") modules = value.is_sequence();
        else if (name == "start") start = true;
        else if (name == "States") states = true;
        else if (name == "AWSTemplateFormatVersion") resources = true;
        else if (name == "Resources") resources = resources || value.is_mapping();
    }
    if (resources) return Form::template_;
    if (actions && (version || start_action)) return Form::content;
    if (content) return Form::wrapper;
    if (modules && start) return Form::legacy_export;
    if (start_action && (version || !states)) return Form::content;
    if (states) return Form::states;
    if (actions && root.find("Actions").is_sequence()) return Form::content;
    return Form::other;
}

}  // namespace flowc
