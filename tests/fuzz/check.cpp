#include "tests/fuzz/hold.hpp"
#include "tests/promises/promises.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    // The length chooses for which flow type a document is checked, so that every seed is the document alone.
    const auto types = flowc::flow_types();
    flowc::CheckOptions options;
    if (const std::size_t chosen = size % (types.size() + 1); chosen < types.size()) options.type = types[chosen].type;
    return flowc::fuzz::hold(flowc::promises::checking(flowc::fuzz::text_of(data, size), options));
}
