#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace ropc::logparsers {

struct Pair {
  std::string_view key;
  std::string_view value;
};

/// The pairs of a text record: `key=value key="quoted \" value"` (logfmt and its relatives, behind a time or not),
/// `CEF:0|vendor|product|version|id|name|severity|key=value with blanks key=…`, or RFC 5424 structured data
/// `[id key="value \] …"]`. A time or other short text before the first pair is "@head"; CEF's own columns are
/// "@cef.vendor", "@cef.product", "@cef.event", "@cef.name"; the id of structured data is "@sd". Views point into `text`
/// or into `owned`. False when it is none of these.
bool split_pairs(std::string_view text, std::vector<Pair>& out, std::deque<std::string>& owned);

}  // namespace ropc::logparsers
