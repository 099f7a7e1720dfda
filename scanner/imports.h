#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ropc::scanner {

/// Whether `text` seems to import `wanted` (module, package, namespace, header, dependency): a name with a dot, slash,
/// colon, '@' or '-' in it may stand anywhere, a plain word must stand on a line that imports.
bool text_imports(std::string_view text, std::string_view wanted);

/// Whether one of `imports` is `wanted` or lies below it ("msal" has "msal.oauth2cli").
bool list_imports(const std::vector<std::string>& imports, std::string_view wanted);

}  // namespace ropc::scanner
