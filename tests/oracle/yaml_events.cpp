// What the reader of YAML makes of texts, for a comparison with another reader.
//
//   yaml_events < TEXTS
//
// Standard input holds the texts, each behind a line with its size in bytes. For each, one line of JSON is printed:
// {"errors": ["rule message", …], "documents": [[event, …], …]}. An event is
//   ["scalar", begin, end, anchor, tag, value, style]
//   ["alias", begin, end, name]
//   ["sequence", begin, end, anchor, tag] and ["mapping", …], and ["end"] behind what is in them
// with places as bytes of the text; `begin` is that of the anchor or the tag, where there is one.

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "syntax/read.hpp"

namespace {

using namespace flowc;
using nlohmann::json;

class Printer {
  public:
    Printer(const SyntaxTree& tree, std::uint32_t base) : tree_(tree), base_(base) {}

    json document(NodeId root) {
        events_ = json::array();
        add(tree_.node(root));
        return std::move(events_);
    }

  private:
    static const char* name_of(Style style) {
        switch (style) {
            case Style::single_quoted: return "'";
            case Style::double_quoted: return "\"";
            case Style::literal: return "|";
            case Style::folded: return ">";
            default: return "";
        }
    }

    void add(Node node) {
        std::uint32_t begin = node.span().begin;
        json anchor;
        json tag;
        for (; property_ < tree_.properties().size() && tree_.properties()[property_].node == node.id(); ++property_) {
            const NodeProperty& property = tree_.properties()[property_];
            begin = std::min(begin, property.span.begin);
            if (!property.anchor.empty()) anchor = property.anchor;
            if (!property.tag.empty()) tag = property.tag;
        }
        begin -= base_;
        const std::uint32_t end = node.span().end - base_;
        if (node.kind() == NodeKind::alias) {
            events_.push_back({"alias", begin, end, node.text()});
        } else if (node.is_scalar()) {
            events_.push_back({"scalar", begin, end, anchor, tag, node.text(), name_of(node.style())});
        } else {
            events_.push_back({node.is_mapping() ? "mapping" : "sequence", begin, end, anchor, tag});
            for (const Node item : node.items()) add(item);
            for (const auto [key, value] : node.entries()) {
                add(key);
                add(value);
            }
            events_.push_back({"end"});
        }
    }

    const SyntaxTree& tree_;
    std::uint32_t base_;
    std::size_t property_ = 0;
    json events_;
};

}  // namespace

int main() {
    std::string size;
    while (std::getline(std::cin, size)) {
        std::string text(std::stoul(size), '\0');
        std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
        Sources sources;
        const SourceFile& file = sources.file(sources.add("text", text));
        Diagnostics diagnostics;
        const SyntaxTree tree = read_yaml(file, diagnostics);
        json result{{"errors", json::array()}, {"documents", json::array()}};
        for (const Diagnostic& found : diagnostics.items()) {
            // A key that stands twice is a fault of what is said, not of how it is written.
            if (found.severity != Severity::error || found.rule->id == "duplicate-key") continue;
            result["errors"].push_back(std::string(found.rule->id) + ' ' + found.message);
        }
        Printer printer(tree, file.base());
        for (const NodeId root : tree.roots()) result["documents"].push_back(printer.document(root));
        std::cout << result.dump() << '\n';
    }
}
