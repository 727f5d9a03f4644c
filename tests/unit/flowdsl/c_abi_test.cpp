#include "flowc/flowc.h"

#include <gtest/gtest.h>

#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "flowdsl/c_abi/boundary.hpp"

namespace flowc::c_abi {
namespace {

struct Answer {
    int status = 0;
    std::string json;
    bool given = false;
    friend bool operator==(const Answer&, const Answer&) = default;
};

template <typename Call>
Answer answer_of(const Call& call) {
    char* result = nullptr;
    std::size_t length = 0;
    Answer answer;
    answer.status = call(&result, &length);
    answer.given = result != nullptr;
    if (result) answer.json.assign(result, length);
    flowc_free(result);
    return answer;
}

Answer compiled(const std::string& text, const std::string& options) {
    return answer_of([&](char** result, std::size_t* length) {
        return flowc_compile(text.data(), text.size(), options.data(), options.size(), result, length);
    });
}

Answer linted(const std::string& text, const std::string& options) {
    return answer_of([&](char** result, std::size_t* length) {
        return flowc_lint(text.data(), text.size(), options.data(), options.size(), result, length);
    });
}

TEST(CAbi, GivesManyThreadsAtOnceWhatItGivesOne) {
    const std::string sound = "flow: Main line\non_error: hangup\nstart:\n  - queue: Billing\n  - transfer: queue\n";
    const std::string faulty = "flow: Main line\nstart: [{sey: Welcome.}]\n";
    const std::string options = R"({"environment": {"bind": {"placeholder": "<<{name}>>"}}})";
    const auto all = [&] {
        return std::array{compiled(sound, options),
                          compiled(faulty, options),
                          compiled(sound, R"({"envionment": {}})"),
                          linted(sound, ""),
                          linted(faulty, ""),
                          linted(R"({"Version": "2019-10-30", "Actions": [}})", "")};
    };
    const auto alone = all();
    EXPECT_EQ(alone[0].status, FLOWC_OK);
    EXPECT_EQ(alone[2].status, FLOWC_USAGE);

    std::vector<int> differences(8, 0);
    std::vector<std::thread> threads;
    for (int& different : differences)
        threads.emplace_back([&] {
            for (int i = 0; i < 40; ++i) different += all() != alone;
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(differences, std::vector<int>(8, 0));
}

/// What comes of an exception that leaves the work of a call.
template <typename Exception>
Answer thrown(Exception exception) {
    return answer_of([&](char** result, std::size_t* length) {
        return answer(result, length, [&](std::string&) -> int { throw exception; });
    });
}

TEST(CAbi, TurnsAnExceptionIntoAFault) {
    const Answer answer = thrown(std::runtime_error("the table has no row"));
    EXPECT_EQ(answer.status, FLOWC_FAULT);
    EXPECT_EQ(answer.json, R"({"version":1,"error":"a fault of flowc itself: the table has no row","findings":[]})");
    EXPECT_EQ(thrown(std::length_error("too long")).status, FLOWC_FAULT);
}

TEST(CAbi, TurnsWhatIsNoExceptionIntoAFault) {
    const Answer answer = thrown(7);
    EXPECT_EQ(answer.status, FLOWC_FAULT);
    EXPECT_EQ(answer.json, R"({"version":1,"error":"a fault of flowc itself","findings":[]})");
}

TEST(CAbi, KeepsAFaultsWordsUtf8) {
    const Answer answer = thrown(std::runtime_error("byte \xFF"));
    EXPECT_EQ(nlohmann::json::parse(answer.json)["error"], "a fault of flowc itself: byte \xEF\xBF\xBD");
}

TEST(CAbi, HasNoResultWithoutMemory) {
    const Answer answer = thrown(std::bad_alloc());
    EXPECT_EQ(answer.status, FLOWC_NO_MEMORY);
    EXPECT_FALSE(answer.given);
}

}  // namespace
}  // namespace flowc::c_abi
