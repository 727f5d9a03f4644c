#include "flowc/source_map.hpp"

#include <algorithm>
#include <tuple>

#include "source/digest.hpp"
#include "source_map/path.hpp"

namespace flowc {

using namespace source_map_detail;

SourceMap::Found SourceMap::find(std::string_view path) const {
    const std::string wanted = canonical(path);
    for (std::string_view here = wanted;; here = enclosing(here)) {
        const auto at =
            std::lower_bound(mappings.begin(), mappings.end(), here,
                             [](const Mapping& one, std::string_view other) { return comes_before(one.path, other); });
        if (at != mappings.end() && at->path == here) return {&*at, here.size() == wanted.size()};
        if (here.empty()) return {};
    }
}

const SourceMap::Mapping* SourceMap::at(std::string_view source, Position position) const {
    const auto order = [](Position place) { return std::tuple{place.line, place.column}; };
    const auto covers = [&](const Place& place) {
        return sources[place.source] == source && order(place.begin) <= order(position) &&
               order(position) < order(place.end);
    };
    const auto within = [&](const Place& inner, const Place& outer) {
        return order(outer.begin) <= order(inner.begin) && order(inner.end) <= order(outer.end) && inner != outer;
    };
    const Mapping* found = nullptr;
    for (const Mapping& one : mappings)
        if (covers(one.place) && (!found || within(one.place, found->place))) found = &one;
    return found;
}

std::vector<const SourceMap::Use*> SourceMap::uses_of(const Mapping& mapping) const {
    std::vector<const Use*> chain;
    for (std::uint32_t use = mapping.use; use < uses.size(); use = uses[use].outer) chain.push_back(&uses[use]);
    return chain;
}

bool SourceMap::speaks_of(std::string_view text) const { return digest(text) == sha256; }

namespace {

class Maker {
  public:
    Maker(const Flow& flow, const Sources& sources)
        : flow_(flow), sources_(sources), numbers_(sources.size(), unnumbered) {}

    SourceMap make() && {
        map_.flow = flow_.name;
        for (const Use& use : flow_.uses) map_.uses.push_back({place(use.step), use.outer});
        add(flow_.name_span, no_use);
        if (flow_.start < flow_.actions.size()) use_ = flow_.actions[flow_.start].use;
        add("StartAction", flow_.start_span);
        for (std::size_t i = 0; i < flow_.actions.size(); ++i) {
            path_ = "Actions";
            append_index(path_, i);
            action(flow_.actions[i]);
        }
        path_.clear();
        if (flow_.settings != no_node) inside("Settings", [&] { value(flow_.node(flow_.settings)); });
        std::stable_sort(map_.mappings.begin(), map_.mappings.end(),
                         [](const auto& a, const auto& b) { return comes_before(a.path, b.path); });
        return std::move(map_);
    }

  private:
    static constexpr std::uint32_t unnumbered = ~std::uint32_t{0};

    template <typename Body>
    void inside(std::string_view key, Body body) {
        const std::size_t length = path_.size();
        append_key(path_, key);
        body();
        path_.resize(length);
    }
    template <typename Body>
    void item(std::size_t index, Body body) {
        const std::size_t length = path_.size();
        append_index(path_, index);
        body();
        path_.resize(length);
    }

    SourceMap::Place place(Span span) {
        span = sources_.outermost(span);
        const FileId file = sources_.file_at(span.begin);
        if (numbers_[file] == unnumbered) {
            numbers_[file] = static_cast<std::uint32_t>(map_.sources.size());
            map_.sources.push_back(sources_.file(file).name());
        }
        return {numbers_[file], sources_.file(file).position(span.begin), sources_.file(file).position(span.end)};
    }

    /// An argument of a definition stands outside of it, and so do the targets behind the last step.
    UseId use_at(Span span, UseId use) const {
        while (use != no_use &&
               (span.begin < flow_.uses[use].definition.begin || span.begin >= flow_.uses[use].definition.end))
            use = flow_.uses[use].outer;
        return use;
    }

    void add(Span span, UseId use) { map_.mappings.push_back({path_, place(span), use_at(span, use)}); }
    void add(std::string_view key, Span span) {
        inside(key, [&] { add(span, use_); });
    }

    void action(const Action& one) {
        use_ = one.use;
        add(one.span, use_);
        add("Identifier", one.identifier_span);
        add("Type", one.type_span);
        inside("Parameters", [&] { members(flow_.node(one.parameters)); });
        inside("Transitions", [&] {
            std::size_t conditions = 0;
            std::size_t errors = 0;
            for (const Transition& each : flow_.transitions_of(one)) {
                if (each.kind == Transition::Kind::next) add("NextAction", each.span);
                if (each.kind == Transition::Kind::condition)
                    inside("Conditions", [&] { item(conditions++, [&] { condition(each); }); });
                if (each.kind == Transition::Kind::error)
                    inside("Errors", [&] { item(errors++, [&] { error(each); }); });
            }
        });
    }

    void condition(const Transition& branch) {
        add(branch.label_span, use_);
        add("NextAction", branch.span);
        inside("Condition", [&] {
            add("Operator", branch.label_span);
            inside("Operands", [&] { members(flow_.node(branch.operands)); });
        });
    }

    void error(const Transition& branch) {
        add(branch.label_span, use_);
        add("NextAction", branch.span);
        add("ErrorType", branch.label_span);
    }

    // Depth is bounded by the readers.
    void value(Node node) {
        add(node.span(), use_);
        members(node);
    }

    void members(Node node) {
        for (const Entry entry : node.entries()) inside(entry.key.text(), [&] { value(entry.value); });
        std::size_t index = 0;
        for (const Node each : node.items()) item(index++, [&] { value(each); });
    }

    const Flow& flow_;
    const Sources& sources_;
    std::vector<std::uint32_t> numbers_;  ///< by file: its place in the map's sources
    UseId use_ = no_use;                  ///< of the action at hand
    std::string path_;
    SourceMap map_;
};

}  // namespace

SourceMap source_map(const Flow& flow, const Sources& sources) { return Maker(flow, sources).make(); }

}  // namespace flowc
