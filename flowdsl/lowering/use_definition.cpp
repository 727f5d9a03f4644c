#include <algorithm>
#include <utility>

#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/expansion.hpp"
#include "flowdsl/lowering/flow_lowering.hpp"
#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/words/identifier.hpp"
#include "syntax/duplicate_keys.hpp"
#include "syntax/text_rules.hpp"

/// The part of `FlowLowering` that puts definitions in the place of `use` (§7).
namespace flowc::dsl {

namespace {

/// Deeper than anybody follows, and no deeper than the stack is.
constexpr std::size_t deepest = 200;

}  // namespace

UseId FlowLowering::writer_of(Node node) const { return node.tree() == &expanded_ ? writers_[node.id()] : no_use; }

/// The use whose definition holds a step as it was written: an argument stands where the definition was used, whatever it is put into.
UseId FlowLowering::written_in(Node step) const {
    const UseId writer = writer_of(step);
    return writer == no_use ? use_ : users_[writer].around;
}

bool FlowLowering::stands_in(const Definition& definition, UseId use) const {
    for (; use != no_use; use = users_[use].around)
        if (users_[use].definition == definition.name_span) return true;
    return false;
}

FlowLowering::UserScope FlowLowering::scope_of(Node node, const Scope& scope, Label self, Label next,
                                               const VerbInfo* owner) const {
    const UseId writer = writer_of(node);
    if (writer != no_use && writer != scope.writer) return users_[writer].scope;
    return {scope.blocks, self, next, owner};
}

Scope FlowLowering::scope_of_list(Node list, const Scope& scope, const UserScope& here) const {
    const UserScope from = scope_of(list, scope, here.self, here.next, here.owner);
    Scope inner = scope;
    inner.blocks = from.blocks;
    inner.owner = from.owner;
    inner.owner_self = from.self;
    inner.owner_next = from.next;
    inner.writer = writer_of(list);
    return inner;
}

void FlowLowering::use_definition(StepContext& step) {
    const Node name = step.value();
    if (!name.is_scalar() || name.text().empty()) {
        step.error(rules::bad_value, name.span(), "`use` takes the name of one definition, such as `use: greeting`");
        return;
    }
    const Definitions& definitions = *head_.definitions;
    const auto found = definitions.find(name.text());
    if (found == definitions.end() && head_.lacks_definitions) return mark_faulty(step.span());
    if (found == definitions.end()) {
        std::vector<std::string_view> known;
        for (const auto& [each, definition] : definitions) known.push_back(each);
        const std::string_view near = nearest(name.text(), known);
        step.error(rules::unknown_target, name.span(),
                   "nothing is defined as " + quote(name.text()) + "; " +
                       (!near.empty()   ? "did you mean `" + std::string{near} + "`?"
                        : known.empty() ? "write a document with `define:` and `steps:`, or `include:` one"
                                        : "there is " + list(known, "and")));
        return;
    }
    const Definition& definition = found->second;
    const UseId around = written_in(step.step_);
    if (stands_in(definition, around)) {
        step.error(rules::endless_jump, name.span(),
                   "`" + std::string{definition.name} +
                       "` uses itself and would never end; make a block of it and jump there")
            .labels.push_back({definition.name_span, "defined here"});
        return;
    }
    const Node with = step.option("with");
    if (with && !with.is_mapping()) {
        step.error(rules::bad_value, with.span(),
                   "`with` takes a map of parameters and values, such as `{name: value}`");
        return;
    }
    Arguments arguments{sources_};
    for (const auto [key, value] : with.entries()) arguments.values.emplace(key.text(), value);
    for (const Node param : definition.params)
        if (arguments.values.count(param.text()) == 0) {
            step.error(
                    rules::missing_option, step.span(),
                    "`use: " + std::string{definition.name} + "` needs `" + std::string{param.text()} + "` in `with`")
                .labels.push_back({param.span(), "the parameter"});
            return;
        }
    if (depth_ >= deepest) {
        step.error(rules::nesting_too_deep, name.span(),
                   "lists of steps and definitions stand in each other more than " + std::to_string(deepest) +
                       " deep here; write some of the steps out");
        return;
    }
    check_arguments(definition, with, diagnostics_);
    arguments.use = static_cast<UseId>(flow_.uses.size());
    arguments.step = step.scope().writer;
    arguments.value_of = [&](std::string_view word, TextPlaces& text, std::size_t begin) {
        values_.check_given(word, text.at(begin, word.size() + 3), diagnostics_);
        if (const auto own = values_.find(word, head_.vars)) return *own;
        if (const auto value = values_of_defaults_.find(word, definition.vars)) return *value;
        const Span place = text.at(begin, word.size() + 3);
        values_.report_unknown(word, place, diagnostics_);
        unfilled_.insert(place.begin);
        return word;
    };
    const std::size_t before = diagnostics_.items().size();
    const Expansion expansion = expand(definition, arguments, most_copied - copied_, expanded_, writers_);
    copied_ += expansion.size;
    if (copied_ > most_copied) {
        copied_ = most_copied;
        cut_short(rules::file_too_large, step.span(),
                  "the definitions that this flow uses make more than 4 MiB of it, and the service takes 256,000 "
                  "characters; use fewer of them, or shorter values in `with`");
        return;
    }
    for (const auto& [value, place] : expansion.misplaced)
        step.error(rules::bad_value, value.span(),
                   "this is a " + std::string{value.is_sequence() ? "list" : "map"} +
                       ", and its parameter is a part of a text; give a text, or let the parameter stand alone in the "
                       "definition")
            .labels.push_back({place, "a part of this text"});
    users_.push_back(
        {{step.scope().blocks, step.self(), step.next(), &step.verb()}, with, definition.name_span, around});
    flow_.uses.push_back({definition.span, step.span(), use_});
    const UseId outer = std::exchange(use_, arguments.use);

    BlockTable& blocks = tables_.emplace_back();
    for (const Entry block : expansion.blocks.entries()) blocks.emplace(block.key.text(), new_label());
    Scope inner;
    inner.group = step.scope().group;
    inner.blocks = &blocks;
    inner.handles_errors = step.scope().handles_errors;
    const std::string number = std::to_string(++uses_[definition.name]);
    const std::string_view stem = within(longest_place, keep({identifier_from(definition.name), "-", number}));
    inner.place = stem;
    inner.block = definition.name;
    const std::size_t before_keys = diagnostics_.items().size();
    report_duplicate_keys(expanded_, expansion.named, diagnostics_);
    if (diagnostics_.items().size() == before_keys) lower_expansion(expansion, inner, stem, step);
    else mark_faulty(step.span());
    label_use_since(before, use_);
    use_ = outer;
}

void FlowLowering::lower_expansion(const Expansion& expansion, Scope& inner, std::string_view stem,
                                   const StepContext& step) {
    lower_sequence(expansion.steps, inner, step.self(), step.next());
    for (const Entry block : expansion.blocks.entries()) {
        if (!block.value.is_sequence()) continue;  // reported with the definition
        inner.place = within(longest_place, keep({stem, "-", block.key.text()}));
        inner.block = block.key.text();
        lower_sequence(block.value, inner, inner.blocks->at(block.key.text()));
    }
}

}  // namespace flowc::dsl
