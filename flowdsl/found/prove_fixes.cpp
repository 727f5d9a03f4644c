#include "flowdsl/found/prove_fixes.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "fixes/edited_text.hpp"
#include "fixes/taken.hpp"
#include "flowdsl/found/read_found_flows.hpp"
#include "forms/outer_edit.hpp"
#include "syntax/json_values.hpp"

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

    /// What a batch does to one of the texts.
    struct Edits {
        std::vector<Edit> inside;
        std::vector<Edit> outside;
    };

    bool holds(const Batch& batch) {
        ++readings_;
        std::map<FileId, Edits> of_texts;
        for (const Candidate* one : batch)
            for (std::size_t i = 0; i < one->outside.size(); ++i) {
                const Edit& inside = one->fix->edits[i];
                Edits& edits = of_texts[sources_.file_at(inside.span.begin)];
                edits.inside.push_back(inside);
                edits.outside.push_back(one->outside[i]);
            }
        const SourceFile& file = sources_.file_of(batch.front()->outside.front().span);
        const auto says_it = [&](const auto& edited) {
            return string_says_it(file, sources_.file(edited.first), edited.second);
        };
        return std::all_of(of_texts.begin(), of_texts.end(), says_it) || file_says_it(file, of_texts);
    }

    /// Whether a text is all that a string of a JSON file says, and the string will say what is meant: nothing else of the
    /// file changes then.
    static bool string_says_it(const SourceFile& file, const SourceFile& text, const Edits& edits) {
        if (text.wrapping() != Wrapping::json_string) return false;
        const Span string = text.outside(text.whole());
        const auto is_quote = [&](std::uint32_t at) { return file.slice({at, at + 1}) == "\""; };
        const Span whole = file.whole();
        if (string.begin <= whole.begin || string.end >= whole.end)
            return false;  // it stands in a text inside the file
        if (!is_quote(string.begin - 1) || !is_quote(string.end)) return false;
        std::string said;
        if (json::decode(fixes::edited(file.slice(string), edits.outside, string.begin), said)) return false;
        return said == fixes::edited(text.text(), edits.inside, text.base());
    }

    /// Whether the file, read again, gives the texts that are meant.
    bool file_says_it(const SourceFile& file, const std::map<FileId, Edits>& of_texts) const {
        std::vector<Edit> outside;
        for (const auto& [text, edits] : of_texts)
            outside.insert(outside.end(), edits.outside.begin(), edits.outside.end());
        Sources again;
        Diagnostics ignored;
        const std::string text = fixes::edited(file.text(), std::move(outside), file.base());
        Document document = read({file.name(), text}, again);
        const std::vector<ReadFlow> flows = read_found_flows(document, again, ignored);
        if (flows.size() != texts_.size()) return false;
        for (std::size_t i = 0; i < flows.size(); ++i) {
            const SourceFile& before = sources_.file(texts_[i]);
            const auto edits = of_texts.find(texts_[i]);
            const std::string meant = edits == of_texts.end()
                                          ? std::string(before.text())
                                          : fixes::edited(before.text(), edits->second.inside, before.base());
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
    if (candidates.empty()) return;
    Proof(sources, texts).decide(candidates);
    for (Candidate& one : candidates) one.fix->edits = one.proven ? std::move(one.outside) : std::vector<Edit>{};
    for (Diagnostic& finding : diagnostics.items())
        finding.fixes.erase(std::remove_if(finding.fixes.begin(), finding.fixes.end(),
                                           [](const Fix& fix) { return fix.edits.empty(); }),
                            finding.fixes.end());
}

}  // namespace flowc::dsl
