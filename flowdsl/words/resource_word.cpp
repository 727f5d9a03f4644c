#include "flowdsl/words/resource_word.hpp"

namespace flowc::dsl {

namespace {

constexpr ResourceWord kind_words[] = {
    {"queue", ResourceKind::queue, "/queue/"},
    {"agent", ResourceKind::agent, "/agent/"},
    {"prompt", ResourceKind::prompt, "/prompt/"},
    {"flow", ResourceKind::flow, "/contact-flow/"},
    {"module", ResourceKind::module, "/flow-module/"},
    {"hours", ResourceKind::hours, "/operating-hours/"},
    {"lambda", ResourceKind::lambda, ":function:"},
    {"bot", ResourceKind::lex_alias, ":bot-alias/"},
    {"view", ResourceKind::view, "view/"},
    {"number", ResourceKind::phone_number, "phone-number/"},
    {"template", ResourceKind::message_template, "message-template/"},
    {"knowledge_base", ResourceKind::knowledge_base, "knowledge-base/"},
    {"assistant", ResourceKind::assistant, "assistant/"},
    {"table", ResourceKind::data_table, ""},
    {"user", ResourceKind::user, ""},
    {"case_template", ResourceKind::case_template, ""},
    {"task_template", ResourceKind::task_template, "task-template/"},
    {"user_pool", ResourceKind::user_pool, "userpool/"},
    {"other", ResourceKind::other, ""},
};

}  // namespace

std::span<const ResourceWord> resource_words() { return kind_words; }

std::string_view word_for(ResourceKind kind) {
    for (const ResourceWord& known : kind_words)
        if (known.kind == kind) return known.word;
    return "resource";
}

}  // namespace flowc::dsl
