#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "flowc/compile.hpp"
#include "project.hpp"
#include "walk.hpp"

namespace flowc::cli {

/// Which flows know each other: all of a project with a `flowc.yaml`, its `flows` among them whether they were named or
/// not; without one, all that were found in one folder argument, or all files that were named.
class FlowSets {
  public:
    /// A `*.flow.yaml` of this run, in the order of the run.
    struct Member {
        const InputPath* path;
        const ProjectFile* project;
        const Document* document;
        const Sources* sources;
    };
    using ReadInterface = std::function<FileInterface(const Document&, const Sources&, const ProjectFile&)>;

    /// Reads what each of the files has to know of the others, on `jobs` threads. Of `whole`, if it is
    /// given, the run works on all flows, so that there are no others to look for.
    void read(const std::vector<Member>& members, const ProjectFile* whole, unsigned jobs,
              const ReadInterface& read_interface);
    /// The flows that a file of the run can name; null where it stands alone.
    const ProjectFlows* of(const InputPath& path, const ProjectFile& project) const;
    /// What of the projects is not of this run and could not be read: nobody knows the flows in it.
    const std::vector<Unreadable>& unreadable() const { return unreadable_; }

  private:
    std::map<std::string, ProjectFlows> sets_;
    std::vector<Unreadable> unreadable_;
};

}  // namespace flowc::cli
