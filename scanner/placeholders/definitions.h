#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ropc::scanner {

/// What kind of file tells values of placeholders, as its name says.
enum class DefinitionKind : std::uint8_t {
  none,
  variables,  ///< .env, shell settings, Dockerfile, REST client environments: NAME=value
  tree,       ///< properties, application.yml, appsettings.json: the dotted path is the name
  pipeline,   ///< compose, CI pipelines, Kubernetes manifests: `env`, `environment`, `variables` and their like
  helm,       ///< values.yaml: `.Values.` and the path
  ansible,    ///< defaults, vars, group_vars: top-level keys
  terraform,  ///< *.tf, *.tfvars: `var.` and `local.`
  data        ///< other JSON and YAML: what Terraform reads as `each.value.` from files beside it
};

DefinitionKind definition_kind(std::string_view path);

/// Files that tell what holds everywhere (0) come before those of one environment and examples (1):
/// application.yml before application-dev.yml, .env before .env.example.
int definition_rank(std::string_view path);

struct Definition {
  std::string name;   ///< as normal_name() makes it
  std::string value;
};

/// What the file tells, in its order. Values that are secret by name are left out, and so are those that only pass a
/// placeholder of the same name on (of `${A:-b}` under A the default counts).
std::vector<Definition> definitions_in(std::string_view path, const std::string& text);

/// The form in which names are compared: "Keycloak:ClientId", "keycloak.client-id" and "KEYCLOAK_CLIENT_ID" are one.
std::string normal_name(std::string_view name);

}  // namespace ropc::scanner
