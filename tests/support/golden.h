#pragma once

#include <string>

namespace ropc::test {

/// Compares `actual` with the file tests/golden/`name` and fails the test with the first differing line. With
/// ROPC_UPDATE_GOLDEN=1 in the environment the file is written instead; its diff is reviewed like code.
void check_golden(const std::string& name, const std::string& actual);

}  // namespace ropc::test
