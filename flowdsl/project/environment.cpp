#include "flowdsl/project/environment.hpp"

#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "flowdsl/project/one_instance.hpp"
#include "flowdsl/project/read_binding.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/words/borrowed_key.hpp"
#include "flowdsl/words/nulls.hpp"
#include "flowdsl/words/resource_word.hpp"
#include "flowdsl/words/yaml_features.hpp"
#include "ir/arn.hpp"
#include "ir/placeholder.hpp"
#include "syntax/read.hpp"

namespace flowc {

namespace dsl {

namespace {

/// `wanted`: what stands behind a name, for messages.
void read_values(Node map, std::string_view wanted, std::map<std::string, std::string, std::less<>>& values,
                 Diagnostics& diagnostics) {
    if (!map.is_mapping()) {
        diagnostics.report(rules::environment, map.span(), "a map is wanted here, one name and value a line");
        return;
    }
    for (const auto [name, value] : map.entries()) {
        if (value.is_scalar() && !value.text().empty()) values.insert_or_assign(std::string{name.text()}, value.text());
        else
            diagnostics.report(rules::environment, value.span().empty() ? name.span() : value.span(),
                               quote(name.text()) +
                                   (value.size() > 0 ? " takes one value; write " : " has no value; write ") +
                                   std::string{wanted} + " behind the colon");
    }
}

/// What `${name}` stands for is written as it is, and nothing fills in another `${name}` inside of it.
void check_unfilled(Node values, Diagnostics& diagnostics) {
    for (const auto [name, value] : values.entries()) {
        const std::string_view text = value.text();
        for (std::size_t open = text.find("${"); open != std::string_view::npos; open = text.find("${", open + 2)) {
            if (open > 0 && text[open - 1] == '$') continue;
            diagnostics.report(
                rules::environment, value.span(),
                quote(name.text()) +
                    " holds `${`, and nothing is filled in here; write the text itself, or `$${` for the characters");
            break;
        }
    }
}

/// How the parameters that take a resource want it named.
struct Wanted {
    bool by_arn = false;
    bool otherwise = false;
};

void look_for(ResourceKind kind, std::span<const ParameterInfo> parameters, Wanted& wanted) {
    for (const ParameterInfo& each : parameters) {
        if (each.resource == kind) (each.kind == ParameterKind::arn ? wanted.by_arn : wanted.otherwise) = true;
        look_for(kind, each.properties, wanted);
        if (each.item) look_for(kind, {each.item, 1}, wanted);
    }
}

bool is_named_by_arn_alone(ResourceKind kind) {
    Wanted wanted;
    for (const ActionInfo& row : actions()) look_for(kind, row.parameters, wanted);
    return wanted.by_arn && !wanted.otherwise;
}

/// What is wrong with an ARN under the key of its kind, as the end of a sentence; empty: nothing that is known.
std::string fault_of(std::string_view arn, const ResourceWord& word) {
    if (word.kind == ResourceKind::other || has_placeholder(arn) || arn.starts_with('$')) return {};
    if (!arn.starts_with("arn:")) {
        if (is_named_by_arn_alone(word.kind)) return "this is no ARN; write the whole ARN";
        return arn.find(' ') == std::string_view::npos ? "" : "this is neither an ARN nor an id; write the whole ARN";
    }
    const bool holds_part =
        arn.find(word.arn_part) != std::string_view::npos && (word.arn_part.empty() || !arn.ends_with(word.arn_part));
    // The queue that each agent has is named behind the agent's id, too.
    if (!may_name(arn, word.kind) && !(word.kind == ResourceKind::agent && holds_part)) {
        const ResourceKind kind = resource_kind_of_arn(arn);
        if (kind == ResourceKind::none)
            return "this is an ARN of the service " + quote(service_of_arn(arn)) + "; write the right ARN";
        return "this is an ARN of the kind `" + std::string{word_for(kind)} +
               "`; write the right ARN, or the name under `" + std::string{word_for(kind)} + ":`";
    }
    const std::size_t id = arn.find(word.arn_part) + word.arn_part.size();
    if (holds_part && word.kind == ResourceKind::lex_alias && arn.find('/', id) == std::string_view::npos)
        return "this ARN names a bot and no alias of it; write `:bot-alias/` and both ids, `BOT/ALIAS`";
    if (holds_part) return {};
    return "this ARN names none: `" + std::string{word.arn_part} +
           "` with an id behind it is missing; write the whole ARN";
}

/// Whether an id of another form than any that is known of the kind stands there. Nobody has published that there is no other.
bool has_odd_id(std::string_view arn, ResourceKind kind) {
    return is_named_by_uuid(kind) && !has_placeholder(arn) && !arn.starts_with('$') && !is_uuid(id_of_arn(arn)) &&
           (kind != ResourceKind::phone_number || !arn.starts_with('+'));
}

/// Adds to `arns` those in which nothing is wrong by themselves.
void check_arns(Node map, const ResourceWord& word, std::vector<PlacedArn>& arns, Diagnostics& diagnostics) {
    for (const auto [name, value] : map.entries()) {
        if (!value.is_scalar() || value.text().empty()) continue;
        if (const std::string fault = fault_of(value.text(), word); !fault.empty())
            diagnostics.report(rules::environment, value.span(),
                               quote(name.text()) + " stands under `" + std::string{word.word} + "`, and " + fault);
        else {
            if (has_odd_id(value.text(), word.kind))
                diagnostics
                    .report(rules::environment, value.span(),
                            quote(name.text()) + " has the id " + quote(id_of_arn(value.text())) +
                                ", and the service's ids of the kind `" + std::string{word.word} +
                                "` are UUIDs; write the ARN as the service lists it")
                    .severity = Severity::warning;
            arns.push_back({name.text(), value.text(), value.span(), 0, false, word.kind});
        }
    }
}

}  // namespace

void EnvironmentReader::read_file(const Input& input) {
    environment_.file = input.name;
    const SourceFile& file = sources_.file(sources_.add(input.name, input.text));
    SyntaxTree& tree = trees_.emplace_back(read_yaml(file, diagnostics_));
    refuse_yaml_features(tree, diagnostics_);
    empty_nulls(tree);
    if (tree.roots().empty()) return;
    const Node root = tree.node(tree.roots().front());
    if (tree.roots().size() > 1)
        diagnostics_.report(rules::environment, tree.node(tree.roots()[1]).span(),
                            "an environment file is one document; remove the `---`");
    if (root.is_mapping()) read_map(root);
    else if (!root.is_scalar() || !root.text().empty())
        diagnostics_.report(rules::environment, root.span(),
                            "an environment file is a map: `bind`, `vars`, and kinds of resources with names and ARNs");
}

void EnvironmentReader::read_map(Node map) {
    std::vector<std::string_view> known{"bind", "vars"};
    for (const ResourceWord& word : resource_words()) known.push_back(word.word);
    for (const auto [key, value] : map.entries()) {
        if (key.text() == "bind") {
            environment_.binding = read_binding(value, diagnostics_);
            continue;
        }
        if (key.text() == "vars") {
            read_values(value, "what it stands for", environment_.values, diagnostics_);
            check_unfilled(value, diagnostics_);
            continue;
        }
        const ResourceWord* found = nullptr;
        for (const ResourceWord& word : resource_words())
            if (word.word == key.text()) found = &word;
        if (found) {
            read_values(value, "its ARN or id", environment_.arns[found->kind], diagnostics_);
            check_arns(value, *found, arns_, diagnostics_);
            continue;
        }
        const std::string_view near = meant_key(key.text(), known).key;
        diagnostics_.report(
            rules::environment, key.span(),
            "an environment has no key " + quote(key.text()) + "; " +
                (near.empty() ? "it knows " + list(known, "and") : "did you mean `" + std::string{near} + "`?"));
    }
}

Environment EnvironmentReader::result() {
    const auto is_replaced = [&](const PlacedArn& arn) {
        return environment_.arns[arn.kind].find(arn.name)->second != arn.arn;
    };
    arns_.erase(std::remove_if(arns_.begin(), arns_.end(), is_replaced), arns_.end());
    check_one_instance(arns_, diagnostics_);
    return std::move(environment_);
}

}  // namespace dsl

Environment read_environment(const Input& input, Sources& sources, Diagnostics& diagnostics) {
    dsl::EnvironmentReader reader({}, sources, diagnostics);
    reader.read_file(input);
    return reader.result();
}

}  // namespace flowc
