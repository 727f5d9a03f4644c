#include <algorithm>

#include "catalogue/reference_row.hpp"
#include "ir/reference.hpp"
#include "lint/lint.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo unknown_reference{
    "unknown-reference",
    Category::data,
    Severity::warning,
    "a reference names a namespace, or a field of one, that the service is not known to have",
    "the reference is empty: the caller hears a gap, and comparisons take the way of no match",
    "AWS's list of the attributes that flows can refer to",
    "the service has got new ones since; without a near name it is a note only"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// The part of a reference's place where `word` stands, a view into its text. In a compiled flow a word in braces may stand
/// there, whose end is written as the reference's own.
Span place_of(const Lint& lint, const Use& use, std::string_view word) {
    const Span whole = lint.place_of(use);
    if (whole.empty()) return whole;
    std::string_view written = lint.others.sources().slice(whole);
    if (written.starts_with('{') && written.ends_with('}')) written.remove_suffix(1);
    const std::string_view rest = use.text.substr(static_cast<std::size_t>(word.data() - use.text.data()));
    if (!written.ends_with(rest)) return whole;
    const auto begin = whole.begin + static_cast<std::uint32_t>(written.size() - rest.size());
    return {begin, begin + static_cast<std::uint32_t>(word.size())};
}

void report(const Lint& lint, const Use& use, const ReferenceRow& row, std::string_view key) {
    std::string_view instead;
    std::string_view note;
    for (const WrongName& wrong : row.wrong)
        if (wrong.name == key) {
            instead = wrong.instead;
            note = wrong.note;
        }
    if (instead.empty() && note.empty()) instead = nearest(key, row.keys);
    // A namespace that nobody has published is worth a look; a field of one that is known to have others is not.
    if (instead.empty() && note.empty() && row.open && !row.path.empty()) return;
    const std::string what =
        row.path.empty() ? rules::text({"flowc knows no namespace ", quote(key)})
                         : rules::text({"flowc knows no ", quote(key), " in ", quote(rules::text({"$.", row.path}))});
    std::string message = rules::text({what, "; see whether the service fills it in"});
    if (!instead.empty()) message = rules::text({what, "; did you mean ", quote(instead), "?"});
    else if (!note.empty()) message = rules::text({what, "; ", note});
    Diagnostic& found = lint.diagnostics.report(rules::unknown_reference, place_of(lint, use, key), std::move(message));
    if (instead.empty() || row.evidence > Evidence::reference) found.severity = Severity::note;
}

/// Looks at two items, whatever the length of the list.
bool has_several(Node list) {
    int count = 0;
    for (const Node item : list.items())
        if (item && ++count > 1) return true;
    return false;
}

/// What stands behind a value that has nothing below it; in a text it may be meant as one: `$.ContactId.wav`.
void report_below(const Lint& lint, const Use& use, std::string_view path, std::string_view key) {
    Diagnostic& found =
        lint.diagnostics.report(rules::unknown_reference, place_of(lint, use, key),
                                rules::text({"flowc knows of nothing below ", quote(rules::text({"$.", path})),
                                             "; see whether the service fills in ", quote(key)}));
    found.severity = Severity::note;
}

/// Whether it is known, as those are that rules speak of.
bool is_namespace(Space space) {
    static const unsigned known =
        spaces_with([](std::string_view name) { return has_key(*find_reference_row({}), name); });
    return is_one_of(known, space);
}

/// Whether the keys of a namespace are the author's, as they are nearly always.
bool has_free_keys(Space space) {
    static const unsigned free = spaces_with([](std::string_view name) {
        return is_space(name) && !find_reference_row(name) && !find_reference_row(std::string(name) + ".*");
    });
    return is_one_of(free, space);
}

}  // namespace

void check_unknown_reference(const Lint& lint) {
    const ReferenceRow& namespaces = *find_reference_row({});
    std::string path;
    for (const Use& use : lint.uses) {
        if (has_free_keys(use.space) || use.space_name.empty() || !lint.reached.has(use.action)) continue;
        // `$.50` is half a dollar.
        if (use.space_name.front() >= '0' && use.space_name.front() <= '9') continue;
        path.clear();
        std::string_view key = use.space_name;
        std::string_view rest = use.text.substr(1);
        take_key(rest);
        for (const ReferenceRow* row = &namespaces; row && !key.empty(); key = take_key(rest)) {
            if (!(row == &namespaces && is_namespace(use.space)) && !has_key(*row, key)) {
                // One operand too many is one fault: whichever it is has to go.
                if (!has_several(use.operands)) report(lint, use, *row, key);
                break;
            }
            // Behind most there is nothing that could be unknown.
            if (rest.empty()) break;
            if (!path.empty()) path += '.';
            path += key;
            const ReferenceRow* holder = row;
            row = find_reference_row(path);
            if (row) continue;
            // Names that are the author's, and what each of them has.
            const std::size_t length = path.size();
            row = find_reference_row(path += ".*");
            if (row) {
                take_key(rest);
                continue;
            }
            path.resize(length);
            if (is_space(path)) continue;
            if (const std::string_view below = take_key(rest);
                !below.empty() && !has_several(use.operands) && (holder->path.empty() || !holder->open)) {
                report_below(lint, use, path, below);
            }
        }
    }
}

}  // namespace flowc::lint
