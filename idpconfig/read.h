#pragma once

#include <istream>
#include <string>
#include <string_view>

#include "common/result.h"
#include "model/evidence_sink.h"

namespace ropc::idpconfig {

/// What became of one input file.
enum class ReadResult { read, not_mine, failed };

/// Reads an IdP's exported configuration (recognised by content) into facts and tenant names. `label` is the path as
/// reported. not_mine: the bytes are no configuration export that we know (nothing was added); failed: they are, but
/// broken: what stands before the fault was added, and a diagnostic says so.
ReadResult read_export(std::string_view bytes, const std::string& label, EvidenceSink& out);

/// The same for the file at `path`, whatever its size: small files of any format, larger ones as JSON in bounded memory.
/// A file that cannot be read is `failed`, with a diagnostic.
ReadResult read_export_file(const std::string& path, const std::string& label, EvidenceSink& out);

/// The same for JSON of any size (a realm with its users) in bounded memory: the clients' settings, a chunk of the
/// file, and one value at a time. Only JSON; the stream is read once, from where it stands.
ReadResult read_large_export(std::istream& in, const std::string& label, EvidenceSink& out);

}  // namespace ropc::idpconfig
