#include <algorithm>
#include <charconv>
#include <utility>

#include "flowc/source_map.hpp"
#include "source_map/path.hpp"
#include "syntax/read.hpp"

namespace flowc {

namespace {

/// Reads the file's object and keeps in mind whether all of it had its form.
class Reader {
  public:
    bool read(Node root) {
        sound_ = root.find("version").kind() == NodeKind::number && root.find("version").text() == "1";
        map.flow = text(root.find("flow"));
        map.file = text(root.find("file"));
        map.document = text(root.find("document"));
        map.sha256 = text(root.find("sha256"));
        for (const Node name : list(root.find("sources"))) map.sources.push_back(text(name));
        for (const Node row : list(root.find("uses"))) {
            const Row numbers = read_row(row, 0);
            map.uses.push_back({numbers.place, numbers.use});
        }
        for (const Node row : list(root.find("mappings"))) {
            const Row numbers = read_row(row, 1);
            map.mappings.push_back(
                {row.size() > 0 ? text(*row.items().begin()) : std::string{}, numbers.place, numbers.use});
        }
        std::stable_sort(map.mappings.begin(), map.mappings.end(),
                         [](const auto& a, const auto& b) { return source_map_detail::comes_before(a.path, b.path); });
        return sound_;
    }

    SourceMap map;

  private:
    struct Row {
        SourceMap::Place place;
        std::uint32_t use = SourceMap::no_use;
    };

    void need(bool holds) { sound_ = sound_ && holds; }

    std::string text(Node node) {
        need(node.is_string());
        return std::string{node.text()};
    }

    Node::Items list(Node node) {
        need(node.is_sequence());
        return node.items();
    }

    std::uint32_t number(Node node) {
        std::uint32_t value = 0;
        const std::string_view digits = node.text();
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        need(node.kind() == NodeKind::number && error == std::errc{} && end == digits.data() + digits.size());
        return value;
    }

    /// A place and, where there is one, a use: one that stands in the map already, so that uses lead to an end.
    Row read_row(Node row, std::size_t first) {
        std::vector<std::uint32_t> numbers;
        std::size_t index = 0;
        for (const Node item : list(row))
            if (index++ >= first) numbers.push_back(number(item));
        need(numbers.size() == 5 || numbers.size() == 6);
        numbers.resize(6, SourceMap::no_use);
        need(numbers[0] < map.sources.size() && (numbers[5] == SourceMap::no_use || numbers[5] < map.uses.size()));
        return {{numbers[0], {numbers[1], numbers[2]}, {numbers[3], numbers[4]}}, numbers[5]};
    }

    bool sound_ = true;
};

}  // namespace

bool read_source_map(std::string_view text, SourceMap& map) {
    const SourceFile file{{}, text, 0};
    Diagnostics faults;
    const SyntaxTree tree = read_json(file, faults);
    Reader reader;
    if (tree.roots().empty() || !reader.read(tree.node(tree.roots().front()))) return false;
    map = std::move(reader.map);
    return true;
}

}  // namespace flowc
