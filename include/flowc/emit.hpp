#pragma once

#include <string>
#include <vector>

#include "flowc/export.hpp"
#include "flowc/flow.hpp"

namespace FLOWC_PUBLIC flowc {

/// What a flow is written as. A module has no type: as wrapper and api it is `{"Name", "Content", "Settings"}`. Its contract
/// stands in `Settings`, where it has one, and nowhere else, for the service keeps it beside the content.
enum class Target : std::uint8_t {
    content,  ///< the Flow-language document itself
    wrapper,  ///< `{"Name", "ContactFlowType", "Content": "<string>"}`
    export_,  ///< what the console's import reads: the document with name, description and type in its metadata
    api       ///< `{"Name", "Type", "Content": "<string>"}`, a body for CreateContactFlow
};

/// A place for every action; `flow.positions`, or where there are none what the document says, stand as they are, and the others
/// flow around them.
/// - No place is nearer to another than 260 across and 200 down at once (fixed places may be so to each other).
/// - A forward transition goes to a larger x, unless its target is fixed. Forward are all transitions but those
///   that a depth-first search from the start, in the order they are tried, finds to lead back to where it came
///   from; so every transition that is on no cycle is forward.
/// - The actions of a group keep their places relative to each other, whatever changes in other groups; a group
///   moves as a whole. This needs every group to be entered at one action only, its first, as compiled blocks
///   are; groups that enter each other in the middle are laid out as one.
/// - Unreachable actions have a place too.
/// n log n in the number of actions; fixed places cost each group the number of those that stand in its columns.
std::vector<Point> lay_out(const Flow& flow);

/// The flow's JSON, with a newline at its end: the same bytes for the same flow on every machine.
std::string emit(const Flow& flow, Target target);

}  // namespace flowc
