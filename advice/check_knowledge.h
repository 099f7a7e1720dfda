#pragma once

#include "advice/knowledge.h"

namespace ropc::advice {

/// Whether everything that one file of advice names is there in another: flows, checklists, inputs and their values.
/// Fails with ErrorCode::schema at the first thing missing.
Result<void> check_knowledge(const Knowledge& knowledge);

}  // namespace ropc::advice
