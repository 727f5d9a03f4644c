#include "syntax/json_tokens.hpp"

#include <simdjson.h>

#include <new>
#include <utility>

namespace flowc::json {

namespace {

using Parser = std::unique_ptr<simdjson::internal::dom_parser_implementation>;

/// What a thread reads its next text with: the memory for the places of tokens is four times the text.
Parser& kept() {
    static thread_local Parser parser;
    return parser;
}
/// Of longer texts it is given back.
constexpr std::size_t longest_kept = 64 * 1024;

Parser parser_for(std::size_t size) {
    // Depth is what the second pass would need, which is not asked for.
    constexpr std::size_t depth = 1;
    Parser parser = std::move(kept());
    if (parser && parser->capacity() >= size) return parser;
    const auto* implementation = simdjson::get_active_implementation().operator->();
    if (implementation->create_dom_parser_implementation(size, depth, parser) != simdjson::SUCCESS)
        throw std::bad_alloc();
    return parser;
}

}  // namespace

Tokens::Tokens(std::string_view text) : parser_(parser_for(text.size())) {
    good_ = parser_->stage1(reinterpret_cast<const std::uint8_t*>(text.data()), text.size(),
                            simdjson::stage1_mode::regular) == simdjson::SUCCESS;
}

Tokens::~Tokens() {
    if (parser_->capacity() <= longest_kept) kept() = std::move(parser_);
}

std::size_t Tokens::size() const { return parser_->n_structural_indexes; }

const std::uint32_t* Tokens::begin() const { return parser_->structural_indexes.get(); }

char* Tokens::decode(const char* inside, char* to) const {
    static_assert(padding >= simdjson::SIMDJSON_PADDING);
    const auto decoded = [](const auto& parser, const std::uint8_t* from, std::uint8_t* into) {
        // Later versions are asked whether half a surrogate pair is to be replaced.
        if constexpr (requires { parser.parse_string(from, into, false); })
            return parser.parse_string(from, into, false);
        else return parser.parse_string(from, into);
    };
    return reinterpret_cast<char*>(
        decoded(*parser_, reinterpret_cast<const std::uint8_t*>(inside), reinterpret_cast<std::uint8_t*>(to)));
}

}  // namespace flowc::json
