#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "flowc/export.hpp"
#include "flowc/source.hpp"

namespace FLOWC_PUBLIC flowc {

enum class Severity : std::uint8_t { note, warning, error };

std::string_view to_string(Severity severity);

/// What a rule is about. `text`, `language` and `validity` decide whether there is a flow that the service takes;
/// what the others find, the service accepts, and callers or deployers suffer.
enum class Category : std::uint8_t {
    text,         ///< the file can be read
    language,     ///< the flow language is kept
    validity,     ///< the service takes the flow
    graph,        ///< callers get on and get out
    routing,      ///< queues, transfers, hooks and flow types
    data,         ///< attributes, answers of Lambdas, what callers entered
    speech,       ///< what is said, and what keys are offered
    portability,  ///< the flow can move to another instance
    safety,       ///< secrets, recordings, personal data
    project       ///< the flows of a project fit each other
};
std::string_view to_string(Category category);

/// A number that a project may set for a rule.
struct RuleOption {
    std::string_view name;
    long value;  ///< what holds where nobody sets it
    std::string_view summary;
};

/// What is known of a rule before it finds anything: the row behind `flowc rules` and
/// `flowc explain`. `severity` is the highest the rule reports.
struct RuleInfo {
    std::string_view id;  ///< kebab-case, the word in brackets behind a message
    Category category;
    Severity severity;
    std::string_view summary;       ///< what is wrong, in one line
    std::string_view why;           ///< what the caller or the deployer suffers
    std::string_view evidence;      ///< the fact it rests on and where that was seen
    std::string_view wrong_when{};  ///< where a finding of it may be no fault; empty: nowhere as far as is known
    bool shape = false;             ///< the published schemas refuse every document that it finds an error in
    bool by_default = true;         ///< reports without being asked for
    std::span<const RuleOption> options{};
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

/// A text to put in the place of a span; an empty span inserts.
struct Edit {
    Span span;
    std::string text;
};

/// How a finding can be mended: all edits of it together, none of which overlap.
struct Fix {
    std::string title;  ///< what it does, as an order: `write "8" as a text`
    bool safe = false;  ///< callers notice nothing of it, but that the service takes the flow
    std::vector<Edit> edits;
};

/// What a finding speaks of; each is empty where nothing of the kind holds the place.
struct Subject {
    std::string_view flow;    ///< the flow's name
    std::string_view action;  ///< the action's identifier
    std::string_view type;    ///< the action's type
    std::string_view
        path;  ///< the way from the action to the place: `Parameters.Text`, `Transitions.Errors[NoMatchingError]`
    std::shared_ptr<const std::string> texts{};  ///< what they stand in, shared with the flow's other findings
};

/// One finding. The message says what was found, then what to do: lower case, no full stop, names
/// in backticks. `span` is the narrowest wrong thing.
struct Diagnostic {
    const RuleInfo* rule = nullptr;
    Severity severity = Severity::error;
    Span span;
    std::string message;
    std::vector<Label> labels{};
    std::vector<Fix> fixes{};
    Subject subject{};
    bool confidential = false;  ///< no format may show more of the text below the span than its first two characters
};

/// Collects findings. Whoever finds something reports it here and goes on. Of one rule and severity it keeps the first
/// `most`, and the last of them says that there are more: nobody reads them, and a hostile text has millions.
class Diagnostics {
  public:
    static constexpr std::uint32_t most = 1000;

    /// Keeps more of each from here on: for a program, which reads them all.
    void keep(std::uint32_t limit) { limit_ = limit; }

    /// Reports with the rule's own severity; the returned value can be given labels or made milder. Nearly every check
    /// finds nothing: what leads to a report is kept out of the way of the rest.
    [[gnu::cold]] Diagnostic& report(const RuleInfo& rule, Span span, std::string message);

    /// Takes over what was found elsewhere, and keeps as many as that did where it kept more.
    void add(Diagnostic finding);
    void add(Diagnostics findings);

    bool has_errors() const;
    const std::vector<Diagnostic>& items() const { return items_; }
    std::vector<Diagnostic>& items() { return items_; }
    /// Orders by place and rule id, and drops what was said twice.
    void sort();

  private:
    struct Count {
        const RuleInfo* rule;
        Severity severity;
        std::uint32_t found;
    };

    void count_last();

    std::vector<Diagnostic> items_;
    std::vector<Count> counts_;
    std::uint32_t limit_ = most;
    bool last_is_counted_ = true;
};

/// What a project wants to hear of a rule.
enum class Level : std::uint8_t { off, note, warning, error };

/// What somebody has set for rules; where nobody has, a rule reports as it is made.
class RuleSettings {
  public:
    void set(const RuleInfo& rule, Level level);
    /// `option` is one of the rule's own.
    void set(const RuleOption& option, long value);

    /// Whether the rule reports anything.
    bool on(const RuleInfo& rule) const {
        const Level* level = level_of(&rule);
        return level ? *level != Level::off : rule.by_default;
    }
    long value(const RuleOption& option) const;
    /// Drops the findings of rules that are off, and gives the others the severity that was set.
    void apply(Diagnostics& diagnostics) const;

  private:
    /// What was set for a rule; null: nothing. Every rule is asked about, and of most nothing is set.
    const Level* level_of(const RuleInfo* rule) const { return (set_ & bit_of(rule)) != 0 ? find(rule) : nullptr; }
    const Level* find(const RuleInfo* rule) const;
    /// One of 64, which tells most rules apart.
    static std::uint64_t bit_of(const RuleInfo* rule) {
        constexpr std::uintptr_t apart = 32;
        return std::uint64_t{1} << (reinterpret_cast<std::uintptr_t>(rule) / apart % 64);
    }

    std::uint64_t set_ = 0;                                  ///< the bits of all for which something was set
    std::vector<std::pair<const RuleInfo*, Level>> levels_;  ///< sorted by rule
    std::map<const RuleOption*, long> values_;
};

struct TextStyle {
    bool color = false;  ///< with the escape sequences of a terminal
};

/// One finding as people read it: `file:line:col: error: message [rule]`, the source line, a caret
/// under the span, and a note for each label. Ends with a newline.
std::string render_text(const Diagnostic& diagnostic, const Sources& sources, TextStyle style = {});

}  // namespace flowc
