#include "scanner/context/endpoint.h"

#include <array>

#include "common/text.h"

namespace ropc::scanner {
namespace {

/// A piece of a URL that tells the provider; the first that is found decides.
struct Sign {
  std::string_view text;
  std::string_view idp;
};
constexpr std::array kSigns = std::to_array<Sign>({
    {"login.microsoftonline.", "entra"},
    {"login.windows.net", "entra"},
    {"sts.windows.net", "entra"},
    {"login.partner.microsoftonline", "entra"},
    {"login.chinacloudapi.cn", "entra"},
    {".b2clogin.com", "entra-b2c"},
    {".ciamlogin.com", "entra-external-id"},
    {"/adfs/oauth2", "adfs"},
    {"/protocol/openid-connect", "keycloak"},
    {".auth0.com", "auth0"},
    {".okta.com", "okta"},
    {".oktapreview.com", "okta"},
    {".okta-emea.com", "okta"},
    {"cognito-idp.", "cognito"},
    {".amazoncognito.com", "cognito"},
    {"login.salesforce.com", "salesforce"},
    {"test.salesforce.com", "salesforce"},
    {".my.salesforce.com", "salesforce"},
    {"/services/oauth2/token", "salesforce"},
    {"gitlab.", "gitlab"},
    {"/am/oauth2/", "forgerock-am"},
    {"/openam/oauth2/", "forgerock-am"},
    {"/oauth2/realms/root", "forgerock-am"},
    {"/as/token.oauth2", "pingfederate"},
    {"auth.pingone.", "pingone"},
    {":9443/oauth2/token", "wso2"},
    {"/connect/token", "duende-identityserver"},
    {"/application/o/token", "authentik"},
    {"/oauth/v2/token", "zitadel"},
    {".onelogin.com", "onelogin"},
    {".verify.ibm.com", "ibm-verify"},
    {".ice.ibmcloud.com", "ibm-verify"},
    {"/uaa/oauth/token", "uaa"},
    {"//uaa.", "uaa"},
    {"oauth2.googleapis.com", "google"},
    {"reddit.com/api/v1/access_token", "reddit"},
    {"/auth/realms/", "keycloak"},
    {"/admin/realms/", "keycloak"},
    {"/realms/", "keycloak"},
});

bool placeholder(std::string_view text) {
  return text.empty() || text.find_first_of("${}<>%\x1a*:@+\"' ") != std::string_view::npos;
}

/// The path part after `mark`, unless it is a placeholder.
std::string part_after(std::string_view url, std::string_view mark) {
  const std::size_t at = url.find(mark);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = url.substr(at + mark.size());
  const std::string_view part = rest.substr(0, rest.find_first_of("/?#&"));
  return placeholder(part) ? std::string() : std::string(part);
}

/// The first label of the host that ends in `domain` ("shop" of shop.eu.auth0.com).
std::string label_before(std::string_view url, std::string_view domain) {
  const std::size_t at = url.find(domain);
  if (at == std::string_view::npos) return {};
  std::string_view host = url.substr(0, at + domain.size());
  if (const std::size_t scheme = host.rfind("//"); scheme != std::string_view::npos) host = host.substr(scheme + 2);
  const std::string_view label = host.substr(0, host.size() - domain.size());
  return placeholder(label) || label.find('/') != std::string_view::npos ? std::string() : std::string(label);
}

std::string tenant_of(std::string_view idp, std::string_view url) {
  if (idp == "keycloak") return part_after(url, "/realms/");
  if (idp == "entra") {
    for (const std::string_view host : {"login.microsoftonline.com/", "login.microsoftonline.us/", "login.windows.net/", "sts.windows.net/"})
      if (const std::string tenant = part_after(url, host); !tenant.empty())
        return tenant == "common" || tenant == "organizations" || tenant == "consumers" ? std::string() : tenant;
    return {};
  }
  if (idp == "auth0") return label_before(url, ".auth0.com");
  if (idp == "okta") return label_before(url, ".okta.com");
  if (idp == "entra-b2c") return label_before(url, ".b2clogin.com");
  return {};
}

}  // namespace

EndpointFacts endpoint_facts(std::string_view url) {
  const std::string folded = lower(url);
  for (const Sign& sign : kSigns)
    if (folded.find(sign.text) != std::string::npos) return {std::string(sign.idp), tenant_of(sign.idp, url)};
  return {};
}

}  // namespace ropc::scanner
