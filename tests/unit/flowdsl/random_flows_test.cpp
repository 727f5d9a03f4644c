#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>

#include "flowc/compile.hpp"
#include "flowdsl/words/verb.hpp"
#include "tests/promises/promises.hpp"

namespace flowc {
namespace {

using dsl::OptionInfo;
using dsl::OptionKind;
using dsl::VerbInfo;

/// Flows that nobody would write: any verb with right and wrong values, any target, any characters.
class Author {
  public:
    explicit Author(std::uint32_t seed) : random_(seed), tame_(seed % 2 == 0) {}

    std::string flow() {
        std::string text = one_in(12) ? "module: " : "flow: ";
        text += word() + '\n';
        if (tame_ || !one_in(3)) text += "on_error: " + (tame_ ? "sorry" : pick(targets)) + '\n';
        if (!tame_ && one_in(4)) text += "type: " + pick(types) + '\n';
        if (tame_)
            return text + "inputs: [Category]\nstart:\n" + steps(1 + below(4)) +
                   "blocks:\n  b: [hangup]\n  sorry: [hangup]\n";
        if (one_in(4)) text += "inputs: [" + pick(names) + ", " + pick(names) + "]\n";
        if (one_in(5)) text += "logging: " + pick(plain) + '\n';
        if (one_in(5)) text += "language: " + pick(plain) + '\n';
        if (one_in(8)) text += "words: {for: \"{label} {key}\", nth: [a, b]}\n";
        if (one_in(8)) text += "vars: {" + pick(names) + ": " + pick(plain) + "}\n";
        text += "start:\n" + steps(1 + below(5)) + "blocks:\n  b:\n" + steps(1 + below(2)) + "  sorry: [hangup]\n";
        return text;
    }

    /// Deletes, doubles or replaces some characters.
    std::string damage(std::string text) {
        for (std::size_t count = 1 + below(3); count > 0 && !text.empty(); --count) {
            const std::size_t at = below(text.size());
            switch (below(4)) {
                case 0: text.erase(at, 1 + below(3)); break;
                case 1: text.insert(at, pick(splinters)); break;
                case 2: text.insert(at, text.substr(at, below(12))); break;
                default: text[at] = static_cast<char>(below(256)); break;
            }
        }
        return text;
    }

    bool one_in(std::size_t count) { return below(count) == 0; }

  private:
    template <std::size_t N>
    using Words = std::array<const char*, N>;

    static constexpr Words<12> targets{"next", "hangup", "end",     "return",   "repeat", "none",
                                       "b",    "sorry",  "nowhere", "[hangup]", "start",  "\"\""};
    static constexpr Words<11> types{"inbound",        "customer-queue", "customer-hold",    "customer-whisper",
                                     "agent-whisper",  "agent-hold",     "outbound-whisper", "campaign",
                                     "queue-transfer", "agent-transfer", "nothing"};
    static constexpr Words<10> names{"Category", "A",       "queue", "external.x", "Größe",
                                     "a.b",      "\"a b\"", "name",  "😀",          "\"\""};
    static constexpr Words<26> plain{"on",
                                     "off",
                                     "5",
                                     "5s",
                                     "2m",
                                     "1h",
                                     "0",
                                     "-1",
                                     "\"\"",
                                     "hello",
                                     "en-US",
                                     "de-DE",
                                     "over 0",
                                     "under 5m",
                                     "digits",
                                     "queue",
                                     "channel",
                                     "agent",
                                     "\"+15550100\"",
                                     "\"{Category}\"",
                                     "\"$.Attributes.x\"",
                                     "\"{a\"",
                                     "\"${name}\"",
                                     "\"<speak>hi</speak>\"",
                                     "99999999999999999999",
                                     "{x}"};
    static constexpr Words<14> splinters{"\"", "'",  "{",  "}",  "[",  "]", ": ",
                                         " #", "\n", "  ", "\t", "- ", "é", "\xF0\x9F\x98\x80"};

    std::size_t below(std::size_t count) { return count == 0 ? 0 : random_() % count; }
    template <std::size_t N>
    std::string pick(const Words<N>& words) {
        return words[below(N)];
    }
    std::string word() { return !tame_ && one_in(9) ? pick(plain) : "T"; }

    std::string steps(std::size_t count) {
        std::string text;
        for (; count > 0; --count) text += "    - " + step(2) + '\n';
        if (tame_ || !one_in(6)) text += "    - hangup\n";
        return text;
    }

    std::string list(std::size_t depth) {
        return one_in(3) ? "[" + step(depth) + ", next]" : "[" + step(depth) + ", hangup]";
    }

    std::string target(std::size_t depth) {
        if (tame_) return one_in(2) ? "next" : one_in(3) ? "b" : "hangup";
        return depth > 0 && one_in(5) ? list(depth - 1) : pick(targets);
    }

    std::string map(std::size_t depth) {
        static constexpr Words<20> keys{"1",   "0",    "star",  "Sales", "over 0",     "for",   "to",
                                        "set", "then", "queue", "flow",  "number",     "say",   "agent-whisper",
                                        "who", "name", "arn",   "play",  "statusCode", "A or B"};
        std::string text = "{";
        for (std::size_t count = below(4); count > 0; --count) {
            if (text.size() > 1) text += ", ";
            text += pick(keys) + ": " + (depth > 0 && one_in(3) ? map(depth - 1) : one_in(2) ? target(0) : pick(plain));
        }
        return text + "}";
    }

    std::string value(OptionKind kind, std::span<const std::string_view> words, std::size_t depth) {
        if (one_in(tame_ ? 60 : 10)) return one_in(2) ? map(1) : pick(plain);
        if (tame_ && kind == OptionKind::switch_) return "on";
        switch (kind) {
            case OptionKind::target: return target(depth);
            case OptionKind::message:
                return one_in(4) ? "{play: Welcome}" : one_in(4) ? map(0) : "\"Hello {Category}.\"";
            case OptionKind::word: return words.empty() ? pick(plain) : std::string{words[below(words.size())]};
            case OptionKind::duration: return one_in(3) ? pick(plain) : "5s";
            case OptionKind::number: return one_in(3) ? pick(plain) : "2";
            case OptionKind::switch_: return one_in(2) ? "on" : "off";
            case OptionKind::list: return "[" + pick(names) + ", " + pick(plain) + "]";
            case OptionKind::map:
            case OptionKind::data: return map(2);
            case OptionKind::text: return one_in(3) ? pick(plain) : "text";
            case OptionKind::name: return one_in(5) ? pick(plain) : "Name";
            case OptionKind::reference: return pick(names);
            case OptionKind::any: break;
        }
        return one_in(2) ? map(2) : one_in(2) ? pick(plain) : "[agent, customer]";
    }

    std::string step(std::size_t depth) {
        if (!tame_ && one_in(8)) return pick(targets);
        const auto verbs = dsl::all_verbs();
        const VerbInfo& verb = *verbs[below(verbs.size())];
        if ((tame_ ? !one_in(5) : one_in(3)) && !verb.example.empty()) {
            const std::string example{verb.example};
            return example.front() == '{' ? example : "{" + example + "}";
        }
        std::string text = "{" + std::string{verb.name} + ": " + value(verb.value, {}, depth);
        const auto add = [&](const OptionInfo& option) {
            text += ", " + std::string{option.name} + ": " + value(option.kind, option.words, depth);
        };
        for (const OptionInfo& option : verb.options)
            if (option.required ? !one_in(9) : one_in(4)) add(option);
        for (const OptionInfo& option : dsl::common_options())
            if (one_in(9)) add(option);
        if (!tame_ && one_in(20)) text += ", oddity: x";
        return text + "}";
    }

    std::mt19937 random_;
    bool tame_;  ///< writes mostly what is right
};

void expect_promise_kept(const std::string& text, const CompileOptions& options) {
    SCOPED_TRACE(text);
    EXPECT_EQ(promises::compiling(text, options), "");
}

class RandomFlows : public ::testing::Test {
  protected:
    void SetUp() override {
        environment.binding = Binding{Binding::Mode::placeholder, "<<{name}>>"};
        with_environment.environment = &environment;
        at_run_time.binding = Binding{Binding::Mode::external, {}};
        with_external.environment = &at_run_time;
        as_attributes.binding = Binding{Binding::Mode::attributes, {}};
        with_attributes.environment = &as_attributes;
    }
    const CompileOptions& options(std::uint32_t seed) const {
        if (seed % 11 == 0) return without;
        if (seed % 7 == 0) return with_external;
        return seed % 5 == 0 ? with_attributes : with_environment;
    }
    Environment environment;
    Environment at_run_time;
    Environment as_attributes;
    CompileOptions with_environment;
    CompileOptions with_external;
    CompileOptions with_attributes;
    CompileOptions without;
};

TEST_F(RandomFlows, EitherCompileOrAreReportedNeverBothAndNeverNeither) {
    for (std::uint32_t seed = 1; seed <= 3000 && !HasFailure(); ++seed) {
        Author author(seed);
        expect_promise_kept(author.flow(), options(seed));
    }
}

TEST_F(RandomFlows, WithDamagedCharactersKeepThePromiseToo) {
    for (std::uint32_t seed = 1; seed <= 3000 && !HasFailure(); ++seed) {
        Author author(seed + 100'000);
        const std::string text = author.flow();
        expect_promise_kept(author.damage(text), options(seed));
    }
}

TEST_F(RandomFlows, OfEveryVerbsExampleCompileOrSayWhy) {
    for (const VerbInfo* verb : dsl::all_verbs()) {
        SCOPED_TRACE(verb->name);
        const std::string example{verb->example};
        const std::string step = example.front() == '{' ? example : "{" + example + "}";
        for (const char* type : {"inbound", "customer-queue", "customer-hold", "agent-whisper", "campaign"})
            expect_promise_kept("flow: T\ntype: " + std::string{type} + "\non_error: end\nstart: [" + step +
                                    ", end]\nblocks: {sales: [end], sorry: [end], to_queue: [end]}\n",
                                with_environment);
    }
}

TEST_F(RandomFlows, SomeCompile) {
    std::size_t compiled = 0;
    for (std::uint32_t seed = 1; seed <= 300; ++seed) {
        Author author(seed);
        const std::string text = author.flow();
        Sources sources;
        compiled += compile({"random.flow.yaml", text}, sources, with_environment).flows.size();
    }
    EXPECT_GT(compiled, 30u) << "the generator shows nothing when every flow is refused";
}

}  // namespace
}  // namespace flowc
