#include <bit>
#include <vector>

#include "flowc/catalogue.hpp"
#include "source/same_text.hpp"
#include "source/text_hash.hpp"

namespace flowc {
namespace {

/// The rows by their names: the type of every action is looked up.
class RowsByName {
  public:
    explicit RowsByName(std::span<const ActionInfo> rows) : slots_(std::bit_ceil(rows.size() * 4)) {
        for (const ActionInfo& row : rows) slots_[slot_of(row.name)] = &row;
    }
    const ActionInfo* find(std::string_view name) const { return slots_[slot_of(name)]; }

  private:
    /// The slot that holds the name, or the free one where it belongs.
    std::size_t slot_of(std::string_view name) const {
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = text_hash(name) & mask;
        while (slots_[at] && !same_text(slots_[at]->name, name)) at = (at + 1) & mask;
        return at;
    }

    std::vector<const ActionInfo*> slots_;
};

}  // namespace

const ActionInfo* find_action(std::string_view name) {
    static const RowsByName rows(actions());
    return rows.find(name);
}

const ParameterInfo* find_parameter(std::span<const ParameterInfo> parameters, std::string_view name) {
    if (name.empty()) return nullptr;
    const std::uint32_t sign = sign_of(name);
    for (const ParameterInfo& parameter : parameters)
        if (parameter.sign == sign && same_text(parameter.name, name)) return &parameter;
    return nullptr;
}

}  // namespace flowc
