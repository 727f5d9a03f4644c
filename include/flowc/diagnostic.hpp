#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "flowc/source.hpp"

namespace flowc {

enum class Severity : std::uint8_t { note, warning, error };

std::string_view to_string(Severity severity);

/// What is known of a rule before it finds anything: the row behind `flowc rules` and
/// `flowc explain`. `severity` is the highest the rule reports.
struct RuleInfo {
    std::string_view id;       ///< kebab-case, the word in brackets behind a message
    Severity severity;
    std::string_view summary;  ///< what is wrong, in one line
    std::string_view why;      ///< what the caller or the deployer suffers
    std::string_view evidence; ///< the fact it rests on and where that was seen
    bool shape = false;        ///< the published schemas refuse every document that it finds an error in
};

/// Every rule of the library, the readers' and the language's among them, sorted by id.
std::span<const RuleInfo* const> all_rules();
/// Null where no rule has that id.
const RuleInfo* find_rule(std::string_view id);

/// A second place that belongs to a finding, and what it has to do with it.
struct Label {
    Span span;
    std::string text;
};

/// One finding. The message says what was found, then what to do: lower case, no full stop, names
/// in backticks. `span` is the narrowest wrong thing.
struct Diagnostic {
    const RuleInfo* rule = nullptr;
    Severity severity = Severity::error;
    Span span;
    std::string message;
    std::vector<Label> labels;
};

/// Collects findings. Whoever finds something reports it here and goes on.
class Diagnostics {
  public:
    /// Reports with the rule's own severity; the returned value can be given labels or made milder.
    Diagnostic& report(const RuleInfo& rule, Span span, std::string message);

    bool has_errors() const;
    const std::vector<Diagnostic>& items() const { return items_; }
    std::vector<Diagnostic>& items() { return items_; }
    /// Orders by place and rule id, and drops what was said twice.
    void sort();

  private:
    std::vector<Diagnostic> items_;
};

struct TextStyle {
    bool color = false;  ///< with the escape sequences of a terminal
};

/// One finding as people read it: `file:line:col: error: message [rule]`, the source line, a caret
/// under the span, and a note for each label. Ends with a newline.
std::string render_text(const Diagnostic& diagnostic, const Sources& sources, TextStyle style = {});

}  // namespace flowc
