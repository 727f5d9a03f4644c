#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "flowc/catalogue.hpp"
#include "flowc/contract.hpp"
#include "flowc/export.hpp"
#include "flowc/source.hpp"

/// What flows tell each other by the attributes of a contact, and who leads to whom. It is read once for all files of a set; then every file can
/// be checked against it, in any order and on any number of threads.
namespace FLOWC_PUBLIC flowc {

/// The attributes that a flow writes and compares, where it leads to, and what other flows call it by.
struct FlowSummary {
    struct Write {
        std::string attribute;
        std::string value;
        bool fixed = false;  ///< the value is known before the flow runs
        Span span;           ///< of the value
    };
    struct Branch {
        std::string operator_;
        std::string operand;
        Span span;  ///< of the operand
    };
    struct Comparison {
        std::string attribute;
        std::vector<Branch> branches;
        bool open = false;  ///< a branch compares with what only the run knows
        Span span;          ///< of the reference that is compared
    };
    /// A flow that a contact comes into from this one: at once, or when something happens.
    struct Lead {
        std::string reference;  ///< what stands for it; empty: only the run knows
        std::string name;       ///< what the console calls it; empty: nothing is said
    };

    std::string name;
    std::vector<std::string> references;          ///< texts that mean this flow where one is named: its ARN, its id
    std::vector<std::string> references_in_file;  ///< the same in its own file alone: a name of the template around it
    FlowType type = FlowType::unknown;
    bool says_type = false;            ///< the type stands in the flow's own file
    std::optional<Contract> contract;  ///< what a module declares; nothing where nobody says it
    std::vector<Write> writes;
    std::vector<Comparison> comparisons;
    std::vector<Lead> leads;
    std::optional<Lead>
        handed_on;              ///< where every contact goes on to, without a word and whatever happens but an error
    bool writes_any = false;    ///< it writes an attribute whose name only the run knows
    bool sets_queue = false;    ///< a contact that leaves it may have a queue
    bool calls_lambda = false;  ///< a contact that leaves it may have a Lambda's answer
};

/// The flows of one file, in its order. Spans count from the beginning of the file as it is on the disk; an empty one stands
/// in another file.
struct FileSummary {
    std::string file;  ///< its name, the same as `Input::name` when it is checked
    std::string text;  ///< the file, for findings in others that show a branch of it that compares; empty: it has none
    std::vector<FlowSummary> flows;
    bool whole = true;  ///< all of its flows could be read
};

/// The flows of a set of files. Immutable: every member is safe from any thread.
class FlowSet {
  public:
    struct Entry {
        const FileSummary* file = nullptr;
        const FlowSummary* flow = nullptr;
        explicit operator bool() const { return flow != nullptr; }
    };

    FlowSet() = default;
    /// `whole`: the files are all that belong together. Then it can be said that none of them does something, if each was
    /// read as a whole.
    FlowSet(std::vector<FileSummary> files, bool whole);
    FlowSet(const FlowSet&) = delete;
    FlowSet& operator=(const FlowSet&) = delete;
    FlowSet(FlowSet&&) = default;
    FlowSet& operator=(FlowSet&&) = default;

    const std::vector<FileSummary>& files() const { return files_; }
    bool whole() const { return whole_; }
    /// The flow that a text means where a flow is named, or that has this name; nothing where there is none, or several.
    Entry find(std::string_view reference_or_name) const;
    /// The same for a text of a flow of `file`, where a name of the template around both may stand for it.
    Entry find(std::string_view reference_or_name, std::string_view file) const;
    /// Whether a flow of the set writes this attribute of a contact.
    bool writes(std::string_view attribute) const;
    /// Whether a flow of the set writes an attribute whose name only the run knows.
    bool writes_any() const { return writes_any_; }
    /// Whether a flow of the set sets the queue of a contact.
    bool sets_queue() const { return sets_queue_; }
    /// Whether a flow of the set calls a Lambda.
    bool calls_lambda() const { return calls_lambda_; }
    /// Whether contacts may come into the flow of this name from another one: one that leads to it, or to a flow that
    /// nobody knows, or that could not be read.
    bool may_lead_to(std::string_view name) const;
    /// All attributes that are written, sorted, each once.
    const std::vector<std::string_view>& attributes() const { return attributes_; }

  private:
    void add_leads(const FlowSummary& from, std::string_view file);
    /// Whether a flow other than `to` leads to one that is known by this name alone.
    bool leads_elsewhere(std::string_view name, const FlowSummary* to) const;

    std::vector<FileSummary> files_;
    bool whole_ = false;
    bool writes_any_ = false;
    bool sets_queue_ = false;
    bool calls_lambda_ = false;
    std::vector<std::string_view> attributes_;
    std::vector<std::pair<std::string_view, Entry>> names_;  ///< sorted
    /// What stands for a flow in its own file alone, and that file; sorted.
    std::vector<std::pair<std::pair<std::string_view, std::string_view>, Entry>> names_in_file_;
    std::vector<std::string_view> led_to_;  ///< the names of flows that another one leads to; sorted, each once
    /// Leads to none that is known: the name, empty where nothing is said, and the flow they begin in; sorted, each once.
    std::vector<std::pair<std::string_view, const FlowSummary*>> elsewhere_;
};

}  // namespace flowc
