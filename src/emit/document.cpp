#include "emit/document.hpp"

#include "flowc/emit.hpp"
#include "ir/placeholder.hpp"

namespace flowc::emit_detail {

namespace {

class Document {
  public:
    Document(JsonWriter& out, const Flow& flow) : flow_(flow), out_(out) {}

    void write(Header header) {
        out_.begin_object();
        out_.member("Version", "2019-10-30");
        out_.member("StartAction", name_of(flow_.start, flow_.start_name));
        out_.key("Metadata");
        metadata(header);
        out_.key("Actions");
        actions();
        settings();
        out_.end_object();
    }

  private:
    std::string_view name_of(ActionId action, std::string_view as_written) const {
        return action < flow_.actions.size() ? flow_.actions[action].identifier : as_written;
    }

    void place(std::string_view name, Point point) {
        out_.key(name);
        out_.begin_object();
        out_.member("x", point.x);
        out_.member("y", point.y);
        out_.end_object();
    }

    /// The designer shows an identifier as the block's name only where `isFriendlyName` stands beside it, and
    /// reads lower-camel keys only: with capitals all blocks lie at the origin.
    void metadata(Header header) {
        const std::vector<Point> places = lay_out(flow_);
        out_.begin_object();
        place("entryPointPosition", {20, 20});
        out_.key("ActionMetadata");
        out_.begin_object();
        for (std::size_t i = 0; i < flow_.actions.size(); ++i) {
            out_.key(flow_.actions[i].identifier);
            out_.begin_object();
            place("position", places[i]);
            out_.key("isFriendlyName");
            out_.plain("true");
            out_.end_object();
        }
        out_.end_object();
        if (header == Header::console) console_header();
        out_.end_object();
    }

    void console_header() {
        out_.key("Annotations");
        out_.begin_array();
        out_.end_array();
        out_.member("name", flow_.name);
        out_.member("description", flow_.description);
        if (flow_.type != FlowType::unknown && !info(flow_.type).console.empty()) {
            out_.member("type", info(flow_.type).console);
        }
        out_.member("status", "saved");
        out_.key("hash");
        out_.begin_object();
        out_.end_object();
    }

    void actions() {
        const Node list = written(flow_.document, "Actions");
        if (is_opaque(list)) return value(list);
        out_.begin_array();
        for (const Action& one : flow_.actions) action(one);
        for (const Node item : list.items()) {
            if (is_opaque(item)) value(item);
        }
        out_.end_array();
    }

    /// A part of the document that the flow was read from; a placeholder may stand for it, of which the flow knows nothing.
    Node written(NodeId whole, std::string_view part) const {
        return whole == no_node ? Node() : flow_.node(whole).find(part);
    }

    void action(const Action& one) {
        out_.begin_object();
        out_.member("Identifier", one.identifier);
        out_.member("Type", one.type_name);
        out_.key("Parameters");
        if (one.parameters == no_node) {
            out_.begin_object();
            out_.end_object();
        } else {
            value(flow_.node(one.parameters));
        }
        out_.key("Transitions");
        transitions(one);
        out_.end_object();
    }

    void next_action(const Transition& transition) {
        out_.member("NextAction", name_of(transition.target, transition.target_name));
    }

    void transitions(const Action& one) {
        const Node whole = one.transitions == no_node ? Node() : flow_.node(one.transitions);
        if (is_opaque(whole)) return value(whole);
        const std::span<const Transition> all = flow_.transitions_of(one);
        out_.begin_object();
        for (const Transition& transition : all) {
            if (transition.kind == Transition::Kind::next) next_action(transition);
        }
        list("Conditions", Transition::Kind::condition, all, whole.find("Conditions"));
        list("Errors", Transition::Kind::error, all, whole.find("Errors"));
        out_.end_object();
    }

    void list(std::string_view name, Transition::Kind kind, std::span<const Transition> all, Node as_written) {
        if (is_opaque(as_written)) {
            out_.key(name);
            return value(as_written);
        }
        bool begun = false;
        const auto begin = [&] {
            if (begun) return;
            out_.key(name);
            out_.begin_array();
            begun = true;
        };
        for (const Transition& one : all) {
            if (one.kind != kind) continue;
            begin();
            branch(one);
        }
        for (const Node item : as_written.items()) {
            if (!is_opaque(item)) continue;
            begin();
            value(item);
        }
        if (begun) out_.end_array();
    }

    void branch(const Transition& transition) {
        out_.begin_object();
        next_action(transition);
        if (transition.kind == Transition::Kind::error) {
            out_.member("ErrorType", transition.label);
        } else {
            out_.key("Condition");
            condition(transition);
        }
        out_.end_object();
    }

    void condition(const Transition& transition) {
        const Node whole = written(transition.node, "Condition");
        if (is_opaque(whole)) return value(whole);
        out_.begin_object();
        out_.member("Operator", transition.label);
        out_.key("Operands");
        if (transition.operands == no_node) {
            out_.begin_array();
            out_.end_array();
        } else {
            value(flow_.node(transition.operands));
        }
        out_.end_object();
    }

    /// The service refuses a module without `Settings`, and reads nothing from them.
    void settings() {
        if (flow_.settings != no_node) {
            out_.key("Settings");
            value(flow_.node(flow_.settings));
        } else if (flow_.type == FlowType::module) {
            out_.key("Settings");
            out_.begin_object();
            for (const std::string_view name : {"InputParameters", "OutputParameters", "Transitions"}) {
                out_.key(name);
                out_.begin_array();
                out_.end_array();
            }
            out_.end_object();
        }
    }

    /// Recursion is safe: the readers refuse what is nested deeper than 128.
    void value(Node node) {
        switch (node.kind()) {
            case NodeKind::mapping:
                out_.begin_object();
                for (const Entry entry : node.entries()) {
                    out_.key(entry.key.text());
                    value(entry.value);
                }
                out_.end_object();
                break;
            case NodeKind::sequence:
                out_.begin_array();
                for (const Node item : node.items()) value(item);
                out_.end_array();
                break;
            case NodeKind::string: out_.text(node.text()); break;
            case NodeKind::number:
            case NodeKind::boolean: out_.plain(node.text()); break;
            case NodeKind::null:
            case NodeKind::alias: out_.plain("null"); break;
        }
    }

    const Flow& flow_;
    JsonWriter& out_;
};

}  // namespace

std::size_t usual_size(const Flow& flow) {
    constexpr std::size_t usual_action = 512;  // with its place
    return flow.actions.size() * usual_action;
}

void write_document(JsonWriter& out, const Flow& flow, Header header) { Document(out, flow).write(header); }

std::string document(const Flow& flow, Header header, JsonWriter::Form form) {
    JsonWriter out(form, usual_size(flow));
    write_document(out, flow, header);
    return std::move(out).take();
}

}  // namespace flowc::emit_detail
