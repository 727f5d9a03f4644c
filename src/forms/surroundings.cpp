#include "forms/surroundings.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "diagnostics/suggest.hpp"
#include "source/ascii.hpp"

namespace flowc {

namespace {

/// A word that tells what stands beside or below it.
struct Sign {
    std::string_view word;
    bool module;
};

/// Keys whose value is a flow's body: those of the API's answers, and Terraform's resources.
constexpr std::array<Sign, 4> body_keys{{{"ContactFlow", false},
                                         {"ContactFlowModule", true},
                                         {"aws_connect_contact_flow", false},
                                         {"aws_connect_contact_flow_module", true}}};

/// Keys that only a body for the API has.
constexpr std::array<Sign, 3> request_keys{
    {{"ContactFlowType", false}, {"ContactFlowId", false}, {"ContactFlowModuleId", true}}};

/// Types of resources, in CloudFormation's templates.
constexpr std::array<Sign, 2> resource_types{
    {{"AWS::Connect::ContactFlow", false}, {"AWS::Connect::ContactFlowModule", true}}};

template <std::size_t size>
const Sign* find(const std::array<Sign, size>& signs, std::string_view word) {
    const auto found = std::find_if(signs.begin(), signs.end(), [&](const Sign& sign) { return sign.word == word; });
    return found == signs.end() ? nullptr : &*found;
}

/// The language's own words for types, `inbound`, in whatever letters: `INBOUND`.
bool is_same_word(std::string_view word, std::string_view small) {
    return std::equal(word.begin(), word.end(), small.begin(), small.end(),
                      [](char one, char other) { return (one == '_' ? '-' : lower_case(one)) == other; });
}

constexpr std::array<std::string_view, 2> name_keys{"Name", "name"};
constexpr std::string_view settings_key = "Settings";
/// The flow's own, in the API's answers and in its requests.
constexpr std::array<std::string_view, 4> arn_keys{"Arn", "arn", "ContactFlowArn", "ContactFlowModuleArn"};
constexpr std::array<std::string_view, 4> id_keys{"Id", "id", "ContactFlowId", "ContactFlowModuleId"};
constexpr std::array<std::string_view, 4> type_keys{"Type", "type", "ContactFlowType", "aws:cdk:cloudformation:type"};

template <std::size_t size>
bool has(const std::array<std::string_view, size>& keys, std::string_view key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// The sizes of all those keys, as bits: in a large document most others have another one.
constexpr std::uint64_t sizes_of_keys = [] {
    std::uint64_t sizes = std::uint64_t{1} << settings_key.size();
    const auto add = [&](const auto& keys) {
        for (const std::string_view key : keys) sizes |= std::uint64_t{1} << key.size();
    };
    add(name_keys);
    add(arn_keys);
    add(id_keys);
    add(type_keys);
    add(content_keys);
    for (const Sign& sign : request_keys) sizes |= std::uint64_t{1} << sign.word.size();
    return sizes;
}();
constexpr bool may_tell(std::string_view key) { return key.size() < 64 && ((sizes_of_keys >> key.size()) & 1u) != 0; }

}  // namespace

std::string_view nearest_flow_type(std::string_view word) {
    std::vector<std::string_view> words;
    for (const FlowTypeInfo& row : flow_types()) {
        if (is_same_word(word, row.dsl)) return row.api;
        words.push_back(row.api);
    }
    return nearest(word, words);
}

Surroundings Surroundings::within(Node mapping, std::string_view key) const {
    Surroundings inner = *this;
    inner.name = inner.arn = inner.id = {};
    inner.settings = {};
    bool module = type == FlowType::module;
    bool is_resource = false;
    bool is_request = false;
    bool is_typed = false;
    bool has_content = false;
    Node word_of_type;
    const auto heed = [&](const Sign* sign, bool& what) {
        if (!sign) return;
        what = true;
        module = module || sign->module;
    };
    bool is_body = false;
    heed(find(body_keys, key), is_body);
    inner.holds_flow = holds_flow || is_body;
    // Every text of Terraform's is a template.
    inner.is_template = is_template || key.starts_with(terraform_resource);
    if (is_body) {
        inner.kind = key;
        inner.resource = {};
    } else if (kind.starts_with(terraform_resource) && resource.empty()) {
        inner.resource = key;
    }
    inner.type = FlowType::unknown;
    inner.no_type = {};
    for (const auto [node_of_key, value] : mapping.entries()) {
        const std::string_view word = node_of_key.text();
        if (!may_tell(word)) continue;
        heed(find(request_keys, word), is_typed);
        has_content = has_content || is_content_key(word);
        if (word == settings_key) inner.settings = value;
        if (!value.is_scalar()) continue;
        if (has(name_keys, word)) inner.name = value.text();
        if (has(arn_keys, word)) inner.arn = value.text();
        if (has(id_keys, word)) inner.id = value.text();
        if (!has(type_keys, word)) continue;
        heed(find(resource_types, value.text()), is_resource);
        if (const auto said = flow_type_from_api(value.text())) {
            inner.type = *said;
            is_request = true;
            // Other things of that kind have content, too.
            is_typed = is_typed || (*said != FlowType::campaign && *said != FlowType::module);
        } else {
            word_of_type = value;
        }
    }
    if (has_content && word_of_type && inner.type == FlowType::unknown && !is_resource &&
        !nearest_flow_type(word_of_type.text()).empty())
        inner.no_type = word_of_type;
    if (module) inner.type = FlowType::module;
    if (is_resource) inner.resource = key;
    is_request = is_request || is_typed;
    inner.holds_flow = inner.holds_flow || is_resource || (is_request && has_content);
    inner.needs_flow = is_body || is_resource || is_typed || (inner.holds_flow && key == "Properties");
    return inner;
}

}  // namespace flowc
