#pragma once

#include <vector>

#include "advice/knowledge.h"
#include "model/report.h"

namespace ropc::advice {

/// Fills `recommendation` of every client (flow, reasons, questions, steps, rank) from the record itself and from what
/// the logs cover. A function from values to values: no file, clock or database. Same records, same advice.
void advise(std::vector<ClientRecord>& clients, const Knowledge& knowledge, const std::vector<LogCoverage>& coverage = {});

}  // namespace ropc::advice
