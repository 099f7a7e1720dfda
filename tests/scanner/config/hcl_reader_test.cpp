#include "scanner/config/readers.h"
#include "tests/scanner/config/dump.h"
#include "tests/support/catch.h"

using namespace ropc::scanner::config;

TEST_CASE("blocks and attributes") {
  const std::string text = R"~(# c
provider "keycloak" {
  client_id = "admin-cli" // t
  username  = var.user
}
resource "x" "y" {
  flag = true
  inner { a = 1 }
}
)~";
  CHECK(dump(read_hcl(text)) == R"~(3 provider.keycloak.client_id = admin-cli
4 provider.keycloak.username = var.user
7 resource.x.y.flag = true
8 resource.x.y.inner.a = 1
1 comment # c
3 comment // t
)~");
}

TEST_CASE("lists, objects and functions that pass their arguments on") {
  const std::string text = R"~(l = ["a",
  "b", var.c]
m = { "k" : "v", z = 1
  y = 2 }
j = jsonencode({ g = ["p"] })
t = toset(["q"])
)~";
  CHECK(dump(read_hcl(text)) == R"~(1 l.[] = a
2 l.[] = b
2 l.[] = var.c
3 m.k = v
3 m.z = 1
4 m.y = 2
5 j.g.[] = p
6 t.[] = q
)~");
}

TEST_CASE("other expressions keep their text") {
  const std::string text = R"~(c = var.a ? "x" : "y"
f = [for x in y : x.z]
t = try(each.value.a, false)
u = "http://${var.h["k"]}:80"
)~";
  CHECK(dump(read_hcl(text)) == R"~(1 c = var.a ? "x" : "y"
2 f = [for x in y : x.z]
3 t = try(each.value.a, false)
4 u = http://${var.h["k"]}:80
)~");
}

TEST_CASE("here documents keep their lines") {
  const std::string text = R"~(s = <<-EOT
  curl \
    x
EOT
z = 1
)~";
  CHECK(dump(read_hcl(text)) == R"~(1 s =   curl \
    x

5 z = 1
)~");
}

TEST_CASE("what is no HCL is said to be none") {
  const std::string text = R"~(hello world;
)~";
  CHECK(dump(read_hcl(text)) == R"~(1 hello.world {}
fault
)~");
}

TEST_CASE("HCL that was cut keeps what came before") {
  const std::string text = R"~(a "b" {
  c = 1
)~";
  CHECK(dump(read_hcl(text)) == R"~(2 a.b.c = 1
fault
)~");
}

TEST_CASE("HCL nested without end is refused") {
  std::string deep;
  for (int i = 0; i < 10'000; ++i) deep += "a {\n";
  CHECK_FALSE(read_hcl(deep).fault.empty());
  CHECK_FALSE(read_hcl("a = " + std::string(100'000, '[')).fault.empty());
}
