#pragma once

#include <vector>

#include "advice/checklist.h"

namespace ropc::advice {

/// Why this flow: the rule's own sentence, the signs behind each of its inputs, what the identity provider has of it,
/// the cases that it is one of, and dates. Most telling first, each once.
std::vector<Reason> reasons_for(const ChecklistInput& input);

/// What the rules looked at, as far as anything is known of it or it is asked for.
std::vector<AdviceInput> inputs_for(const ChecklistInput& input);

/// What a person must answer, most telling first; at most four.
std::vector<std::string> questions_for(const ChecklistInput& input);

/// The other flows, in words.
std::vector<std::string> alternatives_for(const ChecklistInput& input);

Confidence confidence_of(Strength strength);

}  // namespace ropc::advice
