#pragma once

#include <string>
#include <utility>
#include <vector>

namespace catalogue_gen {

/// Everything wrong with the entries, in the order found: a run shows all of it.
class Problems {
  public:
    void add(const std::string& file, const std::string& where, const std::string& message) {
        lines_.push_back(file + ": " + (where.empty() ? "entry" : where) + ": " + message);
    }
    const std::vector<std::string>& lines() const { return lines_; }
    bool empty() const { return lines_.empty(); }

  private:
    std::vector<std::string> lines_;
};

/// A spot in one file that messages can name, and where they go.
struct Place {
    Problems* problems = nullptr;
    std::string file;
    std::string where;

    Place at(const std::string& key) const { return {problems, file, where.empty() ? key : where + "." + key}; }
    Place at(std::size_t index) const { return {problems, file, where + "[" + std::to_string(index) + "]"}; }
    void complain(const std::string& message) const { problems->add(file, where, message); }
};

}  // namespace catalogue_gen
