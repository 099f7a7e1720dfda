#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "logparsers/formats.h"
#include "logparsers/record_reader.h"

namespace ropc::logparsers {

/// Name and columns of `COPY public.event_entity (id, …) FROM stdin;`.
struct CopyHead {
  std::string table;
  std::vector<std::string> columns;
};
std::optional<CopyHead> copy_head(std::string_view line);

/// The columns of a header that some format asks for; nullptr when none asks for three of them.
std::shared_ptr<const Columns> columns_of(std::string_view header, const Formats& formats);

}  // namespace ropc::logparsers
