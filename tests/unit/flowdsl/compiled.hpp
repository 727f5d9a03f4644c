#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "flowc/compile.hpp"

namespace flowc {

/// A text of one flow, compiled with placeholders for names, and its actions by identifier.
class Compiled {
  public:
    explicit Compiled(std::string text, Binding binding = {Binding::Mode::placeholder, "<<{name}>>"})
        : text_(std::move(text)) {
        Environment environment;
        environment.binding = std::move(binding);
        environment.arns[ResourceKind::lambda]["mapper"] = "arn:aws:lambda:us-east-1:123456789012:function:mapper";
        CompileOptions options;
        options.environment = &environment;
        result_ = compile({"t.flow.yaml", text_}, sources_, options);
    }
    /// The same under options of the test's own.
    Compiled(std::string text, const CompileOptions& options)
        : text_(std::move(text)), result_(compile({"t.flow.yaml", text_}, sources_, options)) {}

    bool compiled() const { return !result_.flows.empty(); }
    const Flow& flow(std::size_t number = 0) const { return result_.flows.at(number).flow; }
    std::size_t flows() const { return result_.flows.size(); }

    /// Every finding as `rule@line`, in order.
    std::string findings() const {
        std::string list;
        for (const Diagnostic& item : result_.diagnostics.items()) {
            if (!list.empty()) list += ' ';
            list += std::string{item.rule->id} + '@' +
                    std::to_string(sources_.file_of(item.span).position(item.span.begin).line);
        }
        return list;
    }
    /// The messages, each on a line.
    std::string messages() const {
        std::string list;
        for (const Diagnostic& item : result_.diagnostics.items()) list += item.message + '\n';
        return list;
    }

    const Sources& sources() const { return sources_; }
    const std::vector<Diagnostic>& items() const { return result_.diagnostics.items(); }

    const Action& action(std::string_view identifier) const {
        for (const Action& each : flow().actions)
            if (each.identifier == identifier) return each;
        throw std::out_of_range("no action is called " + std::string{identifier});
    }
    /// The identifiers in the order of the document.
    std::vector<std::string> identifiers() const {
        std::vector<std::string> names;
        for (const Action& each : flow().actions) names.emplace_back(each.identifier);
        return names;
    }
    /// A parameter by its dotted path.
    std::string parameter(std::string_view identifier, std::string_view path) const {
        Node node = flow().node(action(identifier).parameters);
        while (!path.empty()) {
            const std::size_t dot = path.find('.');
            node = node.find(path.substr(0, dot));
            path = dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1);
        }
        return std::string{node.text()};
    }
    /// Where an action leads: `next`, an error's type, or a condition's operand; empty: nowhere.
    std::string target(std::string_view identifier, std::string_view branch) const {
        for (const Transition& edge : flow().transitions_of(action(identifier))) {
            std::string_view name = edge.kind == Transition::Kind::next ? "next" : edge.label;
            if (edge.kind == Transition::Kind::condition)
                for (const Node operand : flow().node(edge.operands).items()) name = operand.text();
            if (name == branch) return std::string{edge.target_name};
        }
        return {};
    }

  private:
    std::string text_;
    Sources sources_;
    CompileResult result_;
};

}  // namespace flowc
