#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include <nlohmann/json.hpp>

#include "flowc/compile.hpp"
#include "tests/golden/golden_case.hpp"

/// Each action's golden, damaged in one place: what the catalogue requires is missed, and what it does not know is found.
namespace flowc {
namespace {

using golden::read_text;
using Json = nlohmann::ordered_json;

std::filesystem::path folder() { return std::filesystem::path(FLOWC_SOURCE_DIR) / "tests" / "actions"; }

FlowType type_of_golden(std::string_view name) {
    const std::string text = read_text(folder() / std::string(name) / "compiles.flow.yaml");
    Sources sources;
    CompileOptions options;
    options.names_may_be_unresolved = true;
    const CompileResult result = compile({"compiles.flow.yaml", text}, sources, options);
    return result.flows.empty() ? FlowType::unknown : result.flows.front().flow.type;
}

/// The golden of an action type, and the places in it that can be damaged.
class Damage : public testing::TestWithParam<std::size_t> {
  protected:
    const ActionInfo& row() const { return actions()[GetParam()]; }

    void SetUp() override {
        document_ = Json::parse(read_text(folder() / std::string(row().name) / "compiles.json"), nullptr, false);
        ASSERT_FALSE(document_.is_discarded()) << row().name << " has no golden";
        type_ = type_of_golden(row().name);
        for (std::size_t i = 0; i < document_["Actions"].size(); ++i)
            if (document_["Actions"][i]["Type"] == std::string(row().name)) own_.push_back(i);
        ASSERT_FALSE(own_.empty());
    }

    /// The actions of the type, each in a document that may be damaged.
    template <typename Use>
    void for_each_action(Use use) {
        for (const std::size_t i : own_) {
            SCOPED_TRACE(document_["Actions"][i]["Identifier"].get<std::string>());
            use(document_["Actions"][i]);
        }
    }

    std::set<std::string> rules_found() const {
        Sources sources;
        CheckOptions options;
        options.type = type_;
        const std::string text = document_.dump(1);
        const CheckResult result = check({"damaged.json", text}, sources, options);
        std::set<std::string> rules;
        for (const Diagnostic& diagnostic : result.diagnostics.items())
            if (diagnostic.severity != Severity::note) rules.emplace(diagnostic.rule->id);
        return rules;
    }

    void expect_found(std::string_view rule, const std::string& what) const {
        const std::set<std::string> rules = rules_found();
        EXPECT_EQ(rules.count(std::string(rule)), 1u) << what << " is found by " << testing::PrintToString(rules);
    }

    /// Damages a value, looks, and mends it again.
    template <typename Change>
    void expect_found_after(Json& value, Change change, std::string_view rule, const std::string& what) const {
        const Json whole = value;
        change(value);
        expect_found(rule, what);
        value = whole;
    }

    /// Leaves out each required parameter, and adds one that nobody knows, in every object.
    void expect_parameters(Json& object, std::span<const ParameterInfo> known, bool free_keys) const {
        for (const ParameterInfo& parameter : known) {
            const std::string name(parameter.name);
            if (!object.contains(name)) continue;
            if (parameter.required == Requirement::always)
                expect_found_after(
                    object, [&](Json& all) { all.erase(name); }, "missing-parameter", name + " left out");
            Json& value = object[name];
            if (value.is_object() && !parameter.properties.empty())
                expect_parameters(value, parameter.properties, parameter.free_keys);
            if (value.is_array() && parameter.item && !parameter.item->properties.empty())
                for (Json& item : value) expect_parameters(item, parameter.item->properties, parameter.item->free_keys);
        }
        if (!free_keys)
            expect_found_after(
                object, [](Json& all) { all["Unheard"] = "of"; }, "unknown-parameter", "a parameter nobody knows");
    }

    Json document_;
    FlowType type_ = FlowType::unknown;
    std::vector<std::size_t> own_;
};

TEST_P(Damage, OfParametersIsFound) {
    for_each_action(
        [&](Json& action) { expect_parameters(action["Parameters"], row().parameters, row().free_parameters); });
}

TEST_P(Damage, OfErrorBranchesIsFound) {
    for_each_action([&](Json& action) {
        for (const ErrorInfo& error : row().errors) {
            if (error.required != Requirement::always) continue;
            expect_found_after(
                action["Transitions"]["Errors"],
                [&](Json& errors) {
                    errors.erase(std::remove_if(errors.begin(), errors.end(),
                                                [&](const Json& branch) {
                                                    return branch["ErrorType"] == std::string(error.name);
                                                }),
                                 errors.end());
                },
                "missing-error-branch", std::string(error.name) + " left out");
        }
        if (row().next_action == NextAction::forbidden) return;
        expect_found_after(
            action["Transitions"],
            [&](Json& transitions) {
                Json branch;
                branch["NextAction"] = document_["StartAction"];
                branch["ErrorType"] = "Unheard";
                transitions["Errors"].push_back(branch);
            },
            "foreign-error-branch", "an error nobody knows");
    });
}

TEST_P(Damage, OfTheNextActionIsFound) {
    for_each_action([&](Json& action) {
        Json& transitions = action["Transitions"];
        if (row().next_action == NextAction::required)
            expect_found_after(
                transitions, [](Json& all) { all.erase("NextAction"); }, "missing-next-action", "no next action");
        if (row().next_action == NextAction::forbidden)
            expect_found_after(
                transitions, [&](Json& all) { all["NextAction"] = document_["StartAction"]; }, "forbidden-next-action",
                "a next action");
        if (row().next_action != NextAction::forbidden)
            expect_found_after(
                transitions, [](Json& all) { all["NextAction"] = "nowhere"; }, "dangling-transition",
                "a next action that is not there");
    });
}

TEST_P(Damage, OfConditionsIsFound) {
    for_each_action([&](Json& action) {
        Json branch;
        branch["NextAction"] = document_["StartAction"];
        branch["Condition"]["Operator"] = "Equals";
        branch["Condition"]["Operands"] = Json::array({"Unheard"});
        const auto add = [&](Json& transitions) { transitions["Conditions"].push_back(branch); };
        if (row().conditions.allowed == ConditionsInfo::Allowed::never && row().next_action != NextAction::forbidden)
            expect_found_after(action["Transitions"], add, "conditions-not-allowed", "a condition");
        // Where they are allowed under a condition, an action that has some meets it.
        if (row().conditions.allowed == ConditionsInfo::Allowed::never ||
            (row().conditions.allowed == ConditionsInfo::Allowed::when &&
             !action["Transitions"].contains("Conditions")))
            return;
        branch["Condition"]["Operator"] = "Resembles";
        expect_found_after(action["Transitions"], add, "condition-operator", "an operator nobody knows");
    });
}

INSTANTIATE_TEST_SUITE_P(, Damage, testing::Range<std::size_t>(0, actions().size()),
                         [](const testing::TestParamInfo<std::size_t>& use) {
                             return std::string(actions()[use.param].name);
                         });

}  // namespace
}  // namespace flowc
