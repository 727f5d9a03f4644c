#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "flowc/catalogue.hpp"

/// One input beside its exact output: `<rule-id>/<name>.json` or `<name>.flow.yaml`, and `<name>.expected`, which is
/// empty where nothing is found. A JSON flow says its type in its name, `refused.CUSTOMER_WHISPER.json`; a
/// `*.flow.yaml` is compiled with `<name>.env.yaml`, or with the inventory in `<name>.env/`, where that exists. The files in
/// `<name>.project/` are the other files of its project; without them nobody knows which flows belong together.
namespace flowc::golden {

struct Case {
    std::filesystem::path input;
    std::filesystem::path expected;
    std::string rule;  ///< the folder's name
    FlowType type = FlowType::unknown;
};

/// All cases below `tests/golden`, sorted by path.
std::vector<Case> all_cases();

std::string read_text(const std::filesystem::path& path);

/// Everything that `check` finds, as text; files are shown by their bare names.
std::string findings_of(const Case& golden);

}  // namespace flowc::golden
