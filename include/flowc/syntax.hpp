#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "flowc/export.hpp"
#include "flowc/source.hpp"

namespace FLOWC_PUBLIC flowc {

/// What stands at a place of a document. YAML scalars are always `string`: what a scalar means is
/// for the field that reads it to say. `alias` is a YAML alias, kept unexpanded.
enum class NodeKind : std::uint8_t { null, boolean, number, string, sequence, mapping, alias };

/// How a scalar was written. JSON strings are `double_quoted`; JSON literals are `plain`.
enum class Style : std::uint8_t { plain, single_quoted, double_quoted, literal, folded };

using NodeId = std::uint32_t;
inline constexpr NodeId no_node = ~NodeId{0};

/// One node. Children follow their parent in document order, a mapping's as key, value, key, value;
/// `after` is the id behind the node's last descendant.
struct SyntaxNode {
    SyntaxNode() = default;
    SyntaxNode(NodeKind kind, std::string_view value, Span place, Style style, NodeId behind)
        : text(value.data()), shape(shape_of(kind, style, value.size())), span(place), after(behind) {}

    NodeKind kind() const { return static_cast<NodeKind>((shape >> length_bits) & 7u); }
    Style style() const { return static_cast<Style>(shape >> (length_bits + 3)); }
    /// A scalar's value, decoded.
    std::string_view value() const { return {text, shape & longest}; }
    void set_value(std::string_view value) {
        text = value.data();
        shape = shape_of(kind(), style(), value.size());
    }

    static constexpr unsigned length_bits = 26;
    static constexpr std::uint32_t longest = (1u << length_bits) - 1;
    /// One word, written at once: who has written a node asks for it next, and would wait for a word that comes in parts.
    static constexpr std::uint32_t shape_of(NodeKind kind, Style style, std::size_t length) {
        return (static_cast<std::uint32_t>(length) & longest) | static_cast<std::uint32_t>(kind) << length_bits |
               static_cast<std::uint32_t>(style) << (length_bits + 3);
    }

    const char* text = nullptr;
    std::uint32_t shape = 0;  ///< the value's length, the kind and the style
    Span span;
    NodeId after = 0;
};
static_assert(sizeof(void*) != 8 || sizeof(SyntaxNode) == 24);

/// A tag or an anchor of a node, with its place.
struct NodeProperty {
    NodeId node;
    Span span;
    std::string_view tag;     ///< empty: none
    std::string_view anchor;  ///< empty: none
};

class SyntaxTree;
struct Entry;
template <class Child>
class Children;

/// A reference to a node of a tree, or to nothing: every question may be asked of an absent node
/// and answers with nothing, so that lookups chain.
class Node {
  public:
    Node() = default;
    Node(const SyntaxTree& tree, NodeId id) : tree_(&tree), id_(id) {}

    explicit operator bool() const { return tree_ != nullptr; }
    NodeId id() const { return tree_ ? id_ : no_node; }
    const SyntaxTree* tree() const { return tree_; }
    inline NodeKind kind() const;
    inline Style style() const;
    inline Span span() const;
    /// The value of a scalar; empty for a collection.
    inline std::string_view text() const;

    bool is_mapping() const { return tree_ && kind() == NodeKind::mapping; }
    bool is_sequence() const { return tree_ && kind() == NodeKind::sequence; }
    bool is_string() const { return tree_ && kind() == NodeKind::string; }
    bool is_scalar() const { return tree_ && kind() <= NodeKind::string; }

    /// Number of items of a sequence, or of entries of a mapping. Linear.
    std::size_t size() const;
    /// The value under `key`: the first, where a key stands twice. Linear.
    Node find(std::string_view key) const;
    /// The key node of `key`, for its place.
    Node find_key(std::string_view key) const;

    using Items = Children<Node>;
    using Entries = Children<Entry>;
    /// The items of a sequence; none for anything else.
    inline Items items() const;
    /// The entries `{key, value}` of a mapping; none for anything else.
    inline Entries entries() const;

  private:
    const SyntaxTree* tree_ = nullptr;
    NodeId id_ = no_node;
};

struct Entry {
    Node key;
    Node value;
};

/// What a collection holds, in order: the nodes of a sequence, the entries of a mapping. A `std::ranges::forward_range`, whose
/// iterators stay valid as long as the tree.
template <class Child>
class Children {
  public:
    class iterator {
      public:
        using value_type = Child;
        using reference = Child;
        using pointer = void;
        using difference_type = std::ptrdiff_t;
        using iterator_category =
            std::input_iterator_tag;  // of before C++20, which asks more of others for a reference
        using iterator_concept = std::forward_iterator_tag;

        iterator() = default;
        iterator(const SyntaxTree* tree, NodeId id) : tree_(tree), id_(id) {}
        inline Child operator*() const;
        inline iterator& operator++();
        iterator operator++(int) {
            const iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const iterator& a, const iterator& b) { return a.id_ == b.id_; }

      private:
        const SyntaxTree* tree_ = nullptr;
        NodeId id_ = 0;
    };

    Children(const SyntaxTree* tree, NodeId first, NodeId last) : tree_(tree), first_(first), last_(last) {}
    iterator begin() const { return {tree_, first_}; }
    iterator end() const { return {tree_, last_}; }
    bool empty() const { return first_ == last_; }

  private:
    const SyntaxTree* tree_;
    NodeId first_;
    NodeId last_;
};

/// A stream of documents, read from YAML or JSON, or built by the compiler: flat, in document
/// order. Scalars are views into the source's text or into the tree's own arena. Movable; views and
/// `Node`s stay valid when the tree moves into place before they are made.
class SyntaxTree {
    /// Leaves the nodes unwritten that a vector makes room for.
    struct Unwritten : std::allocator<SyntaxNode> {
        template <class>
        struct rebind {
            using other = Unwritten;
        };
        void construct(SyntaxNode*) {}
        template <class... Of>
        void construct(SyntaxNode* at, Of&&... of) {
            ::new (static_cast<void*>(at)) SyntaxNode(std::forward<Of>(of)...);
        }
    };

  public:
    SyntaxTree() = default;
    SyntaxTree(SyntaxTree&&) = default;
    SyntaxTree& operator=(SyntaxTree&&) = default;

    bool empty() const { return nodes_.empty(); }
    std::size_t size() const { return nodes_.size(); }
    const SyntaxNode& operator[](NodeId id) const { return nodes_[id]; }
    Node node(NodeId id) const { return id == no_node ? Node{} : Node{*this, id}; }
    /// The documents' root nodes.
    const std::vector<NodeId>& roots() const { return roots_; }
    /// Tags and anchors, by node.
    const std::vector<NodeProperty>& properties() const { return properties_; }
    /// Comments of a YAML text that begin with `flowc:`, in order.
    const std::vector<Span>& directives() const { return directives_; }

  private:
    friend class SyntaxBuilder;
    std::vector<SyntaxNode, Unwritten> nodes_;
    std::vector<NodeId> roots_;
    std::vector<NodeProperty> properties_;
    std::vector<Span> directives_;
    std::vector<std::unique_ptr<char[]>> arena_;
    std::size_t arena_used_ = 0;
    std::size_t arena_size_ = 0;
};

/// Writes a tree in document order: the readers and the compiler's lowering both use it.
class SyntaxBuilder {
  public:
    explicit SyntaxBuilder(SyntaxTree& tree) : tree_(&tree) {}

    /// The next node begins a document.
    void begin_document() { tree_->roots_.push_back(static_cast<NodeId>(tree_->nodes_.size())); }
    /// Forgets the document that was begun last, with all its nodes.
    void drop_document();
    /// `text` must outlive the tree: a view of the source, or the result of `keep`.
    inline NodeId scalar(NodeKind kind, std::string_view text, Span span, Style style = Style::plain);
    NodeId begin(NodeKind collection, Span span) { return scalar(collection, {}, span); }
    /// Closes the collection that `begin` opened; `end` is the offset behind its last byte.
    inline void end(NodeId collection, std::uint32_t end);
    void property(NodeProperty property) { tree_->properties_.push_back(property); }
    void directive(Span comment) { tree_->directives_.push_back(comment); }
    void reserve(std::size_t nodes) { tree_->nodes_.reserve(nodes); }
    /// So many nodes that the caller writes by himself, and `cut` leaves as many as there were.
    std::span<SyntaxNode> room(std::size_t nodes) {
        tree_->nodes_.resize(nodes);
        return tree_->nodes_;
    }
    void cut(std::size_t nodes) { tree_->nodes_.resize(nodes); }
    /// Copies `text` into the tree's arena.
    std::string_view keep(std::string_view text) { return keep({text}); }
    /// The same of several, one behind the other.
    std::string_view keep(std::initializer_list<std::string_view> parts);
    /// Where a text of up to `size` bytes may be written in the arena, and the first of them as what is kept. Nothing else
    /// is kept between the two.
    char* room_for_text(std::size_t size);
    std::string_view keep_written(std::size_t size);
    /// Replaces a scalar's value; `text` as for `scalar`.
    void set_text(NodeId scalar, std::string_view text);

  private:
    SyntaxTree* tree_;
};

NodeId SyntaxBuilder::scalar(NodeKind kind, std::string_view text, Span span, Style style) {
    const auto id = static_cast<NodeId>(tree_->nodes_.size());
    tree_->nodes_.emplace_back(kind, text, span, style, id + 1);
    return id;
}

void SyntaxBuilder::end(NodeId collection, std::uint32_t end) {
    SyntaxNode& node = tree_->nodes_[collection];
    node.span.end = end;
    node.after = static_cast<NodeId>(tree_->nodes_.size());
}

NodeKind Node::kind() const { return tree_ ? (*tree_)[id_].kind() : NodeKind::null; }
Style Node::style() const { return tree_ ? (*tree_)[id_].style() : Style::plain; }
Span Node::span() const { return tree_ ? (*tree_)[id_].span : Span{}; }
std::string_view Node::text() const { return tree_ ? (*tree_)[id_].value() : std::string_view{}; }

template <class Child>
Child Children<Child>::iterator::operator*() const {
    if constexpr (std::is_same_v<Child, Entry>) return {{*tree_, id_}, {*tree_, (*tree_)[id_].after}};
    else return {*tree_, id_};
}

template <class Child>
typename Children<Child>::iterator& Children<Child>::iterator::operator++() {
    id_ = (*tree_)[id_].after;
    if constexpr (std::is_same_v<Child, Entry>) id_ = (*tree_)[id_].after;
    return *this;
}

Node::Items Node::items() const {
    return is_sequence() ? Items{tree_, id_ + 1, (*tree_)[id_].after} : Items{tree_, 0, 0};
}
Node::Entries Node::entries() const {
    return is_mapping() ? Entries{tree_, id_ + 1, (*tree_)[id_].after} : Entries{tree_, 0, 0};
}

}  // namespace flowc
