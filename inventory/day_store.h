#pragma once

#include <cstdint>
#include <string>

#include "inventory/sqlite.h"
#include "model/coverage.h"

namespace ropc::inventory {

/// What was read, by day.
class DayStore {
 public:
  explicit DayStore(Database& database);
  /// `grows`: what is told comes on top of what is known of this input; else the larger number stays.
  void add(std::int64_t input, const std::string& part, const DayCoverage& day, bool grows);

 private:
  Statement larger_, sum_, format_;
};

}  // namespace ropc::inventory
