#include "idpconfig/special.h"

#include <array>
#include <utility>

#include "idpconfig/dex.h"
#include "idpconfig/keycloak_policies.h"

namespace ropc::idpconfig {

Special find_special(std::string_view name) noexcept {
  constexpr std::array<std::pair<std::string_view, Special>, 4> kTable = {{
      {"dex-connector", apply_dex_connector},
      {"keycloak-policies", apply_keycloak_policies},
      {"keycloak-realm-name", name_keycloak_realm},
      {"keycloak-realm-table", name_keycloak_realms},
  }};
  for (const auto& [known, function] : kTable)
    if (known == name) return function;
  return nullptr;
}

}  // namespace ropc::idpconfig
