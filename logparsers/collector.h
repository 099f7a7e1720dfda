#pragma once

#include <optional>
#include <string>

#include "logparsers/batch.h"
#include "logparsers/formats.h"
#include "logparsers/read.h"
#include "model/usage_sink.h"

namespace ropc::logparsers {

/// Adds the batches of one input up and gives it to the sink as one whole, or not at all.
class Collector {
 public:
  Collector(const Formats& formats, InputLabel label, const std::optional<ReadBefore>& before, UsageSink& sink);

  /// The batches come in the order of the input.
  void take(const Batch& batch);
  /// A format was seen whose records must be read in their order, by one reader.
  [[nodiscard]] bool needs_order() const;
  /// So much was read without a record that any format knows that the rest need not be read.
  [[nodiscard]] bool hopeless() const;
  /// Ends the input, or abandons it. `failure`: why the stream ended early. `bare`: the input's bytes are its lines.
  ReadSummary finish(const std::optional<Error>& failure, bool bare);

 private:
  void begin();
  [[nodiscard]] std::size_t formats_seen() const;
  [[nodiscard]] std::string amount(std::uint64_t count) const;
  void give_coverage(ReadSummary& out);
  void give_diagnostics(const std::optional<Error>& failure, ReadSummary& out);

  const Formats& formats_;
  InputLabel label_;
  UsageSink& sink_;
  Batch total_;
  std::uint64_t batches_ = 0;
  bool begun_ = false;
};

}  // namespace ropc::logparsers
