// Writes the man pages and the completions of the command line: manual_gen FOLDER VERSION
#include <filesystem>
#include <fstream>
#include <iostream>

#include "completion.hpp"
#include "man_page.hpp"

namespace {

bool write(const std::filesystem::path& path, const std::string& text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary);
    file << text << std::flush;
    if (!file) std::cerr << path.string() << " cannot be written\n";
    return file.good();
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::cerr << "usage: manual_gen FOLDER VERSION\n";
        return 3;
    }
    const std::filesystem::path folder = arguments[1];
    const std::string version = arguments[2];
    const std::vector<manual_gen::DescribedVerb> verbs = manual_gen::described_verbs();
    bool written = write(folder / "flowc.1", manual_gen::man_page(verbs, version)) &&
                   write(folder / "flowc.bash", manual_gen::bash_completion(verbs)) &&
                   write(folder / "_flowc", manual_gen::zsh_completion(verbs)) &&
                   write(folder / "flowc.fish", manual_gen::fish_completion(verbs));
    for (const manual_gen::DescribedVerb& verb : verbs)
        written =
            written && write(folder / ("flowc-" + std::string(verb.name) + ".1"), manual_gen::man_page(verb, version));
    return written ? 0 : 2;
}
