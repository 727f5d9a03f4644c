#include <array>

#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/run_time_value.hpp"
#include "flowdsl/words/literal_name.hpp"
#include "ir/reference.hpp"

namespace flowc::dsl {

static constexpr long seconds_in_a_minute = 60;

static void write_sign_in(StepContext& step, Parameters& parameters) {
    static constexpr std::array<std::string_view, 2> keys{"pool", "client"};
    const Node sign_in = step.value();
    {
        Parameters cognito = parameters.object("CognitoConfiguration", sign_in.span());
        if (step.read_map(sign_in, "authenticate", keys)) {
            for (const std::string_view needed : keys)
                if (!sign_in.find_key(needed))
                    step.error(rules::missing_option, sign_in.span(),
                               "`authenticate` needs `" + std::string{needed} + "`; write `{pool: name, client: id}`");
            const Node client = sign_in.find("client");
            if (const Node pool = sign_in.find("pool")) cognito.name("UserPoolArn", ResourceKind::user_pool, pool);
            if (const auto id = step.read_text(client, "client")) {
                if (!is_run_time_value(client) && (holds_reference(*id) || references_in(*id) != References::none))
                    step.error(rules::bad_value, client.span(),
                               "`client` is one id or one reference, and " + quote(*id) +
                                   " is neither; `set` the whole id as an attribute and write that");
                cognito.text("AppClientId", *id, client.span());
            }
        }
    }
    const Node object = step.option("object");
    if (const auto type = step.read_text(object, "object"))
        parameters.object("CustomerProfilesConfiguration", object.span()).text("ObjectTypeName", *type, object.span());

    const Node within = step.option("within");
    const long seconds = step.duration("within");
    if (seconds % seconds_in_a_minute != 0)
        step.error(rules::bad_value, within.span(),
                   "the service counts this time in whole minutes; write `" +
                       std::to_string(seconds / seconds_in_a_minute) + "m` or `" +
                       std::to_string(seconds / seconds_in_a_minute + 1) + "m`");
    parameters.number("TimeLimitMinutes", seconds / seconds_in_a_minute, step.place("within"));
}

static void lower(StepContext& step) {
    const Label failure = step.on_error();
    ActionDraft& authenticate = step.action(ActionType::AuthenticateParticipant);
    {
        Parameters parameters = step.parameters(authenticate);
        write_sign_in(step, parameters);
    }
    step.leads_to(authenticate, step.next());
    if (const Label target = step.target("opted_out", failure); target != no_branch)
        step.condition(authenticate, "Equals", "OptedOut", target);
    step.error_branch(authenticate, "TimeLimitExceeded", step.target("late", failure));
    step.error_branch(authenticate, "NoMatchingError", failure);
}

static constexpr ActionType types[] = {ActionType::AuthenticateParticipant};
static constexpr OptionInfo options[] = {
    {.name = "within",
     .kind = OptionKind::duration,
     .default_value = "5m",
     .summary = "how long the customer may take, in whole minutes",
     .min = 3 * seconds_in_a_minute,
     .max = 15 * seconds_in_a_minute},
    {.name = "object",
     .kind = OptionKind::text,
     .summary = "the object type of Customer Profiles that the answer is kept as, such as `Cognito-attributes`"},
    {.name = "opted_out",
     .kind = OptionKind::target,
     .default_value = "on_error",
     .summary = "where the customer goes who does not want to sign in"},
    {.name = "late",
     .kind = OptionKind::target,
     .default_value = "on_error",
     .summary = "where the customer goes who has not signed in in time"},
};

extern const VerbInfo verb_authenticate;
const VerbInfo verb_authenticate{
    .name = "authenticate",
    .section = "Ask",
    .summary = "asks a chat customer to sign in by a Cognito user pool",
    .value = OptionKind::map,
    .options = options,
    .types = types,
    .example = "authenticate: {pool: Customers, client: 4h57kb2o1example}",
    .lower = lower,
};

}  // namespace flowc::dsl
