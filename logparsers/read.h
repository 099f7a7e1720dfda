#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/digest.h"
#include "common/result.h"
#include "model/usage_sink.h"

namespace ropc::logparsers {

class Formats;

/// All formats that ship with the program, and those of the user's own folders (`*.yaml`), which add or replace.
/// Fails with every fault of the user's files in one text.
Result<std::shared_ptr<const Formats>> load_formats(const std::vector<std::string>& folders);

/// Digest of the formats: what they make of an input may change when they do.
Digest fingerprint(const Formats& formats);

/// What was read of a file that has grown since.
struct ReadBefore {
  std::uint64_t bytes = 0;
  std::uint64_t lines = 0;
  std::string format;  ///< id of the one format that its records have
};

/// How inputs are read.
struct ReadOptions {
  std::shared_ptr<const Formats> formats;
  std::string as;                 ///< id of the one format to use; empty: recognised by content
  const UserDigester* users = nullptr;  ///< nullptr: no users are kept
  unsigned threads = 1;
  std::string label;              ///< instead of the path; empty: the path
  std::string part;               ///< see InputLabel
  std::optional<FileState> file = std::nullopt;  ///< its `size` is where reading ends
  std::optional<ReadBefore> before = std::nullopt;  ///< the file is read on from there
};

/// What became of one input.
struct ReadSummary {
  enum class Result : std::uint8_t {
    read,      ///< it is in the sink
    not_mine,  ///< no log that we know; the sink is as before
    failed     ///< nothing of it could be read; the sink is as before, and `problem` says why
  };
  Result result = Result::not_mine;
  bool incomplete = false;                       ///< a part of it could not be read (a diagnostic says which)
  bool from_start = false;  ///< not_mine: what a file has grown by cannot be read without what stands before it
  std::map<std::string, std::uint64_t> formats;  ///< format id → records
  std::uint64_t records = 0;
  std::uint64_t events = 0;
  std::uint64_t bad_records = 0;
  std::string problem;                           ///< when failed: one sentence
};

/// Reads one file, FIFO or device, or standard input ("-"): peels wrappers, recognises the format by content, and
/// gives `sink` one whole input, or nothing. Memory is bounded whatever the size. Fails when the path cannot be opened.
Result<ReadSummary> read_input(const std::string& path, const ReadOptions& options, UsageSink& sink);

/// The same for bytes in memory; `options.label` names them.
ReadSummary read_bytes(std::string_view bytes, const ReadOptions& options, UsageSink& sink);

/// One line of `formats list`.
struct FormatInfo {
  std::string id;
  std::string idp;
  std::string title;
  bool verified = false;  ///< seen in real records, or only described
  std::string shows;      ///< what successes can be seen, in one sentence
};
std::vector<FormatInfo> list_formats(const Formats& formats);

/// Shows every sample of every format to all formats: only its owner may recognise it, with the results the sample
/// states. One sentence per fault; empty: all well.
std::vector<std::string> test_formats(const Formats& formats);

}  // namespace ropc::logparsers
