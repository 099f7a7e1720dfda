#pragma once

#include <string>
#include <string_view>

#include "idpconfig/read.h"

namespace ropc::idpconfig {

/// Reads tables of clients as CSV: with a heading (a database table; profiles of format csv say which), or as
/// `kcadm.sh get clients --format csv` writes them, without one.
ReadResult read_table(std::string_view bytes, const std::string& label, EvidenceSink& out);

}  // namespace ropc::idpconfig
