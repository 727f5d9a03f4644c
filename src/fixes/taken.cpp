#include "fixes/taken.hpp"

#include <algorithm>
#include <iterator>

namespace flowc::fixes {

namespace {

/// What is put in beside a change would depend on which of the two comes first.
bool meet(Span a, Span b) {
    if (a.empty() || b.empty()) return a.begin <= b.end && b.begin <= a.end;
    return a.begin < b.end && b.begin < a.end;
}

}  // namespace

bool Taken::take(const std::vector<Edit>& edits) {
    if (!std::all_of(edits.begin(), edits.end(), [&](const Edit& edit) { return is_free(edit.span); })) return false;
    for (const Edit& edit : edits) spans_.emplace(edit.span.begin, edit.span.end);
    return true;
}

bool Taken::is_free(Span span) const {
    // None of those that are taken meet, so only the nearest can: two that begin in it or at its end, one before it.
    auto near = spans_.upper_bound(span.end);
    for (int looked_at = 0; looked_at < 3 && near != spans_.begin(); ++looked_at) {
        --near;
        if (meet({near->first, near->second}, span)) return false;
    }
    return true;
}

}  // namespace flowc::fixes
