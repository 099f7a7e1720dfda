#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "inventory/sqlite.h"
#include "inventory/usage_row.h"

namespace ropc::inventory {

/// What the clocks of logs without a zone show compared with UTC, learned from sign-ins that a source with a zone
/// holds too: by token id, else by refusals of the same client and error at the same moment of the hour.
class UsageClock {
 public:
  /// `tenant_of`: tenant by usage_client.id.
  UsageClock(Database& database, const std::map<std::int64_t, std::string>& tenant_of);

  /// UTC of an event whose log names no zone; as it is when nothing tells the zone.
  [[nodiscard]] std::int64_t utc(std::int64_t client, std::int64_t at) const;

 private:
  using Offsets = std::map<std::int64_t, std::int64_t>;  ///< local day → offset in nanoseconds
  void learn_from_copies(Database& database);
  void learn_from_refusals(Database& database);

  const std::map<std::int64_t, std::string>& tenant_of_;
  std::map<std::string, Offsets> by_tenant_;
  Offsets all_;
};

}  // namespace ropc::inventory
