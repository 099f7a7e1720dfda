#pragma once

#include <functional>
#include <string_view>

#include "scanner/facts.h"
#include "scanner/text/reader.h"

namespace ropc::scanner {

/// Finds the calls, object creations and commands whose last name `wants`, in the order of their places. Declarations
/// of such a function have the role `declared`, what stands in comments and prose is left out.
void document_calls(const Reader& reader, const std::function<bool(std::string_view)>& wants,
                    const std::function<void(const CallFact&)>& found);

}  // namespace ropc::scanner
