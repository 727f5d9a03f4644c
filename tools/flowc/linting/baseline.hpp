#pragma once

#include <set>
#include <string>
#include <vector>

#include "flowc/diagnostic.hpp"

namespace flowc::cli {

/// One finding that was there before: its fingerprint, and for people what and where it was.
struct KnownFinding {
    std::string fingerprint;
    std::string rule;
    std::string file;
    friend bool operator<(const KnownFinding& a, const KnownFinding& b) {
        if (a.file != b.file) return a.file < b.file;
        return a.rule != b.rule ? a.rule < b.rule : a.fingerprint < b.fingerprint;
    }
};

/// The text of a baseline file, sorted.
std::string baseline_text(std::vector<KnownFinding> findings);

/// The fingerprints of a baseline file; `problem` says what is wrong with it, and is empty where nothing is.
std::set<std::string> read_baseline(const std::string& text, std::string& problem);

/// Takes what is known out of `found`, whose fingerprints are `names`, and puts their fingerprints into `left_out`.
void leave_out_known(Diagnostics& found, std::vector<std::string>& names, const std::set<std::string>& known,
                     std::set<std::string>& left_out);

}  // namespace flowc::cli
