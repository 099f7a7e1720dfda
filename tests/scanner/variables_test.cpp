#include "scanner/variables.h"

#include "tests/support/catch.h"

using namespace ropc::scanner;
using Variables = std::vector<std::pair<std::string, std::string>>;

TEST_CASE("files that tell variables") {
  for (const char* path : {".env", "a/.env.prod", "docker-compose.yml", "chart/values.yaml", "src/application.properties",
                           ".github/workflows/ci.yml", ".gitlab-ci.yml", "x.tfvars", "shop.postman_environment.json"})
    CHECK(tells_variables(path));
  for (const char* path : {"a.py", "README.md", "data.json", "k8s/deployment.txt"}) CHECK_FALSE(tells_variables(path));
}

TEST_CASE("lines, nested keys, lists and named values") {
  CHECK(variables_in(".env", "# c\nA=1\nexport B='x y'\nEMPTY=\nnot a line\n") == Variables{{"A", "1"}, {"B", "x y"}});
  CHECK(variables_in("app.properties", "a.b = c\n!x=y\n") == Variables{{"a.b", "c"}});
  CHECK(variables_in("values.yaml", "kc:\n  id: desk\n") == Variables{{"id", "desk"}, {"kc.id", "desk"}});
  CHECK(variables_in("compose.yml", "services:\n  a:\n    environment:\n      - ID=desk\n") == Variables{{"ID", "desk"}});
  const Variables named = variables_in("x.postman_environment.json", R"({"values": [{"key": "cid", "value": "desk"}]})");
  CHECK(std::find(named.begin(), named.end(), std::pair<std::string, std::string>("cid", "desk")) != named.end());
}

TEST_CASE("secrets stay where they are, broken files tell nothing") {
  CHECK(variables_in(".env", "DB_PASSWORD=hunter2\nCLIENT_SECRET=x\n").empty());
  CHECK(variables_in("values.yaml", "a: [").empty());
}
