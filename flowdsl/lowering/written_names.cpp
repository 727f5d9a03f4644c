#include "flowdsl/lowering/written_names.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "rules/rule.hpp"

namespace flowc::dsl {

namespace {

/// What a rule says of one parameter begins so.
constexpr std::string_view of_a_map_key = "` of `";

bool speaks_of_a_value(const RuleInfo* rule) {
    static constexpr const RuleInfo* said[] = {
        &rules::item_count,        &rules::map_key,       &rules::not_a_number,     &rules::out_of_range,
        &rules::parameter_pattern, &rules::text_too_long, &rules::value_not_unique, &rules::wrong_resource};
    return std::find(std::begin(said), std::end(said), rule) != std::end(said);
}

}  // namespace

// Depth is bounded by the reader.
void WrittenNames::read(Node node, NodeId key) {
    const NodeId first = document_.id();
    written_[node.id() - first].key = key;
    for (const Node item : node.items()) read(item, key);
    for (const Entry entry : node.entries()) {
        read(entry.key, key);
        written_[entry.key.id() - first].is_key = true;
        read(entry.value, entry.key.id());
    }
}

NodeId WrittenNames::at(Span place) const {
    const SyntaxTree& tree = *document_.tree();
    NodeId first = document_.id(), count = tree[first].after - first;
    while (count > 1) {
        const NodeId half = count / 2;
        if (tree[first + half].span.begin <= place.begin) {
            first += half;
            count -= half;
        } else {
            count = half;
        }
    }
    // Of those that begin together the one that is meant as a whole.
    for (NodeId id = first; tree[id].span.begin == place.begin; --id) {
        if (tree[id].span == place) return id;
        if (id == document_.id()) break;
    }
    return first;
}

void WrittenNames::reword(Diagnostic& item) {
    if (!speaks_of_a_value(item.rule) || !document_.tree() || item.span.begin < document_.span().begin ||
        item.span.begin >= document_.span().end)
        return;
    std::size_t begin = 1;
    if (item.rule == &rules::map_key) {
        const std::size_t of = item.message.find(of_a_map_key);
        if (of == std::string::npos) return;
        begin = of + of_a_map_key.size();
    } else if (!item.message.starts_with('`')) {
        return;
    }
    const std::size_t end = item.message.find('`', begin);
    if (end == std::string::npos) return;
    if (written_.empty()) {
        written_.resize((*document_.tree())[document_.id()].after - document_.id());
        read(document_, no_node);
    }
    const auto written = [&](NodeId id) { return written_[id - document_.id()]; };
    const auto text = [&](NodeId id) { return document_.tree()->node(id).text(); };
    const NodeId place = at(item.span);
    NodeId key = written(place).is_key ? place : written(place).key;
    if (item.rule == &rules::map_key && key != no_node) {
        item.span = (*document_.tree())[key].span;
        key = written(key).key;
    }
    // `{arn: …}` is a way to write a name.
    if (key != no_node && text(key) == "arn") key = written(key).key;
    const std::string_view name = std::string_view{item.message}.substr(begin, end - begin);
    // Where parameters are written by their names they keep them.
    for (NodeId id = key; id != no_node; id = written(id).key)
        if (text(id) == name) return;
    if (key != no_node) item.message.replace(begin, end - begin, text(key));
}

}  // namespace flowc::dsl
