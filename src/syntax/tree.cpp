#include <algorithm>

#include "flowc/syntax.hpp"
#include "source/same_text.hpp"

namespace flowc {

std::size_t Node::size() const {
    if (!is_mapping() && !is_sequence()) return 0;
    std::size_t children = 0;
    const NodeId last = (*tree_)[id_].after;
    for (NodeId child = id_ + 1; child != last; child = (*tree_)[child].after) ++children;
    return is_mapping() ? children / 2 : children;
}

Node Node::find_key(std::string_view key) const {
    for (const Entry entry : entries()) {
        const std::string_view text = entry.key.text();
        // The first letter tells most keys apart, and costs no call.
        if (text.size() != key.size() || (!key.empty() && text.front() != key.front())) continue;
        if (entry.key.is_scalar() && same_text(text, key)) return entry.key;
    }
    return {};
}

Node Node::find(std::string_view key) const {
    const Node found = find_key(key);
    return found ? Node{*tree_, (*tree_)[found.id()].after} : Node{};
}

void SyntaxBuilder::drop_document() {
    if (tree_->roots_.empty()) return;
    const NodeId root = tree_->roots_.back();
    tree_->roots_.pop_back();
    tree_->nodes_.resize(root);
    std::vector<NodeProperty>& properties = tree_->properties_;
    while (!properties.empty() && properties.back().node >= root) properties.pop_back();
}

char* SyntaxBuilder::room_for_text(std::size_t size) {
    constexpr std::size_t first_block = 1024;
    constexpr std::size_t largest_block = std::size_t{1} << 20;
    if (tree_->arena_size_ - tree_->arena_used_ < size) {
        const std::size_t doubled = std::clamp(tree_->arena_size_ * 2, first_block, largest_block);
        const std::size_t block = std::max(doubled, size);
        tree_->arena_.push_back(std::make_unique_for_overwrite<char[]>(block));
        tree_->arena_size_ = block;
        tree_->arena_used_ = 0;
    }
    return tree_->arena_.back().get() + tree_->arena_used_;
}

std::string_view SyntaxBuilder::keep_written(std::size_t size) {
    const char* const text = tree_->arena_.back().get() + tree_->arena_used_;
    tree_->arena_used_ += size;
    return {text, size};
}

std::string_view SyntaxBuilder::keep(std::initializer_list<std::string_view> parts) {
    std::size_t length = 0;
    for (const std::string_view part : parts) length += part.size();
    if (length == 0) return {};
    char* to = room_for_text(length);
    for (const std::string_view part : parts) to = std::copy(part.begin(), part.end(), to);
    return keep_written(length);
}

void SyntaxBuilder::set_text(NodeId scalar, std::string_view text) { tree_->nodes_[scalar].set_value(text); }

}  // namespace flowc
