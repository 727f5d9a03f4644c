#include "syntax/yaml_directives.hpp"

#include <string>

#include "diagnostics/suggest.hpp"
#include "syntax/read.hpp"
#include "syntax/text_rules.hpp"
#include "syntax/yaml_stream.hpp"

namespace flowc {

namespace {

bool has_percent_line(std::string_view text) {
    for (std::size_t at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1)) {
        if (at == 0 || text[at - 1] == '\n' || text[at - 1] == '\r') return true;
    }
    return false;
}

class Token {
  public:
    Token() = default;
    ~Token() { yaml_token_delete(&token); }
    Token(const Token&) = delete;
    Token& operator=(const Token&) = delete;

    yaml_token_t token{};
};

}  // namespace

bool has_plain_directives(std::string_view text, const utf8::CodePoints& points, std::uint32_t offset,
                          Diagnostics& diagnostics) {
    // Only the scanner can tell a directive from a `%` within a text that goes over several lines.
    if (!has_percent_line(text)) return true;
    YamlStream stream(text, points);
    bool version_seen = false;
    std::size_t depth = 0;
    for (;;) {
        Token next;
        // What is wrong with the text otherwise is for the parser to say.
        if (!yaml_parser_scan(stream.parser(), &next.token)) return true;
        switch (next.token.type) {
            case YAML_NO_TOKEN:
            case YAML_STREAM_END_TOKEN: return true;
            case YAML_DOCUMENT_START_TOKEN: version_seen = false; break;
            case YAML_BLOCK_SEQUENCE_START_TOKEN:
            case YAML_BLOCK_MAPPING_START_TOKEN:
            case YAML_FLOW_SEQUENCE_START_TOKEN:
            case YAML_FLOW_MAPPING_START_TOKEN:
                if (++depth > max_depth) return true;
                break;
            case YAML_BLOCK_END_TOKEN:
            case YAML_FLOW_SEQUENCE_END_TOKEN:
            case YAML_FLOW_MAPPING_END_TOKEN:
                if (depth > 0) --depth;
                break;
            case YAML_VERSION_DIRECTIVE_TOKEN:
            case YAML_TAG_DIRECTIVE_TOKEN: {
                const bool version = next.token.type == YAML_VERSION_DIRECTIVE_TOKEN;
                if (version && !version_seen) {
                    version_seen = true;
                    break;
                }
                const std::uint32_t begin = stream.byte_of(next.token.start_mark);
                const std::uint32_t end = stream.byte_of(next.token.end_mark);
                diagnostics.report(rules::yaml_directive, {offset + begin, offset + end},
                                   version ? "second `%YAML` line for one document; remove it"
                                           : "directive " + quote(text.substr(begin, end - begin)) +
                                                 " is not read; remove it, or quote a text that begins with `%`");
                return false;
            }
            default: break;
        }
    }
}

}  // namespace flowc
