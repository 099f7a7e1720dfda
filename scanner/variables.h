#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ropc::scanner {

/// Whether a file of this name tells values of variables: .env, compose, Helm values, properties, Spring's application
/// files, CI pipelines, Terraform variables, Postman and HTTP client environments, shell profiles.
bool tells_variables(std::string_view path);

/// Names and values that such a file tells, in its order. Nested keys are told with their dotted path and, in compose
/// and CI files, with their last part. Values that are secret by name are left out.
std::vector<std::pair<std::string, std::string>> variables_in(std::string_view path, const std::string& text);

}  // namespace ropc::scanner
