#include "syntax/json_tokens.hpp"

#include <simdjson.h>

#include <new>

namespace flowc::json {

Tokens::Tokens(std::string_view text) {
    // Depth is what the second pass would need, which is not asked for.
    constexpr std::size_t depth = 1;
    const auto* implementation = simdjson::get_active_implementation().operator->();
    if (implementation->create_dom_parser_implementation(text.size(), depth, parser_) != simdjson::SUCCESS)
        throw std::bad_alloc();
    good_ = parser_->stage1(reinterpret_cast<const std::uint8_t*>(text.data()), text.size(),
                            simdjson::stage1_mode::regular) == simdjson::SUCCESS;
}

Tokens::~Tokens() = default;

std::size_t Tokens::size() const { return parser_->n_structural_indexes; }

const std::uint32_t* Tokens::begin() const { return parser_->structural_indexes.get(); }

}  // namespace flowc::json
