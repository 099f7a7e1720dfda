#pragma once

#include <vector>

#include "advice/decide.h"
#include "advice/evidence.h"
#include "advice/words.h"

namespace ropc::advice {

/// All that a checklist is made from.
struct ChecklistInput {
  const Evidence& evidence;
  const Inputs& inputs;
  const Decision& decision;
  const Knowledge& knowledge;
  const Names& names;
};

/// The steps of the decision's checklist for this flow, identity provider and library, with the names put in. Steps
/// that the identity provider's file lacks come from the file "generic".
std::vector<Step> checklist_for(const ChecklistInput& input);

/// The cases that the evidence is one of.
std::vector<const Case*> cases_of(const ChecklistInput& input);

/// The libraries that the findings name, each with the first place it is used at.
std::vector<std::pair<const Library*, const Finding*>> libraries_of(const ChecklistInput& input);

}  // namespace ropc::advice
