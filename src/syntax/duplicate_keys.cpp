#include "syntax/duplicate_keys.hpp"

#include <algorithm>
#include <functional>
#include <string>

#include "diagnostics/suggest.hpp"
#include "syntax/text_rules.hpp"

namespace flowc {

namespace {

/// More would help nobody, and a hostile file holds millions.
constexpr std::size_t most_reports = 100;

struct Key {
    std::string_view text;
    std::size_t hash;
    NodeId node;
};

class DuplicateKeys {
  public:
    DuplicateKeys(const SyntaxTree& tree, Diagnostics& diagnostics) : tree_(tree), diagnostics_(diagnostics) {}

    void check(NodeId mapping) {
        keys_.clear();
        keys_.reserve(pairwise);
        for (NodeId id = mapping + 1; id != tree_[mapping].after; id = tree_[tree_[id].after].after) {
            const Node key{tree_, id};
            if (key.is_scalar()) keys_.push_back({key.text(), ends_of(key.text()), id});
        }
        if (keys_.size() <= pairwise) {
            check_few();
        } else {
            check_many();
        }
    }

  private:
    static constexpr std::size_t pairwise = 12;

    /// Tells most keys of a small mapping apart without a look at their text.
    static std::size_t ends_of(std::string_view text) {
        if (text.empty()) return 0;
        return text.size() << 16 | static_cast<std::size_t>(static_cast<unsigned char>(text.front())) << 8 |
               static_cast<unsigned char>(text.back());
    }

    void check_few() {
        for (std::size_t i = 1; i < keys_.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (keys_[i].hash == keys_[j].hash && keys_[i].text == keys_[j].text) {
                    report(keys_[i], keys_[j]);
                    break;
                }
            }
        }
    }

    void check_many() {
        for (Key& key : keys_) key.hash = std::hash<std::string_view>{}(key.text);
        std::sort(keys_.begin(), keys_.end(), [](const Key& a, const Key& b) {
            if (a.hash != b.hash) return a.hash < b.hash;
            const int order = a.text.compare(b.text);
            return order != 0 ? order < 0 : a.node < b.node;
        });
        const Key* first = &keys_[0];
        for (std::size_t i = 1; i < keys_.size(); ++i) {
            if (keys_[i].hash == first->hash && keys_[i].text == first->text) {
                report(keys_[i], *first);
            } else {
                first = &keys_[i];
            }
        }
    }

    void report(const Key& second, const Key& first) {
        if (reports_ == most_reports) return;
        ++reports_;
        std::string message = "key " + quote(second.text) + " stands twice";
        message += reports_ == most_reports ? "; further ones are not shown" : "; remove one of the two";
        diagnostics_.report(rules::duplicate_key, tree_[second.node].span, std::move(message))
            .labels.push_back({tree_[first.node].span, "the first one stands here"});
    }

    const SyntaxTree& tree_;
    Diagnostics& diagnostics_;
    std::vector<Key> keys_;
    std::size_t reports_ = 0;
};

}  // namespace

void report_duplicate_keys(const SyntaxTree& tree, Diagnostics& diagnostics) {
    std::vector<NodeId> doubtful;
    KeySketch sketch;
    for (NodeId id = 0; id < tree.size(); ++id) {
        sketch.clear();
        bool repeats = false;
        for (const auto [key, value] : tree.node(id).entries()) repeats |= sketch.add(key.text());
        if (repeats) doubtful.push_back(id);
    }
    report_duplicate_keys(tree, doubtful, diagnostics);
}

void report_duplicate_keys(const SyntaxTree& tree, std::span<const NodeId> mappings, Diagnostics& diagnostics) {
    DuplicateKeys keys(tree, diagnostics);
    for (const NodeId id : mappings) keys.check(id);
}

}  // namespace flowc
