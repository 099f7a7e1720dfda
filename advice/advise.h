#pragma once

#include <vector>

#include "common/result.h"
#include "model/report.h"

namespace ropc::advice {

class Knowledge;  // advice/knowledge.h: flows, decision tree, support matrix and checklists, loaded from YAML

/// Fills `recommendation` of every client (flow, reasons, questions, steps, rank) from the record itself. A function
/// from values to values: no file, clock or database. Same records, same advice.
void advise(std::vector<ClientRecord>& clients, const Knowledge& knowledge);

}  // namespace ropc::advice
