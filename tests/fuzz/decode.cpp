#include "tests/fuzz/hold.hpp"
#include "tests/promises/promises.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return flowc::fuzz::hold(flowc::promises::decoding(flowc::fuzz::text_of(data, size)));
}
