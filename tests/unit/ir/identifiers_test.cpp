#include "ir/identifiers.hpp"

#include <gtest/gtest.h>

#include <string>

namespace flowc {
namespace {

std::vector<Action> actions(const std::vector<std::string>& identifiers) {
    std::vector<Action> result(identifiers.size());
    for (std::size_t i = 0; i < identifiers.size(); ++i) result[i].identifier = identifiers[i];
    return result;
}

TEST(Identifiers, FindsEachAndNothingElse) {
    std::vector<std::string> words;
    for (int i = 0; i < 1000; ++i) words.push_back("action-" + std::to_string(i));
    const std::vector<Action> all = actions(words);
    const Identifiers identifiers(all);
    for (ActionId id = 0; id < words.size(); ++id) EXPECT_EQ(identifiers.find(words[id]), id);
    EXPECT_EQ(identifiers.find("action-1000"), no_action);
    EXPECT_TRUE(identifiers.taken().empty());
}

TEST(Identifiers, TellsWhichAreTakenAndByWhom) {
    const std::vector<std::string> words{"a", "b", "a", "", "a", ""};
    const std::vector<Action> all = actions(words);
    const Identifiers identifiers(all);
    EXPECT_EQ(identifiers.find("a"), 0u);
    ASSERT_EQ(identifiers.taken().size(), 2u);
    EXPECT_EQ(identifiers.taken()[0].action, 2u);
    EXPECT_EQ(identifiers.taken()[1].action, 4u);
    EXPECT_EQ(identifiers.taken()[1].by, 0u);
}

TEST(Identifiers, NobodyIsCalledNothing) {
    const std::vector<std::string> words{"", ""};
    const std::vector<Action> all = actions(words);
    EXPECT_EQ(Identifiers(all).find(""), no_action);
    EXPECT_EQ(Identifiers({}).find("a"), no_action);
}

}  // namespace
}  // namespace flowc
