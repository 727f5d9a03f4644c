#include "source/digest.hpp"

#include <sha2.h>

#include <array>
#include <cstdint>

namespace flowc {

std::string digest(std::string_view text) {
    std::array<char, SHA256_DIGEST_STRING_LENGTH> digits{};
    SHA256Data(reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), digits.data());
    return digits.data();
}

}  // namespace flowc
