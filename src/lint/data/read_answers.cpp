#include "lint/data/read_answers.hpp"

namespace flowc::lint {

std::uint64_t read_answers(const Lint& lint) {
    std::uint64_t read = 0;
    if (!lint.reads(Space::external)) return read;
    for (const Use& use : lint.uses)
        if (is_answer(use)) read |= lint.answers.latest(use.action);
    return read;
}

}  // namespace flowc::lint
