#include "flowdsl/prove_fixes.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "fixes/edited_text.hpp"
#include "fixes/taken.hpp"
#include "flowdsl/read_found_flows.hpp"
#include "forms/outer_edit.hpp"

namespace flowc::dsl {

namespace {

/// A fix of a text inside another one, in the words of both.
struct Candidate {
    Fix* fix;
    std::vector<Edit> outside;
    bool decided = false;
    bool proven = false;
};

using Batch = std::vector<Candidate*>;

class Proof {
  public:
    Proof(const Sources& sources, const std::vector<FileId>& texts) : sources_(sources), texts_(texts) {}

    /// All that can be made together are proven together; only where that fails, one by one.
    void decide(std::vector<Candidate>& candidates) {
        while (readings_ < most_readings) {
            const Batch batch = next_batch(candidates);
            if (batch.empty()) return;
            const bool all = holds(batch);
            for (Candidate* one : batch) {
                one->decided = true;
                one->proven = all || (batch.size() > 1 && readings_ < most_readings && holds({one}));
            }
        }
    }

  private:
    /// A file is read so often at the most. Fixes that are left wait for the next run over what others have made of it.
    static constexpr int most_readings = 24;

    static Batch next_batch(std::vector<Candidate>& candidates) {
        Batch batch;
        fixes::Taken taken;
        for (Candidate& one : candidates)
            if (!one.decided && taken.take(one.outside)) batch.push_back(&one);
        return batch;
    }

    bool holds(const Batch& batch) {
        ++readings_;
        std::map<FileId, std::vector<Edit>> inside;
        std::vector<Edit> outside;
        for (const Candidate* one : batch) {
            for (const Edit& edit : one->fix->edits) inside[sources_.file_at(edit.span.begin)].push_back(edit);
            outside.insert(outside.end(), one->outside.begin(), one->outside.end());
        }
        const SourceFile& file = sources_.file_of(outside.front().span);
        Sources again;
        Diagnostics ignored;
        const std::string text = fixes::edited(file.text(), std::move(outside), file.base());
        Document document = read({file.name(), text}, again);
        const std::vector<ReadFlow> flows = read_found_flows(document, again, ignored);
        if (flows.size() != texts_.size()) return false;
        for (std::size_t i = 0; i < flows.size(); ++i) {
            const SourceFile& before = sources_.file(texts_[i]);
            const auto edits = inside.find(texts_[i]);
            const std::string meant = edits == inside.end()
                                          ? std::string(before.text())
                                          : fixes::edited(before.text(), edits->second, before.base());
            if (again.file(flows[i].text.file).text() != meant) return false;
        }
        return true;
    }

    const Sources& sources_;
    const std::vector<FileId>& texts_;
    int readings_ = 0;
};

/// The edits as they stand in the file; none: one of them cannot be written.
std::vector<Edit> outside(const Fix& fix, const Sources& sources) {
    std::vector<Edit> edits;
    for (const Edit& edit : fix.edits) {
        std::optional<Edit> outer = outermost_edit(edit, sources);
        if (!outer) return {};
        edits.push_back(std::move(*outer));
    }
    return edits;
}

}  // namespace

void prove_fixes(Diagnostics& diagnostics, const Sources& sources, const std::vector<FileId>& texts) {
    std::vector<Candidate> candidates;
    for (Diagnostic& finding : diagnostics.items())
        for (Fix& fix : finding.fixes) {
            Candidate& one = candidates.emplace_back(Candidate{&fix, outside(fix, sources)});
            const bool is_inside = sources.file_of(fix.edits.front().span).is_inside();
            one.decided = one.outside.empty() || !is_inside;
            one.proven = !one.outside.empty() && !is_inside;
        }
    Proof(sources, texts).decide(candidates);
    for (Candidate& one : candidates) one.fix->edits = one.proven ? std::move(one.outside) : std::vector<Edit>{};
    for (Diagnostic& finding : diagnostics.items())
        finding.fixes.erase(std::remove_if(finding.fixes.begin(), finding.fixes.end(),
                                           [](const Fix& fix) { return fix.edits.empty(); }),
                            finding.fixes.end());
}

}  // namespace flowc::dsl
