#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "flowc/compile.hpp"
#include "input/project.hpp"
#include "input/walk.hpp"

namespace flowc::cli {

/// Which flows know each other: all of a project with a `flowc.yaml`, whether they were named or not: its `flows`, or
/// where it does not say them those below its folder; without one, all that were found in one folder argument, or all files that were named.
/// What a source of the set is compiled to is no second flow beside it: the others know the source alone.
class FlowSets {
  public:
    /// A file of this run, in the order of the run.
    struct Member {
        const InputPath* path;
        const ProjectFile* project;
        Document* document;
        Sources* sources;
    };
    using ReadInterface = std::function<FileInterface(const Document&, const Sources&, const ProjectFile&)>;
    /// `flows`: those that the file's names can mean.
    using Summarise = std::function<FileSummary(Document&, Sources&, const ProjectFile&, const ProjectFlows* flows)>;

    /// Reads what each `*.flow.yaml` of a set has to know of the others, on `jobs` threads. Of `whole`, if it is given, the
    /// run works on all flows, so that there are no others to look for. `with_json`: they will be summarised. `one_instance`:
    /// no two of a set have one name, whether a project says so or not.
    void read(const std::vector<Member>& members, const ProjectFile* whole, bool with_json, unsigned jobs,
              const ReadInterface& read_interface, bool one_instance = false);
    /// Then reads what the rules of several flows have to know of all files, whatever form they have. `incomplete`: a file of the run could not be read.
    void summarise(unsigned jobs, bool incomplete, const Summarise& summarise);

    /// The flows that a file of the run can name; null where it stands alone.
    const ProjectFlows* of(const InputPath& path, const ProjectFile& project) const;
    /// The flows that belong together with those of a file of the run; null before they are summarised.
    const FlowSet* set_of(const InputPath& path, const ProjectFile& project) const;
    /// Whether a flow of a file that is no source is compiled from a source of the set that this run works on, too.
    bool is_compiled(const InputPath& path, const ProjectFile& project, std::string_view flow) const;
    /// What of the projects is not of this run and could not be read: nobody knows the flows in it.
    const std::vector<Unreadable>& unreadable() const { return unreadable_; }

  private:
    /// A file of a set that is not of this run.
    struct Other {
        std::string name;
        Sources sources;
        Document document;
        std::string problem;  ///< it could not be read
    };
    struct File {
        const ProjectFile* project;
        std::string name;
        Document* document;
        Sources* sources;
        bool worked_on;  ///< by this run, which says what it finds in it
    };
    /// Of the flows of sources: their names, and those of the files that they are written to.
    struct Products {
        std::set<std::string, std::less<>> flows;
        std::set<std::string, std::less<>> files;

        void add(const FileInterface& source);
        /// A Flow-language document does not say what it is called: its file does.
        bool hold(std::string_view flow, const std::string& file) const;
    };
    struct Set {
        std::vector<std::unique_ptr<Other>> others;
        std::vector<File> files;  ///< the others first, so that a fault between two files is told in one that was named
        bool whole = false;       ///< no other file belongs to it
        Products products;
        Products worked_on;  ///< those whose sources this run works on
        std::optional<ProjectFlows> flows;
        std::optional<FlowSet> summaries;
    };

    static std::vector<Unreadable> add_others(Set& set, const ProjectFile& project,
                                              const std::vector<std::string>& where,
                                              const std::unordered_set<std::string>& known, bool with_json,
                                              unsigned jobs);

    std::map<std::string, Set> sets_;
    std::vector<Unreadable> unreadable_;
};

}  // namespace flowc::cli
