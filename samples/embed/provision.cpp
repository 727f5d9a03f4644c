// The core of a provisioner: compiles a file of flows against what an instance has, and prints the body of the
// request that creates each flow, behind a line for each resource that has to exist before.
#include <flowc/compile.hpp>

#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <string>

namespace {

const std::string instance = "arn:aws:connect:eu-central-1:111122223333:instance/7c1d5a1e-3f0b-4b0e-9a51-52c3a6f4e801/";

/// Stands for the inventory of an instance; a real provisioner asks the service, once a kind.
const std::map<flowc::ResourceKind, std::map<std::string, std::string, std::less<>>> inventory{
    {flowc::ResourceKind::queue, {{"Repairs", instance + "queue/0b6a4f53-8d52-4c1e-b7f1-1f6f2e6d1001"}}},
    {flowc::ResourceKind::hours, {{"Workshop", instance + "operating-hours/3c4d5e6f-1a2b-4c3d-9e8f-7a6b5c4d4001"}}},
    {flowc::ResourceKind::flow, {{"Waiting", instance + "contact-flow/9d7c3b1a-4e5f-4a6b-8c7d-6e5f4a3b3001"}}},
};

std::optional<std::string> arn_of(flowc::ResourceKind kind, std::string_view name) {
    const auto names = inventory.find(kind);
    if (names == inventory.end()) return std::nullopt;
    const auto found = names->second.find(name);
    return found == names->second.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: provision FILE.flow.yaml\n";
        return 3;
    }
    std::ifstream file(arguments[1], std::ios::binary);
    std::string text;
    for (char byte; file.get(byte);) text += byte;
    if (!file.is_open() || file.bad()) {  // a folder can be opened, and not read
        std::cerr << arguments[1] << " cannot be read\n";
        return 2;
    }

    flowc::Sources sources;  // owns the texts that flows and findings point into
    flowc::CompileOptions options;
    options.resolver = arn_of;
    const flowc::CompileResult result = flowc::compile({arguments[1], text}, sources, options);
    for (const flowc::Diagnostic& diagnostic : result.diagnostics.items())
        std::cerr << flowc::render_text(diagnostic, sources);

    for (const flowc::CompiledFlow& compiled : result.flows) {
        for (const flowc::Resource& resource : compiled.resources)
            std::cout << "needs " << flowc::to_string(resource.kind) << ' ' << resource.name << '\n';
        std::cout << flowc::emit(compiled.flow, flowc::Target::api);
    }
    return result.diagnostics.has_errors() ? 1 : 0;
}
