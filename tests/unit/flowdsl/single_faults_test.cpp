#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>

#include "flowc/compile.hpp"
#include "tests/golden/golden_case.hpp"

namespace flowc {
namespace {

/// A sample with one fault made: what stood there and what stands there now. `where` is how the line of the one
/// finding goes on from the finding's place.
struct Fault {
    const char* sample;
    const char* stood;
    const char* stands;
    const char* rule;
    const char* where;
};

constexpr const char* simple = "simple-disconnect/simple-disconnect";
constexpr const char* state = "state-services/state-services";
constexpr const char* vanity = "vanity/vanity";
constexpr const char* workshop = "workshop/acme";
constexpr const char* account = "account/account";
constexpr const char* balance = "account/balance";

constexpr Fault faults[] = {
    // keys
    {simple, "start:", "strat:", "unknown-key", "strat:"},
    {simple, "flow: ", "flwo: ", "unknown-key", "flwo:"},
    {simple, "start:\n", "strt: x\nstart:\n", "unknown-key", "strt: x"},
    {vanity, "blocks:", "blcks:", "unknown-key", "blcks:"},
    {vanity, "on_error: sorry", "on_eror: sorry", "unknown-key", "on_eror"},
    {vanity, "type: inbound", "type: inbond", "bad-value", "inbond"},
    {vanity, "logging: on", "logging: maybe", "bad-value", "maybe"},
    {vanity, "logging: on", "logging:", "bad-value", ""},
    {vanity, "logging: on", "logging: on\nlogging: on", "duplicate-key", "logging: on"},
    {state, "inputs: [Category]", "imputs: [Category]", "unknown-key", "imputs"},
    {state, "inputs: [Category]", "inputs: Category", "bad-value", "Category"},
    {state, "  logging: on\n", "  loging: on\n", "unknown-key", "loging"},
    // verbs
    {simple, "- say:", "- sya:", "unknown-verb", "sya:"},
    {simple, "- hangup", "- hangap", "unknown-target", "hangap"},
    {simple, "- hangup\n", "", "falls-off", "say:"},
    {vanity, "  - lambda: vanity", "  - lamda: vanity", "unknown-verb", "lamda"},
    {vanity, "    - menu: again", "    - menue: again", "unknown-verb", "menue"},
    {state, "    - ask: phone", "    - asks: phone", "unknown-verb", "asks"},
    {state, "  - menu: department", "  - menu:", "missing-option", "menu:"},
    {state, "  - set: {SurveyAsked: \"no\"}", "  - set: {SurveyAsked}", "cut-text", "{SurveyAsked}"},
    // options
    {vanity, "    timeout: 5s", "    timout: 5s", "unknown-option", "timout"},
    {vanity, "    timeout: 5s", "    timeout: 5", "bad-value", "5"},
    {vanity, "    timeout: 5s", "    timeout: 5s\n    timeout: 6s", "duplicate-key", "timeout: 6s"},
    {vanity, "    expect: {statusCode: 200}", "    expect: {}", "bad-value", "{}"},
    {vanity, "    returns: [vanity1, vanity2, vanity3, vanity4, vanity5]", "    returns: []", "bad-value", "[]"},
    {vanity, "    returns: [vanity1,", "    retuns: [vanity1,", "unknown-option", "retuns"},
    {vanity, "      tries: 1\n", "      tries: many\n", "bad-value", "many"},
    {vanity, "      give_up: [{say: Thank you for calling. Goodbye!}, hangup]", "", "missing-option", "menu: again"},
    {vanity, "      give_up: [{", "      giveup: [{", "unknown-option", "giveup"},
    {vanity, "      rate: slow", "      rate: slowly", "bad-value", "slowly"},
    {vanity, "      options:\n", "      option:\n", "unknown-option", "option:"},
    {state, "      prompt: Please enter the number", "      promt: Please enter the number", "unknown-option", "promt"},
    {state, "    closed: closed\n  - holiday", "    close: closed\n  - holiday", "unknown-option", "close:"},
    {state, "    closed: closed\n  - holiday", "    closed:\n  - holiday", "bad-value", ""},
    {state, "      country: US", "      country: us", "bad-value", "us"},
    {state, "      else: [{queue: BasicQueue}, next]", "", "missing-option", "branch: Category"},
    {state, "    - callback: input", "    - callback: inputt", "unknown-name", "inputt"},
    {state, "      cases: {under 5m:", "      cases: {under 5:", "bad-value", "under 5:"},
    // targets
    {vanity, "then: tell", "then: tel", "unknown-target", "tel}"},
    {vanity, "  - tell\n", "  - next\n", "wrong-target", "next"},
    {state, "      full: [{say: All our lines are busy. Please call again later.}, hangup]",
     "      full: [{say: All our lines are busy. Please call again later.}]", "falls-off", "say: All"},
    {state, "    closed: closed\n  - holiday", "    closed: *closed\n  - holiday", "yaml-feature", "*closed"},
    {state, "    - to_queue\n  to_queue", "    - toqueue\n  to_queue", "unknown-target", "toqueue"},
    {vanity, "on_error: sorry", "", "no-failure-target", "lambda: vanity"},
    {vanity, "on_error: sorry", "on_error: sory", "unknown-target", "sory"},
    {vanity, "on_error: sorry", "on_error:", "bad-value", ""},
    // names
    {vanity, "[vanity1, vanity2, vanity3]\n      as", "[vanity1, vanity2, vanity9]\n      as", "unknown-name",
     "vanity9"},
    {state, "{LastCalled}", "{LastCaled}", "unknown-name", "{LastCaled}"},
    {workshop, "{queue: ACME_Sales}", "{queue: \"ACME_Sales {x}\"}", "bad-value", "\"ACME"},
    // YAML
    {simple, "  - say: Thank", "\t- say: Thank", "yaml-syntax", ""},
    {simple, "  - hangup", " - hangup", "yaml-syntax", "- hangup"},
    {simple, "say: Thank you", "say: \"Thank you", "yaml-syntax", "\"Thank"},
    {simple, "say: Thank you for", "say: Thank you: for", "yaml-syntax", ": for"},
    {simple, "Goodbye.", "Goodbye. # now", "cut-text", "# now"},
    {state, "{say: The wait is less than five minutes.}", "{say: The wait is short, less than five minutes.}",
     "cut-text", "less than"},
    {state, "start: [{say: \"{queue}\"}, end]", "start: [{say: {queue}}, end]", "cut-text", "{queue}"},
    {workshop, "{queue: ACME_Sales}", "&sales {queue: ACME_Sales}", "yaml-feature", "&sales"},
    {vanity, "  - say: Thank", "  - say: !text Thank", "yaml-feature", "!text"},
    // contracts, in one file and across two
    {account, "input: {Account:", "input: {Acount:", "module-contract", "Acount"},
    {account, "Spoken: true", "Spoken: \"true\"", "module-contract", "\"true\""},
    {account, "Spoken: true", "Spoken: {is: true}", "module-contract", "{is: true}"},
    {account, ", Spoken: true", "", "maybe-unknown-name", "{Account: \"{Account}\"}"},
    {account, "      Overdrawn: to_queue", "      Overdrwan: to_queue", "module-contract", "Overdrwan"},
    {account, "{module.Balance}", "{module.Balnce}", "module-contract", "{module.Balnce}"},
    {account, "{module.Balance}", "{modul.Balance}", "unknown-name", "{modul.Balance}"},
    {account, "queue: Accounts", "queue: Read balance", "unresolved-name", "Read balance"},
    {balance, "accepts: {", "accpets: {", "unknown-key", "accpets"},
    {balance, "Account: text", "Account: txt", "bad-value", "txt"},
    {balance, "produces: {Balance: text}", "produces: Balance", "bad-value", "Balance"},
    {balance, "results: [Found, Overdrawn]", "results: Found", "bad-value", "Found"},
    {balance, "results: [Found,", "results: [Fuond,", "module-contract", "Found"},
    {balance, "{account: \"{Account}\"", "{account: \"{Acount}\"", "unknown-name", "{Acount}"},
    {balance, "return: Overdrawn, data: {Balance:", "return: Overdrawn, data: {Balnce:", "module-contract", "Balnce"},
};

/// The sample's other files: a fault in one may only be seen against them.
ProjectFlows others_of(const std::filesystem::path& file, const std::string& own_name, const std::string& own_text) {
    std::vector<FileInterface> interfaces;
    for (const auto& entry : std::filesystem::directory_iterator(file.parent_path()))
        if (entry.path() != file && entry.path().string().ends_with(".flow.yaml"))
            interfaces.push_back(read_interface({entry.path().filename().string(), golden::read_text(entry.path())}));
    interfaces.push_back(read_interface({own_name, own_text}));
    return ProjectFlows{std::move(interfaces)};
}

std::string edited(const Fault& fault, const std::string& text) {
    const std::size_t at = text.find(fault.stood);
    EXPECT_NE(at, std::string::npos) << "the sample does not hold " << fault.stood;
    if (at == std::string::npos) return text;
    return std::string{text}.replace(at, std::string_view{fault.stood}.size(), fault.stands);
}

/// How often each thing is said.
std::map<std::string, int> said(const CompileResult& result) {
    std::map<std::string, int> counts;
    for (const Diagnostic& item : result.diagnostics.items())
        ++counts[std::string{item.rule->id} + ": " + item.message];
    return counts;
}

TEST(SingleFault, GivesOneFindingAtItsPlace) {
    const std::filesystem::path samples = std::filesystem::path{FLOWC_SOURCE_DIR} / "samples";
    for (const Fault& fault : faults) {
        SCOPED_TRACE(std::string{fault.sample} + ": " + fault.stands);
        const std::filesystem::path file = samples / (std::string{fault.sample} + ".flow.yaml");
        const std::string sound = golden::read_text(file);
        const std::string faulty = edited(fault, sound);
        Sources sources;
        Diagnostics of_environment;
        const std::string environment_text = golden::read_text(file.parent_path() / "env.yaml");
        const Environment environment = read_environment({"env.yaml", environment_text}, sources, of_environment);
        CompileOptions options;
        options.environment = &environment;

        const ProjectFlows beside = others_of(file, "sound.flow.yaml", sound);
        options.flows = &beside;
        const std::map<std::string, int> before = said(compile({"sound.flow.yaml", sound}, sources, options));
        const ProjectFlows still_beside = others_of(file, "faulty.flow.yaml", faulty);
        options.flows = &still_beside;
        const CompileResult result = compile({"faulty.flow.yaml", faulty}, sources, options);
        std::map<std::string, int> known = before;
        std::string others;
        const Diagnostic* found = nullptr;
        for (const Diagnostic& item : result.diagnostics.items()) {
            if (known[std::string{item.rule->id} + ": " + item.message]-- > 0) continue;
            if (found) others += render_text(item, sources);
            else found = &item;
        }
        if (!found) {
            ADD_FAILURE() << "nothing is found";
            continue;
        }
        const std::string shown = render_text(*found, sources);
        EXPECT_EQ(others, "") << "and first\n" << shown;
        EXPECT_EQ(found->rule->id, fault.rule) << shown;
        const SourceFile& place = sources.file_of(found->span);
        const std::string_view behind = place.text().substr(found->span.begin - place.base());
        EXPECT_EQ(behind.substr(0, std::string_view{fault.where}.size()), fault.where) << shown;
    }
}

}  // namespace
}  // namespace flowc
