#include "write_file.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace catalogue_gen {

bool write_file(const std::string& path, const std::string& text) {
    std::error_code failure;
    std::filesystem::create_directories(std::filesystem::path(path).parent_path(), failure);
    {
        std::ifstream old(path, std::ios::binary);
        if (old && std::string{std::istreambuf_iterator<char>(old), std::istreambuf_iterator<char>()} == text)
            return true;
    }
    std::ofstream stream(path, std::ios::binary | std::ios::trunc);
    stream << text;
    stream.close();
    return !stream.fail();
}

}  // namespace catalogue_gen
