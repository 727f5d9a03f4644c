#include "output/first_files.hpp"

#include "flowc/schema.hpp"

namespace flowc::cli {

namespace {

constexpr std::string_view first_flow =
    R"(# vim: set filetype=yaml expandtab shiftwidth=2 :  -*- mode: yaml; indent-tabs-mode: nil -*-
# yaml-language-server: $schema=flowdsl.schema.json
#
# A contact flow. Compile it:   flowc compile -o out
# Only check it:                flowc lint

flow: Main line
description: Greets callers and passes them to a queue
on_error: sorry                 # where a step that fails goes, unless it says otherwise; also [{say: Sorry.}, hangup]

start:                          # the steps, in order
  - say: Thank you for calling.
  - hours: Office hours         # a name; its ARN stands in env.yaml
    closed: closed
  - menu: department
    options:
      1: {for: sales, then: sales}
      2: {for: support, then: support}
    give_up: support            # after three tries without a valid key

blocks:                         # named sequences of steps to jump to
  sales:
    - transfer: {queue: Sales}
  support:
    - transfer: {queue: Support}
  closed:
    - say: We are closed. Please call again during office hours.
    - hangup
  sorry:
    - say: We are sorry, something went wrong. Please call again later.
    - hangup
)";

constexpr std::string_view first_environment =
    R"(# An environment: the ARNs behind the names that the flows use. Keep one file for each instance.
# flowc.yaml names it, `--env` another one, and `flowc explain env` tells the rest.

bind: arn                       # write the ARNs below into the flow JSON

queue:
  Sales: arn:aws:connect:us-east-1:111122223333:instance/11111111-1111-1111-1111-111111111111/queue/22222222-2222-2222-2222-222222222222
  Support: arn:aws:connect:us-east-1:111122223333:instance/11111111-1111-1111-1111-111111111111/queue/33333333-3333-3333-3333-333333333333

hours:
  Office hours: arn:aws:connect:us-east-1:111122223333:instance/11111111-1111-1111-1111-111111111111/operating-hours/44444444-4444-4444-4444-444444444444

# The other kinds of names, each with a key of its own like those above:
#
# lambda:
#   checkHoliday: arn:aws:lambda:us-east-1:111122223333:function:checkHoliday
# prompt:
#   Music: arn:aws:connect:us-east-1:111122223333:instance/11111111-1111-1111-1111-111111111111/prompt/55555555-5555-5555-5555-555555555555
#
# agent, flow, module, bot, view, number, template, knowledge_base, assistant, table, user, case_template, task_template, user_pool, other
)";

constexpr std::string_view first_project =
    R"(# The project: what all commands read, in this folder and below. `flowc explain project` tells the rest.

env: env.yaml                   # the ARNs behind the names; `flowc compile --env production.yaml` takes another file
)";

}  // namespace

std::vector<FirstFile> first_files() {
    return {{"main.flow.yaml", std::string(first_flow)},
            {"env.yaml", std::string(first_environment)},
            {"flowc.yaml", std::string(first_project)},
            {"flowdsl.schema.json", dsl_schema()}};
}

}  // namespace flowc::cli
