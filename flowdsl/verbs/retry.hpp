#pragma once

#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

/// How a step that asks goes on after a wrong answer or none: a message each, then one shared Loop
/// that leads back to the question, or to `give_up` once `tries` are used up. Only what a branch leads to is written.
class Retry {
  public:
    /// Whether `silent` may be `{check: off}`.
    enum class Check : std::uint8_t { fixed, optional };

    /// Reads `tries`, `invalid` and `silent`. `give_up` is where the last failed try leads.
    Retry(StepContext& step, Label give_up, Check check = Check::fixed);

    /// Where the branch for a wrong answer leads.
    Label invalid() { return entry(invalid_); }
    /// Where the branch for no answer leads.
    Label silent() { return entry(silent_); }
    /// False where the author switched the test for silence off.
    bool checks_silence() const { return checks_silence_; }

    /// Adds the messages and the Loop; after the step's other actions.
    void add_actions();

  private:
    struct Case {
        std::string_view name;
        Message message{};
        Label then = unset;   ///< leaves at once, uncounted
        Label first = unset;  ///< what the branch leads to, once one does
    };

    void read(Case& answer, Check check);
    Label entry(Case& answer);
    Label after(const Case& answer);
    void add_message(const Case& answer);

    StepContext& step_;
    Label give_up_;
    long tries_;
    Label loop_ = unset;
    bool checks_silence_ = true;
    Case invalid_{.name = "invalid"};
    Case silent_{.name = "silent"};
};

/// `give_up` as written, else `fallback`.
Label read_give_up(StepContext& step, Label fallback);

/// Words of a step's own message, spoken on the way to `next`; a failure goes there too.
void add_message(StepContext& step, std::string_view suffix, Label label, const Message& message, Label next);

}  // namespace flowc::dsl
