#pragma once

#include <string_view>

#include "idpconfig/profile_run.h"

namespace ropc::idpconfig {

/// Adds to a document what only code can say of it.
using Special = void (*)(DocumentSettings& document);

/// The function that profiles name in `special`; nullptr: there is none of that name.
Special find_special(std::string_view name) noexcept;

}  // namespace ropc::idpconfig
