#include "diagnostics/credentials.hpp"
#include "lint/lint.hpp"

namespace flowc::rules {

const RuleInfo credential_in_text{
    "credential-in-text",
    Category::safety,
    Severity::warning,
    "a key, a token or a password stands in the flow",
    "everybody who may read flows, their exports and their logs can use it",
    "the forms of AWS access keys, PEM private keys, bearer tokens and the tokens of "
    "GitHub, GitLab, Slack, Stripe, SendGrid, Google, OpenAI and Anthropic are "
    "published by those who issue them; RFC 7519 has web tokens, RFC 3986 has passwords in addresses; other "
    "passwords are told by their names alone: what stands behind one and has letters "
    "and digits",
    "an example value that opens nothing"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// Whether a text of that size may be one, by its signs: as it stands, or behind its name.
bool may_be_credential(std::size_t size, Signs signs) {
    constexpr std::size_t shortest = 6;
    constexpr unsigned of_several_words = Signs::space | Signs::brace | Signs::angle;
    const bool is_word = (signs.bits() & (Signs::digit | of_several_words)) == Signs::digit;
    return ((unsigned{is_word} & unsigned{size >= shortest}) | unsigned{may_have_credential(size, signs)}) != 0;
}

bool is_credential(const Lint& lint, Node value, std::string_view name) {
    const std::string_view text = value.text();
    const ValueForm form = lint.texts.form(value);
    if (!value.is_string() || form == ValueForm::reference) return false;
    return has_credential(text, lint.texts.signs(value)) ||
           (form == ValueForm::fixed && names_credential(name) && is_written_out(text));
}

/// Looks at all that stands in a mapping or a sequence.
void look_in(const Lint& lint, Node collection) {
    const auto look_at = [&](Node value, std::string_view name) {
        if (!value.is_scalar()) return look_in(lint, value);
        if (!is_credential(lint, value, name)) return;
        lint.diagnostics
            .report(rules::credential_in_text, value.span(),
                    "this looks like a credential; take it out, let a Lambda fetch it, and replace it where it was "
                    "issued")
            .confidential = true;
    };
    for (const Entry entry : collection.entries()) look_at(entry.value, entry.key.text());
    for (const Node item : collection.items()) look_at(item, {});
}

/// The first text from a place on that may be one; `end`: there is none.
NodeId next_candidate(const Texts& texts, const SyntaxTree& tree, NodeId from, NodeId end) {
    while (from < end && !may_be_credential(tree[from].value().size(), texts.signs(from))) ++from;
    return from;
}

/// Whether an action may hold one, told of its texts one by one: what stands before a text may be its key.
bool may_hold_one(const Lint& lint, const Action& action) {
    if (action.parameters == no_node) return false;
    const SyntaxTree& tree = lint.flow.tree;
    const NodeId end = tree[action.parameters].after;
    for (NodeId id = next_candidate(lint.texts, tree, action.parameters + 1, end); id < end;
         id = next_candidate(lint.texts, tree, id + 1, end))
        if (is_credential(lint, tree.node(id), tree[id - 1].value())) return true;
    return false;
}

}  // namespace

void check_credential_in_text(const Lint& lint) {
    for (const Action& action : lint.flow.actions)
        if (may_hold_one(lint, action)) look_in(lint, lint.parameters(action));
}

}  // namespace flowc::lint
