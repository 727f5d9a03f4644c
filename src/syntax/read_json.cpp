#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <string>

#include "syntax/duplicate_keys.hpp"
#include "syntax/json_fault.hpp"
#include "syntax/json_values.hpp"
#include "syntax/plain_text.hpp"
#include "syntax/read.hpp"
#include "syntax/text_rules.hpp"

namespace flowc {

namespace {

namespace ondemand = simdjson::ondemand;

static_assert(SourceFile::padding >= simdjson::SIMDJSON_PADDING);

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::string_view trim_end(std::string_view text) {
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

/// What stands between the quotes.
std::string_view inside_of(std::string_view token) {
    return token.size() < 2 ? token : token.substr(1, token.size() - 2);
}

enum class Outcome { good, malformed };

/// Walks simdjson's on-demand document and writes every value it meets. simdjson sees to brackets,
/// commas and colons; the inside of every scalar is held to the grammar here.
class JsonWalk {
  public:
    JsonWalk(std::string_view text, std::uint32_t offset, SyntaxTree& tree)
        : text_(text), offset_(offset), build_(tree) {
        // Generous, for memory that is not touched costs nothing: dense flows have a node for 12 bytes.
        build_.reserve(text.size() / 8 + 8);
    }

    Outcome document(ondemand::document& document) {
        build_.begin_document();
        const std::string_view all = trim_end(text_);
        std::size_t first = 0;
        while (first < all.size() && is_space(all[first])) ++first;
        const std::string_view value = all.substr(first);
        if (value.empty()) return Outcome::malformed;
        document_ = &document;
        // simdjson keeps a lone scalar apart from what follows it; decoding refuses a quote in between.
        if (value.front() != '{' && value.front() != '[') {
            return value.front() == '"' && json::decode(inside_of(value), decoded_) ? Outcome::malformed
                                                                                    : scalar(value);
        }
        Outcome outcome = Outcome::malformed;
        if (value.front() == '{') {
            ondemand::object object;
            if (document.get_object().get(object) == simdjson::SUCCESS) outcome = mapping(object, value.data());
        } else {
            ondemand::array array;
            if (document.get_array().get(array) == simdjson::SUCCESS) outcome = sequence(array, value.data());
        }
        // Nothing may follow the value.
        if (outcome == Outcome::good && end_ != at(all.data() + all.size())) return Outcome::malformed;
        return outcome;
    }

    /// Where the walk stopped.
    Span stopped() const { return stopped_; }

  private:
    std::uint32_t at(const char* place) const { return offset_ + static_cast<std::uint32_t>(place - text_.data()); }
    Span span_of(std::string_view part) const { return {at(part.data()), at(part.data() + part.size())}; }

    Outcome value(ondemand::value value) {
        const std::string_view token = value.raw_json_token();
        stopped_ = {at(token.data()), at(token.data()) + 1};
        if (token.front() == '{') {
            ondemand::object object;
            if (value.get_object().get(object) != simdjson::SUCCESS) return Outcome::malformed;
            return mapping(object, token.data());
        }
        if (token.front() == '[') {
            ondemand::array array;
            if (value.get_array().get(array) != simdjson::SUCCESS) return Outcome::malformed;
            return sequence(array, token.data());
        }
        if (token.front() == '"') {
            // Left unread, a string before a colon would pass for a key even within a list.
            ondemand::raw_json_string read;
            if (value.get_raw_json_string().get(read) != simdjson::SUCCESS) return Outcome::malformed;
        }
        return scalar(trim_end(token));
    }

    Outcome scalar(std::string_view token) {
        const Span span = span_of(token);
        stopped_ = span;
        switch (token.front()) {
            case '"':
                if (token.size() < 2 || token.back() != '"') return Outcome::malformed;
                return string(inside_of(token), span);
            case 't':
            case 'f':
                if (token != "true" && token != "false") return Outcome::malformed;
                build_.scalar(NodeKind::boolean, token, span);
                return Outcome::good;
            case 'n':
                if (token != "null") return Outcome::malformed;
                build_.scalar(NodeKind::null, token, span);
                return Outcome::good;
            default:
                if (!json::is_number(token)) return Outcome::malformed;
                build_.scalar(NodeKind::number, token, span);
                return Outcome::good;
        }
    }

    Outcome string(std::string_view inside, Span span) {
        if (inside.empty() || !std::memchr(inside.data(), '\\', inside.size())) {
            // simdjson has refused bare control characters in its first pass over the whole text.
            build_.scalar(NodeKind::string, inside, span, Style::double_quoted);
            return Outcome::good;
        }
        decoded_.clear();
        if (json::decode(inside, decoded_)) return Outcome::malformed;
        build_.scalar(NodeKind::string, build_.keep(decoded_), span, Style::double_quoted);
        return Outcome::good;
    }

    /// A key, of which simdjson gives no more than the place behind its first quote: it ends at the last quote before
    /// the colon, for anything between the two would have been a token of its own.
    Outcome key(ondemand::raw_json_string raw, const char* value) {
        const char* const begin = raw.raw();
        const char* end = value - 1;
        while (end > begin && is_space(*end)) --end;
        if (*end != ':') return Outcome::malformed;
        do --end;
        while (end > begin && is_space(*end));
        if (end < begin || *end != '"') return Outcome::malformed;
        stopped_ = {at(begin - 1), at(end + 1)};
        return string({begin, static_cast<std::size_t>(end - begin)}, stopped_);
    }

    Outcome sequence(ondemand::array array, const char* open) {
        if (++depth_ > max_depth) return Outcome::malformed;
        const NodeId id = build_.begin(NodeKind::sequence, {at(open), at(open) + 1});
        for (auto item : array) {
            ondemand::value inner;
            if (item.get(inner) != simdjson::SUCCESS) return Outcome::malformed;
            if (const Outcome outcome = value(inner); outcome != Outcome::good) return outcome;
        }
        return close(id, ']');
    }

    Outcome mapping(ondemand::object object, const char* open) {
        if (++depth_ > max_depth) return Outcome::malformed;
        const NodeId id = build_.begin(NodeKind::mapping, {at(open), at(open) + 1});
        for (auto item : object) {
            ondemand::field field;
            if (std::move(item).get(field) != simdjson::SUCCESS) return Outcome::malformed;
            const char* const behind = field.value().raw_json_token().data();
            if (const Outcome outcome = key(field.key(), behind); outcome != Outcome::good) return outcome;
            if (const Outcome outcome = value(field.value()); outcome != Outcome::good) return outcome;
        }
        return close(id, '}');
    }

    /// simdjson stands at the token behind the bracket now, or at the end.
    Outcome close(NodeId collection, char bracket) {
        const char* behind = nullptr;
        if (document_->current_location().get(behind) != simdjson::SUCCESS) behind = text_.data() + text_.size();
        behind = std::min(behind, text_.data() + text_.size());
        while (behind > text_.data() && is_space(behind[-1])) --behind;
        if (behind == text_.data() || behind[-1] != bracket) return Outcome::malformed;
        end_ = at(behind);
        build_.end(collection, end_);
        --depth_;
        return Outcome::good;
    }

    std::string_view text_;
    std::uint32_t offset_;
    SyntaxBuilder build_;
    ondemand::document* document_ = nullptr;
    std::string decoded_;
    std::size_t depth_ = 0;
    std::uint32_t end_ = 0;  ///< of the collection closed last
    Span stopped_;
};

/// The fast walk knows that something is wrong; what and where exactly, a second look tells.
void report_malformed(std::string_view text, std::uint32_t offset, Span stopped, Diagnostics& diagnostics) {
    const json::Fault fault = json::find_fault(text, max_depth);
    if (!fault) {
        diagnostics.report(rules::json_syntax, stopped, "malformed JSON from here on");
        return;
    }
    const auto span = [&](std::size_t begin, std::size_t end) {
        return Span{offset + static_cast<std::uint32_t>(begin), offset + static_cast<std::uint32_t>(end)};
    };
    Diagnostic& found = diagnostics.report(fault.too_deep ? rules::nesting_too_deep : rules::json_syntax,
                                           span(fault.begin, fault.end), fault.message);
    for (const json::Fault::Place& label : fault.labels)
        found.labels.push_back({span(label.begin, label.end), label.text});
}

}  // namespace

SyntaxTree read_json(const SourceFile& file, Diagnostics& diagnostics) {
    if (!is_plain_text(file, max_json_bytes, rules::json_syntax, diagnostics)) return {};
    std::string_view text = file.text();
    std::uint32_t offset = file.base();
    if (text.substr(0, byte_order_mark.size()) == byte_order_mark) {
        diagnostics
            .report(rules::json_syntax, {offset, offset}, "byte-order mark skipped; save the file as UTF-8 without one")
            .severity = Severity::note;
        text.remove_prefix(byte_order_mark.size());
        offset += static_cast<std::uint32_t>(byte_order_mark.size());
    }

    SyntaxTree tree;
    ondemand::parser parser;
    ondemand::document document;
    JsonWalk walk(text, offset, tree);
    const auto error = parser.iterate(text.data(), text.size(), text.size() + SourceFile::padding).get(document);
    const Outcome outcome = error == simdjson::SUCCESS ? walk.document(document) : Outcome::malformed;
    if (outcome == Outcome::malformed) {
        report_malformed(text, offset, walk.stopped(), diagnostics);
        return {};
    }
    report_duplicate_keys(tree, diagnostics);
    return tree;
}

}  // namespace flowc
