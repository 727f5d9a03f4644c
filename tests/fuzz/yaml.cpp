#include "tests/fuzz/hold.hpp"
#include "tests/promises/promises.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return flowc::fuzz::hold(flowc::promises::reading_yaml(flowc::fuzz::text_of(data, size)));
}
