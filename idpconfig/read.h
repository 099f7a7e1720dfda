#pragma once

#include <string>
#include <vector>

#include "common/result.h"
#include "model/evidence_sink.h"

namespace ropc::idpconfig {

/// What became of one input file.
enum class ReadResult { read, not_mine, failed };

/// Reads an IdP's exported configuration (recognised by content) into facts and tenant names. `label` is the path as
/// reported. not_mine: the bytes are no configuration export that we know (nothing was added); failed: they are, but
/// broken, and a diagnostic says so.
ReadResult read_export(const std::string& bytes, const std::string& label, EvidenceSink& out);

}  // namespace ropc::idpconfig
