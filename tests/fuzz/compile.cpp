#include <array>

#include "tests/fuzz/hold.hpp"
#include "tests/promises/promises.hpp"

namespace {

using flowc::Binding;

flowc::IncludedFile include(std::string_view path, std::string_view) {
    if (path != "shared.flow.yaml") return {std::string{path}, {}, "is not here"};
    return {
        std::string{path},
        "define: greeting\nparams: [who, done]\n"
        "steps: [{say: \"Welcome ${who}.\"}, {branch: channel, cases: {CHAT: \"${done}\", VOICE: quick}, else: next}]\n"
        "blocks: {quick: [{say: Quick.}, \"${done}\"]}\n"
        "---\ndefaults: {logging: on, on_error: end}\n",
        {}};
}

/// Names are bound in each way; with `arn` nobody knows any.
std::array<flowc::Environment, 4> environments() {
    std::array<flowc::Environment, 4> all;
    all[0].binding = Binding{Binding::Mode::placeholder, "<<{kind}:{name}>>"};
    all[1].binding = Binding{Binding::Mode::external, {}};
    all[2].binding = Binding{Binding::Mode::attributes, {}};
    all[3].binding = Binding{Binding::Mode::arn, {}};
    for (flowc::Environment& one : all)
        one.arns[flowc::ResourceKind::lambda]["mapper"] = "arn:aws:lambda:us-east-1:111122223333:function:mapper";
    return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto known = environments();
    flowc::CompileOptions options;
    options.include = include;
    options.values["town"] = "Rome";
    // The length chooses how names are bound, so that every seed is a flow file alone.
    options.environment = &known[size % known.size()];
    return flowc::fuzz::hold(flowc::promises::compiling(flowc::fuzz::text_of(data, size), options));
}
