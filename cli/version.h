#pragma once

namespace ropc::cli {

/// The program's version, from CMake's project().
inline constexpr const char* kVersion = ROPC_VERSION;

}  // namespace ropc::cli
