#include "pattern.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "pattern_syntax.hpp"

namespace catalogue_gen {
namespace {

constexpr std::size_t most_steps = 50000;
constexpr std::size_t most_states = 5000;

/// A non-deterministic automaton in Thompson's form: each step reads bytes or goes on for nothing.
struct Machine {
    struct Step {
        Bytes bytes;
        std::size_t target = 0;
        std::vector<std::size_t> free;
    };
    std::vector<Step> steps;

    std::size_t add() {
        steps.emplace_back();
        return steps.size() - 1;
    }

    /// Appends what the node matches after `from` and returns where it ends.
    std::size_t append(const PatternNode& node, std::size_t from) {
        if (steps.size() > most_steps) return from;
        switch (node.kind) {
            case PatternNode::Kind::bytes: {
                const std::size_t read = add();
                const std::size_t end = add();
                steps[from].free.push_back(read);
                steps[read].bytes = node.bytes;
                steps[read].target = end;
                return end;
            }
            case PatternNode::Kind::sequence:
                for (const PatternNode& child : node.children) from = append(child, from);
                return from;
            case PatternNode::Kind::alternatives: {
                const std::size_t end = add();
                for (const PatternNode& child : node.children) {
                    const std::size_t start = add();
                    steps[from].free.push_back(start);
                    const std::size_t last = append(child, start);
                    steps[last].free.push_back(end);
                }
                return end;
            }
            case PatternNode::Kind::repeat: return append_repeat(node, from);
        }
        return from;
    }

  private:
    std::size_t append_repeat(const PatternNode& node, std::size_t from) {
        const PatternNode& child = node.children.front();
        for (unsigned i = 0; i < node.min; ++i) from = append(child, from);
        const std::size_t end = add();
        if (!node.max) {
            const std::size_t start = add();
            steps[from].free.push_back(start);
            const std::size_t last = append(child, start);
            steps[last].free.push_back(start);
            steps[start].free.push_back(end);
            return end;
        }
        for (unsigned i = node.min; i < *node.max; ++i) {
            steps[from].free.push_back(end);
            from = append(child, from);
        }
        steps[from].free.push_back(end);
        return end;
    }
};

using Set = std::set<std::size_t>;

Set closure(const Machine& machine, Set set) {
    std::vector<std::size_t> open(set.begin(), set.end());
    while (!open.empty()) {
        const std::size_t step = open.back();
        open.pop_back();
        for (const std::size_t next : machine.steps[step].free) {
            if (set.insert(next).second) open.push_back(next);
        }
    }
    return set;
}

/// Bytes that no step tells apart share a column.
void fill_classes(const Machine& machine, CompiledPattern& result) {
    std::vector<Bytes> distinct;
    for (const auto& step : machine.steps) {
        if (step.bytes.any() && std::find(distinct.begin(), distinct.end(), step.bytes) == distinct.end()) {
            distinct.push_back(step.bytes);
        }
    }
    std::map<std::vector<bool>, std::uint8_t> columns;
    for (std::size_t byte = 0; byte < 256; ++byte) {
        std::vector<bool> signature;
        for (const Bytes& bytes : distinct) signature.push_back(bytes.test(byte));
        const auto column = static_cast<std::uint8_t>(columns.size());
        result.classes[byte] = columns.emplace(std::move(signature), column).first->second;
    }
    result.width = columns.size();
}

bool determinise(const Machine& machine, std::size_t start, std::size_t end, CompiledPattern& result) {
    std::vector<std::size_t> sample(result.width);
    for (std::size_t byte = 0; byte < 256; ++byte) sample[result.classes[byte]] = byte;

    std::map<Set, std::uint16_t> ids{{Set{}, std::uint16_t{0}}};
    std::vector<Set> order{Set{}, closure(machine, {start})};
    ids.emplace(order[1], std::uint16_t{1});
    for (std::size_t state = 0; state < order.size(); ++state) {
        if (order.size() > most_states) return false;
        for (std::size_t column = 0; column < result.width; ++column) {
            Set targets;
            for (const std::size_t step : order[state]) {
                if (machine.steps[step].bytes.test(sample[column])) targets.insert(machine.steps[step].target);
            }
            Set closed = closure(machine, std::move(targets));
            const auto [found, is_new] = ids.emplace(closed, static_cast<std::uint16_t>(order.size()));
            if (is_new) order.push_back(std::move(closed));
            result.next.push_back(found->second);
        }
    }
    for (const Set& set : order) result.accepting.push_back(set.contains(end));
    return true;
}

/// Moore: states that no text tells apart become one. Dead stays 0 and the start 1.
void minimise(CompiledPattern& dfa) {
    const std::size_t states = dfa.accepting.size();
    std::vector<std::size_t> group(states);
    std::size_t groups = 0;
    for (std::size_t i = 0; i < states; ++i) group[i] = dfa.accepting[i] ? 1u : 0u;
    while (true) {
        std::map<std::vector<std::size_t>, std::size_t> ids;
        std::vector<std::size_t> refined(states);
        for (std::size_t i = 0; i < states; ++i) {
            std::vector<std::size_t> signature{group[i]};
            for (std::size_t c = 0; c < dfa.width; ++c) signature.push_back(group[dfa.next[i * dfa.width + c]]);
            refined[i] = ids.emplace(std::move(signature), ids.size()).first->second;
        }
        group = std::move(refined);
        if (ids.size() == groups) break;
        groups = ids.size();
    }
    CompiledPattern small;
    small.classes = dfa.classes;
    small.width = dfa.width;
    small.accepting.resize(groups);
    small.next.resize(groups * dfa.width);
    for (std::size_t i = 0; i < states; ++i) {
        small.accepting[group[i]] = dfa.accepting[i];
        for (std::size_t c = 0; c < dfa.width; ++c) {
            small.next[group[i] * dfa.width + c] = static_cast<std::uint16_t>(group[dfa.next[i * dfa.width + c]]);
        }
    }
    dfa = std::move(small);
}

}  // namespace

CompiledPattern compile_pattern(std::string_view pattern) {
    CompiledPattern result;
    ParsedPattern parsed = parse_pattern(pattern);
    result.problem = parsed.problem;
    if (!result.problem.empty()) return result;

    Machine machine;
    const std::size_t start = machine.add();
    const std::size_t end = machine.append(parsed.node, start);
    if (parsed.open_end) {
        Machine::Step& last = machine.steps[end];
        last.bytes.set();
        last.target = end;
    }
    if (machine.steps.size() > most_steps) {
        result.problem = "the pattern is too large";
        return result;
    }
    fill_classes(machine, result);
    if (!determinise(machine, start, end, result)) {
        result.problem = "the pattern needs too many states";
        return result;
    }
    minimise(result);
    if (result.accepting.size() < 2) result.problem = "the pattern matches nothing";
    return result;
}

}  // namespace catalogue_gen
