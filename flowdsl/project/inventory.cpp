#include <array>
#include <deque>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "diagnostics/suggest.hpp"
#include "flowc/compile.hpp"
#include "flowdsl/project/inventory.hpp"
#include "flowdsl/project/one_instance.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/words/form.hpp"
#include "flowdsl/words/resource_word.hpp"
#include "ir/arn.hpp"
#include "syntax/read.hpp"

namespace flowc {

namespace {

using namespace dsl;

/// A list that a command answers: its key, and the keys of an item's ARN and name.
/// Shapes by AWS's reference: docs.aws.amazon.com/connect/latest/APIReference/API_List….html (ListContactFlows, ListContactFlowModules,
/// ListQueues, ListPrompts, ListHoursOfOperations, ListViews, ListUsers, ListPhoneNumbersV2, ListPhoneNumbers, ListDataTables, ListTaskTemplates), and the like of
/// Amazon Q in Connect (ListAssistants, ListKnowledgeBases, ListMessageTemplates) and Connect Cases (ListTemplates).
struct List {
    std::string_view key;
    std::string_view arn;
    std::string_view name;
    ResourceKind kind;
    std::string_view command;
};

constexpr std::array lists{
    List{"ContactFlowSummaryList", "Arn", "Name", ResourceKind::flow, "aws connect list-contact-flows"},
    List{"ContactFlowModulesSummaryList", "Arn", "Name", ResourceKind::module, "aws connect list-contact-flow-modules"},
    List{"QueueSummaryList", "Arn", "Name", ResourceKind::queue, "aws connect list-queues"},
    List{"PromptSummaryList", "Arn", "Name", ResourceKind::prompt, "aws connect list-prompts"},
    List{"HoursOfOperationSummaryList", "Arn", "Name", ResourceKind::hours, "aws connect list-hours-of-operations"},
    List{"ViewsSummaryList", "Arn", "Name", ResourceKind::view, "aws connect list-views"},
    List{"UserSummaryList", "Arn", "Username", ResourceKind::agent, "aws connect list-users"},
    List{"ListPhoneNumbersSummaryList", "PhoneNumberArn", "PhoneNumber", ResourceKind::phone_number,
         "aws connect list-phone-numbers-v2"},
    List{"PhoneNumberSummaryList", "Arn", "PhoneNumber", ResourceKind::phone_number, "aws connect list-phone-numbers"},
    List{"DataTableSummaryList", "Arn", "Name", ResourceKind::data_table, "aws connect list-data-tables"},
    List{"TaskTemplates", "Arn", "Name", ResourceKind::task_template, "aws connect list-task-templates"},
    List{"assistantSummaries", "assistantArn", "name", ResourceKind::assistant, "aws qconnect list-assistants"},
    List{"knowledgeBaseSummaries", "knowledgeBaseArn", "name", ResourceKind::knowledge_base,
         "aws qconnect list-knowledge-bases"},
    List{"messageTemplateSummaries", "messageTemplateArn", "name", ResourceKind::message_template,
         "aws qconnect list-message-templates"},
    List{"templates", "templateArn", "name", ResourceKind::case_template, "aws connectcases list-templates"},
};
/// The ARNs of functions, and nothing else (ListLambdaFunctions).
constexpr std::string_view functions_key = "LambdaFunctions";
/// Bots without their names (ListBots), and their names by id (ListBots of Lex V2).
constexpr std::string_view bots_key = "LexBots";
constexpr std::string_view bot_names_key = "botSummaries";

class Inventory {
  public:
    Inventory(Sources& sources, Diagnostics& diagnostics) : sources_(sources), diagnostics_(diagnostics) {}

    void read(const Input& input) {
        const SourceFile& file = sources_.file(sources_.add(input.name, input.text));
        const bool yaml = named_as_yaml(input.name);
        const SyntaxTree& tree =
            trees_.emplace_back(yaml ? read_yaml(file, diagnostics_) : read_json(file, diagnostics_));
        if (tree.roots().empty()) return;
        const Node root = tree.node(tree.roots().front());
        bool known = false;
        for (const auto [key, items] : root.entries()) {
            if (!items.is_sequence()) continue;
            if (!read_list(key.text(), items)) continue;
            known = true;
            count_page(key, root);
        }
        if (!known)
            diagnostics_
                .report(rules::environment, {root.span().begin, root.span().begin + 1},
                        "this is no answer of a command such as `aws connect list-queues`, and it is not read; remove "
                        "the file from the folder")
                .severity = Severity::warning;
    }

    std::map<ResourceKind, std::map<std::string, std::string, std::less<>>> arns() {
        name_functions();
        name_bots();
        report_missing_pages();
        std::map<ResourceKind, std::map<std::string, std::string, std::less<>>> result;
        for (const auto& [kind, names] : named_)
            for (const auto& [name, node] : names) {
                result[kind].emplace(name, node.text());
                // A user is an agent under another name.
                if (kind == ResourceKind::agent) result[ResourceKind::user].emplace(name, node.text());
            }
        check_one_instance(places(), diagnostics_);
        return result;
    }

  private:
    /// False for a list that no command answers. What flows do not name, such as quick connects, is passed over.
    bool read_list(std::string_view key, Node items) {
        for (const List& list : lists) {
            if (list.key != key) continue;
            for (const Node item : items.items())
                if (const Node name = item.find(list.name); !name.text().empty())
                    add_item(list, name, item.find(list.arn));
            return true;
        }
        if (key == functions_key) {
            for (const Node arn : items.items()) functions_.push_back(arn);
        } else if (key == bots_key) {
            for (const Node bot : items.items())
                if (const Node arn = bot.find("LexV2Bot").find("AliasArn")) aliases_.push_back(arn);
        } else if (key == bot_names_key) {
            for (const Node bot : items.items())
                bot_names_.emplace(bot.find("botId").text(), bot.find("botName").text());
        } else {
            return key.ends_with("SummaryList");
        }
        return true;
    }

    /// What has a name has an ARN of its own kind.
    void add_item(const List& list, Node name, Node arn) {
        if (!arn.is_string() || arn.text().empty()) {
            diagnostics_.report(rules::environment, arn.span().empty() ? name.span() : arn.span(),
                                quote(name.text()) + " has no `" + std::string{list.arn} + "` in `" +
                                    std::string{list.key} + "`; write again what `" + std::string{list.command} +
                                    "` prints");
            return;
        }
        const ResourceKind kind = resource_kind_of_arn(arn.text());
        // The queue that each agent has is named behind the agent's id.
        const bool may_be_agents = list.kind == ResourceKind::agent || kind == ResourceKind::agent;
        if (kind == ResourceKind::none || kind == list.kind || may_be_agents) return add(list.kind, name.text(), arn);
        diagnostics_.report(rules::environment, arn.span(),
                            quote(name.text()) + " stands in `" + std::string{list.key} +
                                "`, and this is an ARN of the kind `" + std::string{word_for(kind)} +
                                "`; write again what `" + std::string{list.command} + "` prints");
    }

    void refuse_arn(Node arn, std::string_view key, std::string_view what, ResourceKind kind) {
        diagnostics_.report(rules::environment, arn.span(),
                            "`" + std::string{key} + "` lists ARNs of " + std::string{what} +
                                ", and this is none; write again what `" + std::string{list_command(kind)} +
                                "` prints");
    }

    void add(ResourceKind kind, std::string_view name, Node arn) {
        if (!arn.is_string() || arn.text().empty()) return;
        read_.push_back({name, arn});
        const auto [other, added] = named_[kind].emplace(name, arn);
        if (added || other->second.text() == arn.text()) return;
        diagnostics_
            .report(rules::environment, arn.span(),
                    "two resources of the kind `" + std::string{word_for(kind)} + "` are called " + quote(name) +
                        ", and nobody knows which one a flow means; rename one, or use an environment file")
            .labels.push_back({other->second.span(), "the other one"});
    }

    /// `function:name`, or `function:name:alias`, whose name is both `name:alias` and, where it stands alone, `name`.
    void name_functions() {
        constexpr std::string_view mark = ":function:";
        std::map<std::string_view, std::vector<Node>> qualified;
        for (const Node arn : functions_) {
            const std::size_t at = arn.text().find(mark);
            if (at == std::string_view::npos) {
                refuse_arn(arn, functions_key, "functions", ResourceKind::lambda);
                continue;
            }
            const std::string_view name = arn.text().substr(at + mark.size());
            add(ResourceKind::lambda, name, arn);
            if (const std::size_t colon = name.find(':'); colon != std::string_view::npos)
                qualified[name.substr(0, colon)].push_back(arn);
        }
        for (const auto& [name, arns] : qualified)
            if (arns.size() == 1) named_[ResourceKind::lambda].emplace(name, arns.front());
    }

    /// `bot-alias/BOT/ALIAS`: named so, and by the bot's own name where that is known and one alias of it stands here.
    void name_bots() {
        constexpr std::string_view mark = ":bot-alias/";
        std::map<std::string_view, std::vector<Node>> by_bot;
        for (const Node arn : aliases_) {
            const std::size_t at = arn.text().find(mark);
            if (at == std::string_view::npos) {
                refuse_arn(arn, bots_key, "aliases", ResourceKind::lex_alias);
                continue;
            }
            const std::string_view ids = arn.text().substr(at + mark.size());
            add(ResourceKind::lex_alias, ids, arn);
            by_bot[ids.substr(0, ids.find('/'))].push_back(arn);
        }
        for (const auto& [bot, arns] : by_bot)
            if (const auto name = bot_names_.find(bot); name != bot_names_.end() && arns.size() == 1)
                add(ResourceKind::lex_alias, name->second, arns.front());
    }

    /// Every page but the last says that more follows.
    void count_page(Node key, Node root) {
        Pages& pages = pages_[key.text()];
        ++pages.count;
        for (const std::string_view token : {"NextToken", "nextToken"})
            if (const Node more = root.find_key(token); more && !root.find(token).text().empty())
                ++pages.followed, pages.token = more;
    }

    void report_missing_pages() {
        for (const auto& [key, pages] : pages_)
            if (pages.followed >= pages.count)
                diagnostics_
                    .report(rules::environment, pages.token.span(),
                            "the list goes on behind this page, and no file here holds the rest; run the command again "
                            "without `--max-items`")
                    .severity = Severity::warning;
    }

    /// What a command answers is of one place: the first ARN speaks for the others of its file that are of the same.
    std::vector<PlacedArn> places() const {
        std::vector<PlacedArn> found;
        std::set<std::pair<const SyntaxTree*, NodeId>> seen;
        std::map<std::tuple<FileId, std::string_view, std::string_view, std::string_view, std::string_view>,
                 std::size_t>
            first;
        for (const auto& [name, node] : read_) {
            const auto place = place_of_arn(node.text());
            if (!place || !seen.insert({node.tree(), node.id()}).second) continue;  // a bot has two names
            const auto [at, is_new] = first.try_emplace(
                {sources_.file_at(node.span().begin), place->service, place->region, place->account, place->instance},
                found.size());
            if (is_new) found.push_back({name, node.text(), node.span(), 0, true});
            else ++found[at->second].more;
        }
        return found;
    }

    struct Pages {
        std::size_t count = 0;
        std::size_t followed = 0;
        Node token;
    };

    Sources& sources_;
    Diagnostics& diagnostics_;
    std::deque<SyntaxTree> trees_;
    std::map<ResourceKind, std::map<std::string, Node, std::less<>>> named_;
    std::vector<std::pair<std::string_view, Node>> read_;  ///< every ARN once for each time that it was read
    std::vector<Node> functions_;
    std::vector<Node> aliases_;
    std::map<std::string_view, std::string_view> bot_names_;
    std::map<std::string_view, Pages> pages_;
};

}  // namespace

std::string_view dsl::list_command(ResourceKind kind) {
    switch (kind) {
        case ResourceKind::lambda: return "aws connect list-lambda-functions";
        case ResourceKind::lex_alias: return "aws connect list-bots";
        case ResourceKind::user: return list_command(ResourceKind::agent);
        default: break;
    }
    for (const List& list : lists)
        if (list.kind == kind) return list.command;
    return {};
}

Environment read_inventory(std::string_view folder, std::span<const Input> files, Sources& sources,
                           Diagnostics& diagnostics) {
    Environment environment;
    environment.file = folder;
    environment.is_inventory = true;
    Inventory inventory{sources, diagnostics};
    for (const Input& file : files) inventory.read(file);
    environment.arns = inventory.arns();
    return environment;
}

}  // namespace flowc
