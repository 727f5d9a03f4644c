#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "flowc/compile.hpp"
#include "input/project.hpp"
#include "linting/fixing.hpp"
#include "linting/found_elsewhere.hpp"

namespace flowc::cli {

/// One input, checked.
struct LintedFile {
    const ProjectFile* project = nullptr;
    std::string problem;  ///< it could not be read
    bool skipped = false;
    std::unique_ptr<Sources> sources = std::make_unique<Sources>();
    Document document;
    Diagnostics diagnostics;
    std::vector<AllowanceUse>
        allowed;       ///< what each thing that the project allows was to it; empty: it was not checked
    std::string name;  ///< as messages call it
    std::string path;  ///< from the project's folder
    std::vector<std::string> fingerprints;
    std::vector<FoundElsewhere> elsewhere;
    std::vector<CheckedFlow> flows;
    bool is_stdin = false;
    bool is_compiled = false;  ///< from a source of this run, where all is told but errors
    FixedText fixed;
    std::set<std::string> left_out;      ///< fingerprints of findings that the baseline has
    std::optional<std::string> earlier;  ///< the text, where it was read before

    /// Forgets what was found, but not the text with its fixes.
    void check_again() {
        LintedFile again;
        again.project = project;
        again.path = std::move(path);
        again.is_stdin = is_stdin;
        if (fixed.text) again.earlier = fixed.text->text();
        else if (sources->size() > 0) again.earlier = std::string(sources->file(0).text());
        again.fixed = std::move(fixed);
        *this = std::move(again);
    }
};

/// Nobody says the type of the flow but what is done in it.
inline bool is_inferred(const CheckedFlow& flow) {
    return flow.type != FlowType::unknown && flow.type_source == TypeSource::actions;
}

}  // namespace flowc::cli
