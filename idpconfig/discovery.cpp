#include "idpconfig/discovery.h"

#include <map>

#include "common/text.h"
#include "idpconfig/profile.h"

namespace ropc::idpconfig {
namespace {

constexpr std::size_t kMaxDiscovery = 1U << 20U;

/// Keeps the few members that tell.
class Members : public Visitor {
 public:
  Want want(const Path& path) override {
    if (path.empty()) return Want::descend;
    const std::string& name = path.front();
    return name == "issuer" || name == "token_endpoint" || name == "grant_types_supported" ? Want::capture : Want::skip;
  }
  bool value(const Path& path, YamlNode node) override {
    found.insert_or_assign(path.front(), std::move(node));
    return true;
  }
  bool leave(const Path& /*path*/) override { return true; }

  std::map<std::string, YamlNode> found;
};

std::string sentence(const std::string& issuer, const YamlNode* grants) {
  const std::string who = "discovery document of " + printable(issuer) + ": ";
  if (grants == nullptr) return who + "it lists no grants, which proves nothing about the password grant";
  FactRule password;
  password.test = FactRule::Test::has;
  password.words = {"password"};
  if (!holds(password, grants)) return who + "the password grant is not among the grants it offers";
  if (issuer.find("/realms/") != std::string::npos)
    return who + "it lists the password grant, but Keycloak always does; a realm export says which clients may use it";
  return who + "it lists the password grant, so the server offers it to some client";
}

}  // namespace

bool read_discovery(std::string_view bytes, const std::string& label, EvidenceSink& out) {
  if (bytes.size() > kMaxDiscovery || bytes.find("\"token_endpoint\"") == std::string_view::npos) return false;
  Members members;
  if (walk_json(bytes, members).end != Walk::End::complete) return false;
  const auto issuer = members.found.find("issuer");
  if (issuer == members.found.end() || !members.found.contains("token_endpoint")) return false;
  const auto grants = members.found.find("grant_types_supported");
  const YamlNode* list = grants == members.found.end() ? nullptr : &grants->second;
  out.add(Diagnostic{Diagnostic::Level::note, sentence(issuer->second.scalar, list),
                     Location{label, list == nullptr ? 0 : list->line, 0, 0, 0}});
  return true;
}

}  // namespace ropc::idpconfig
