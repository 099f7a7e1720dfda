#include "idpconfig/dex.h"

namespace ropc::idpconfig {
namespace {

const YamlNode* context_at(const DocumentSettings& document, const Path& path) {
  const auto found = document.context.find(path);
  return found == document.context.end() ? nullptr : &found->second;
}

const YamlNode* connector_named(const YamlNode& connectors, const std::string& id) {
  for (const YamlNode& connector : connectors.items)
    if (const YamlNode* name = connector.find("id"); name != nullptr && name->scalar == id) return &connector;
  return nullptr;
}

}  // namespace

void apply_dex_connector(DocumentSettings& document) {
  const YamlNode* id = context_at(document, {"oauth2", "passwordConnector"});
  const YamlNode* connectors = context_at(document, {"connectors"});
  if (id == nullptr || connectors == nullptr) return;
  const YamlNode* connector = connector_named(*connectors, id->scalar);
  const YamlNode* grants = connector == nullptr ? nullptr : connector->find("grantTypes");
  FactRule lacks;
  lacks.test = FactRule::Test::lacks;
  lacks.words = {"password"};
  if (grants == nullptr || !holds(lacks, grants)) return;
  for (ClientSettings& client : document.clients)
    if (IdpFact* grant = client.find(IdpFact::Kind::password_grant); grant != nullptr && grant->value != "blocked") {
      grant->value = "blocked";
      grant->detail = "password is not in the list of grants of the password connector";
      grant->where.line = grants->line;
    }
}

}  // namespace ropc::idpconfig
