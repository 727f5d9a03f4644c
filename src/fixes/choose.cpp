#include "fixes/choose.hpp"

#include <algorithm>

#include "fixes/taken.hpp"

namespace flowc::fixes {

const Fix* fix_of(const Diagnostic& finding, bool unsafe_too) {
    for (const Fix& fix : finding.fixes)
        if (fix.safe || unsafe_too) return &fix;
    return nullptr;
}

Chosen choose(const std::vector<Diagnostic>& findings, const SourceFile& file, bool unsafe_too) {
    const auto lies_outside = [&](const Edit& edit) {
        return edit.span.begin < file.base() || edit.span.end > file.whole().end;
    };
    Chosen chosen;
    Taken taken;
    for (const Diagnostic& finding : findings) {
        const Fix* fix = fix_of(finding, unsafe_too);
        if (!fix || std::any_of(fix->edits.begin(), fix->edits.end(), lies_outside) || !taken.take(fix->edits))
            continue;
        chosen.edits.insert(chosen.edits.end(), fix->edits.begin(), fix->edits.end());
        ++chosen.fixes;
    }
    return chosen;
}

}  // namespace flowc::fixes
