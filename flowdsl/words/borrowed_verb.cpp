#include "flowdsl/words/borrowed_verb.hpp"

namespace flowc::dsl {

namespace {

struct Borrowed {
    std::string_view word;
    std::string_view instead;
};

constexpr std::string_view block_alone = "to go on in a block, write the block's name alone as a step";
constexpr std::string_view branch = "write `branch`, with `cases` below it";
constexpr std::string_view own_document = "it is a document of its own; set it off from the flow with `---`";

constexpr Borrowed borrowed[] = {
    {"goto", block_alone},      {"go_to", block_alone},
    {"jump", block_alone},      {"if", branch},
    {"switch", branch},         {"when", branch},
    {"include", own_document},  {"define", own_document},
    {"defaults", own_document}, {"disconnect", "write `hangup`"},
};

}  // namespace

std::string_view instead_of_borrowed_verb(std::string_view word) {
    for (const Borrowed& one : borrowed)
        if (one.word == word) return one.instead;
    return {};
}

}  // namespace flowc::dsl
