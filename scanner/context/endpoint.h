#pragma once

#include <string>
#include <string_view>

namespace ropc::scanner {

/// What the URL of a token endpoint or issuer, or a part of one, says about the identity provider.
struct EndpointFacts {
  std::string idp;     ///< profile id; empty: not known
  std::string tenant;  ///< realm, tenant or organisation; empty: not told, or a placeholder
};

EndpointFacts endpoint_facts(std::string_view url);

}  // namespace ropc::scanner
