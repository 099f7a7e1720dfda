#include "common/line_hash.h"

#include "tests/support/catch.h"

using ropc::line_hashes;
using Hashes = std::vector<std::string>;

// Vectors of an independent implementation; the first three are also those of the upload action's own tests.
TEST_CASE("line hashes equal those of GitHub's upload action") {
  CHECK(line_hashes("", {1}) == Hashes{"c129715d7a2bc9a3:1"});
  CHECK(line_hashes(" a\nb\n  \t\tc\n d", {1, 2, 3, 4}) ==
        Hashes{"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"});
  CHECK(line_hashes(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End", {1, 2, 3, 4, 5, 6}) ==
        Hashes{"8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1",
               "b86d3392aea1be30:1", "e6ceba753e1a442:1"});
  CHECK(line_hashes("grant_type=password\ngrant_type=password\ngrant_type=password\n", {1, 2, 3, 4}) ==
        Hashes{"bf1227d6bc2f2f08:1", "d2b4279286706461:1", "73045431790d7cea:1", "c129715d7a2bc9a3:1"});
}

TEST_CASE("line ends of all kinds and characters beyond the basic plane are counted as the action does") {
  CHECK(line_hashes("x\r\ny\rz\n", {1, 2, 3, 4}) ==
        Hashes{"b9ca9c0a2452b1b0:1", "3c9a59cfc299b3ee:1", "95de0951c928fa27:1", "c129715d7a2bc9a3:1"});
  CHECK(line_hashes("é😀\n", {1, 2}) == Hashes{"16a367e7bde89037:1", "c129715d7a2bc9a3:1"});
}

TEST_CASE("equal hashes of one file are numbered, and lines may be asked for in any order") {
  const std::string block = std::string(150, 'x') + "\n";
  const Hashes hashes = line_hashes(block + block, {2, 1, 2});
  REQUIRE(hashes.size() == 3);
  CHECK(hashes[1].ends_with(":1"));
  CHECK(hashes[0].ends_with(":2"));
  CHECK(hashes[0] == hashes[2]);
}

TEST_CASE("line 0 is line 1, and a line past the end has no hash") {
  CHECK(line_hashes("a\n", {0, 1, 9}) == Hashes{line_hashes("a\n", {1})[0], line_hashes("a\n", {1})[0], ""});
}
