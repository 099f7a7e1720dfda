#include "scanner/placeholders/definitions.h"

#include "tests/support/catch.h"

using namespace ropc::scanner;

namespace {

/// "name=value" of all definitions, in order.
std::string told(const std::string& path, const std::string& text) {
  std::string out;
  for (const Definition& definition : definitions_in(path, text)) {
    if (!out.empty()) out += ' ';
    out += definition.name + "=" + definition.value;
  }
  return out;
}

}  // namespace

TEST_CASE("files that tell values") {
  CHECK(definition_kind(".env") == DefinitionKind::variables);
  CHECK(definition_kind("a/.env.example") == DefinitionKind::variables);
  CHECK(definition_kind("src/main/resources/application.yml") == DefinitionKind::tree);
  CHECK(definition_kind("a.properties") == DefinitionKind::tree);
  CHECK(definition_kind("docker-compose.yml") == DefinitionKind::pipeline);
  CHECK(definition_kind(".github/workflows/ci.yaml") == DefinitionKind::pipeline);
  CHECK(definition_kind("chart/values.yaml") == DefinitionKind::helm);
  CHECK(definition_kind("roles/sso/defaults/main.yml") == DefinitionKind::ansible);
  CHECK(definition_kind("infra/main.tf") == DefinitionKind::terraform);
  CHECK(definition_kind("src/a.cpp") == DefinitionKind::none);
  CHECK(definition_kind("clients/a.json") == DefinitionKind::data);
}

TEST_CASE("variables") {
  CHECK(told(".env", "export A_B=x\nC=\"y\"\nD_PASSWORD=secret\nE=\n") == "ab=x c=y");
  CHECK(told("Dockerfile", "FROM a\nENV A=x\nARG B=y\n") == "a=x b=y");
  CHECK(told("http-client.env.json", R"({"dev": {"client_id": "a"}})") == "clientid=a");
  CHECK(told("x.postman_environment.json", R"({"values": [{"key": "cid", "value": "a"}]})") == "cid=a");
  CHECK(told("environments/dev.bru", "vars {\n  cid: a\n}\n") == "cid=a");
  CHECK(told("env.sh", "#!/bin/bash\nA=${A:-x}\necho hi\n") == "a=x");
}

TEST_CASE("trees tell paths") {
  CHECK(told("application.yml", "kc:\n  client-id: a\n") == "kcclientid=a");
  CHECK(told("a.properties", "kc.client-id=a\n") == "kcclientid=a");
  CHECK(told("appsettings.json", R"({"Auth": {"ClientId": "a"}})") == "authclientid=a");
  CHECK(told("chart/values.yaml", "kc:\n  client: a\n") == "valueskcclient=a");
  CHECK(told("roles/a/defaults/main.yml", "kc_client: a\n") == "kcclient=a");
}

TEST_CASE("pipelines and manifests tell what their environments say") {
  CHECK(told("docker-compose.yml", "services:\n  a:\n    image: x\n    environment:\n      - A=x\n      - B=${B:-y}\n") == "a=x b=y");
  CHECK(told(".github/workflows/a.yml", "env:\n  A: x\njobs:\n  name: n\n") == "a=x");
  CHECK(told("k8s/a.yaml", "env:\n  - name: A\n    value: x\n") == "a=x");
}

TEST_CASE("Terraform tells variables and locals") {
  CHECK(told("variables.tf", "variable \"id\" {\n  default = \"a\"\n}\nlocals {\n  b = var.id\n}\n") == "varid=a localb=${var.id}");
  CHECK(told("terraform.tfvars", "id = \"a\"\n") == "varid=a");
}

TEST_CASE("other documents tell what Terraform reads from them") {
  CHECK(told("clients/a.json", R"([{"flag": true, "x": {"y": "z"}}])") == "eachvalueflag=true eachvaluey=z");
}

TEST_CASE("a value that only passes its own name on tells nothing") {
  CHECK(told(".env", "A=${A}\nB=x${B:-y}\n").empty());
}

TEST_CASE("general files come before those of one environment") {
  CHECK(definition_rank(".env") < definition_rank(".env.example"));
  CHECK(definition_rank("application.yml") < definition_rank("application-dev.yml"));
  CHECK(definition_rank("terraform.tfvars") < definition_rank("variables.tf"));
}
