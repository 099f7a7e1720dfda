#include "common/guid.h"

#include "tests/support/catch.h"

using namespace ropc;

TEST_CASE("a GUID is 32 hexadecimal digits in five groups") {
  CHECK(is_guid("8f14e45f-ceea-4b7a-9c3d-5d2a1e0b9f01"));
  CHECK(is_guid("8F14E45F-CEEA-4B7A-9C3D-5D2A1E0B9F01"));
  CHECK_FALSE(is_guid("8f14e45fceea4b7a9c3d5d2a1e0b9f01"));
  CHECK_FALSE(is_guid("8f14e45f-ceea-4b7a-9c3d-5d2a1e0b9f0g"));
  CHECK_FALSE(is_guid("8f14e45f-ceea-4b7a-9c3d-5d2a1e0b9f011"));
  CHECK_FALSE(is_guid(""));
}
