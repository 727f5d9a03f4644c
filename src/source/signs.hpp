#pragma once

#include "source/byte_groups.hpp"

namespace flowc {

/// Which of the signs stand in a text by which references, placeholders and credentials are told, found in one look at it.
/// Most texts that are spoken have none.
class Signs {
  public:
    enum Sign : unsigned {
        angle = 1u << 0,
        dollar = 1u << 1,
        brace = 1u << 2,
        percent = 1u << 3,
        underscore = 1u << 4,
        hash = 1u << 5,
        bracket = 1u << 6,
        at_sign = 1u << 7,
        digit = 1u << 8,
        dash = 1u << 9,
        capital_a = 1u << 10,
        capital_i = 1u << 11,
        capital_b = 1u << 12,
        capital_g_j = 1u << 13,
        colon = 1u << 14,
        equals = 1u << 15,
        space = 1u << 16,
        backtick = 1u << 17
    };
    /// One of these stands in whatever is filled in later.
    static constexpr unsigned opening = angle | dollar | brace | percent | underscore | hash | bracket | at_sign;

    explicit Signs(std::string_view text) : seen_(groups_.in(text)) {}
    /// Those that `bits` has kept.
    static constexpr Signs of(std::uint32_t bits) { return Signs(bits); }
    constexpr std::uint32_t bits() const { return seen_; }

    /// Whether any of these signs stands there.
    constexpr bool has(unsigned signs) const { return (seen_ & signs) != 0; }

  private:
    constexpr explicit Signs(std::uint32_t bits) : seen_(bits) {}

    static constexpr ByteGroups groups_{{angle, "<"},          {dollar, "$"},       {brace, "{"},     {percent, "%"},
                                        {underscore, "_"},     {hash, "#"},         {bracket, "["},   {at_sign, "@"},
                                        {digit, "0123456789"}, {dash, "-"},         {capital_a, "A"}, {capital_i, "I"},
                                        {capital_b, "B"},      {capital_g_j, "GJ"}, {colon, ":"},     {equals, "="},
                                        {space, " "},          {backtick, "`"}};

    std::uint32_t seen_;
};

}  // namespace flowc
