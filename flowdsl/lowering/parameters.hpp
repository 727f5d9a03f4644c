#pragma once

#include <span>
#include <string_view>

#include "flowc/catalogue.hpp"
#include "flowc/syntax.hpp"
#include "flowdsl/lowering/message.hpp"

namespace flowc::dsl {

class FlowLowering;
struct ActionDraft;

/// Writes an action's `Parameters`, or one object or list inside them, in order. Everything is
/// written the way the service wants it: numbers, switches and durations as text. While one is open
/// no other action's parameters may be begun.
class Parameters {
  public:
    Parameters(FlowLowering& flow, ActionDraft& draft, Span span);  ///< opens the mapping
    ~Parameters();                                                  ///< closes it
    Parameters(const Parameters&) = delete;
    Parameters& operator=(const Parameters&) = delete;

    /// A string exactly as it stands.
    void literal(std::string_view key, std::string_view value, Span span);
    void number(std::string_view key, long value, Span span);
    /// Spelled as the catalogue says for this parameter's path, `"True"` or `"true"`.
    void boolean(std::string_view key, bool value, Span span);
    /// Text with `{name}` references, resolved when the whole flow is known.
    void text(std::string_view key, std::string_view words, Span span);
    /// A field that takes only a reference: `channel`, `Category`, `$.…`, `{x}`.
    bool reference(std::string_view key, Node name);  ///< false: it is none, which was reported
    /// The name of a resource, or one reference, or `{arn: …}`: written as the environment binds it.
    void name(std::string_view key, ResourceKind kind, Node node);
    /// `Text`, `SSML`, `PromptId` or `Media`.
    void message(const Message& message);
    /// A number or a literal of JSON, digit for digit.
    void json(std::string_view key, NodeKind kind, std::string_view value, Span span);
    /// JSON data as an author wrote it; texts in it may hold references.
    void data(std::string_view key, Node node);
    /// An entry of such data; its key stands where it was written.
    void entry(Node key, Node value);

    /// Opens a nested object or list; closed when the returned value dies. `key` is ignored in a list.
    Parameters object(std::string_view key, Span span);
    Parameters list(std::string_view key, Span span);

  private:
    /// The catalogue's rows where something is written; none where it knows nothing of that.
    struct Place {
        std::span<const ParameterInfo> below;
        const ParameterInfo* row = nullptr;

        /// Down a dotted path; list items and map values stand for themselves.
        void go_to(std::string_view path);
    };

    Parameters(Parameters& parent, std::string_view key, NodeKind kind, Span span);
    void key(std::string_view name, Span span);
    const ParameterInfo* info(std::string_view name) const;
    void refuse_arn_of_number(Node name);

    FlowLowering& flow_;
    ActionDraft& draft_;
    NodeId node_;
    NodeKind kind_;
    Place place_;
    Span key_span_{};  ///< of the next key, where it was written by itself
};

}  // namespace flowc::dsl
