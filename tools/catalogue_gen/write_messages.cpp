#include "write_messages.hpp"

#include "arrays.hpp"
#include "row.hpp"

namespace catalogue_gen {

std::string message_tables(const std::vector<Message>& messages) {
    Arrays arrays;
    Strings rows;
    for (const Message& message : messages) {
        rows.push_back(Row()
                           .text("text", message.text)
                           .text("cause", message.cause)
                           .text("fix", message.fix)
                           .word("names", "ServiceMessage::Names", message.names)
                           .set("rules", arrays.add_texts(message.rules))
                           .flag("complete", message.complete)
                           .set("parameters", arrays.add_texts(message.parameters))
                           .text("action", message.action)
                           .word("flow_type", "FlowType", message.flow_type)
                           .word("evidence", "Evidence", message.evidence)
                           .set("sources", arrays.add_texts(message.sources))
                           .str());
    }
    const std::string table = arrays.add("ServiceMessage", rows);
    return R"(#include "flowc/service_error.hpp"

// Rows name what they set and leave the rest to the defaults.
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

namespace flowc {
namespace {

)" + arrays.definitions() +
           "\n}  // namespace\n\nstd::span<const ServiceMessage> service_messages() { return " +
           (table.empty() ? "{}" : table) + "; }\n\n}  // namespace flowc\n";
}

}  // namespace catalogue_gen
