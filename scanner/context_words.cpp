#include "scanner/context_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text.h"

namespace ropc::scanner {
namespace {

struct Word {
  std::string_view ending;  ///< of the folded name
  ContextWord word;
};

/// First fit counts; names are told by how they end: prefixes are the program's own ("KEYCLOAK_", "app.oauth2.").
constexpr std::array kWords = std::to_array<Word>({
    {"clientidissuedat", ContextWord::none},
    {"clientid", ContextWord::client_id},
    {"consumerkey", ContextWord::client_id},
    {"applicationid", ContextWord::client_id},
    {"appid", ContextWord::client_id},
    {"clientkey", ContextWord::client_id},
    {"withclient", ContextWord::client_id},  // the builder of spring-security-oauth
    {"realm", ContextWord::tenant},
    {"realmid", ContextWord::tenant},
    {"realmname", ContextWord::tenant},
    {"tenant", ContextWord::tenant},
    {"tenantid", ContextWord::tenant},
    {"tenantname", ContextWord::tenant},
    {"directoryid", ContextWord::tenant},
    {"url", ContextWord::endpoint},
    {"uri", ContextWord::endpoint},
    {"endpoint", ContextWord::endpoint},
    {"issuer", ContextWord::endpoint},
    {"authority", ContextWord::endpoint},
    {"authserver", ContextWord::endpoint},
    {"host", ContextWord::endpoint},
    {"hostname", ContextWord::endpoint},
    {"domain", ContextWord::endpoint},
    {"tokenpath", ContextWord::endpoint},
    {"raw", ContextWord::endpoint},  // Postman's url.raw
    {"scope", ContextWord::scope},
    {"scopes", ContextWord::scope},
    {"username", ContextWord::user},
    {"userid", ContextWord::user},
    {"user", ContextWord::user},
    {"login", ContextWord::user},
    {"email", ContextWord::user},
    {"password", ContextWord::password},
    {"passwd", ContextWord::password},
    {"userpassword", ContextWord::password},
});

struct Provider {
  std::string_view part;  ///< of the URL, lower case
  std::string_view idp;
};

constexpr std::array kProviders = std::to_array<Provider>({
    {".b2clogin.com", "aad_b2c"},
    {".ciamlogin.com", "entra_external"},
    {"login.microsoftonline.", "entra"},
    {"login.windows.net", "entra"},
    {"login.microsoft.com", "entra"},
    {"login.partner.microsoftonline.", "entra"},
    {"sts.windows.net", "entra"},
    {"/adfs/", "adfs"},
    {"/protocol/openid-connect", "keycloak"},
    {"/auth/realms/", "keycloak"},
    {"/realms/root/", "pingam"},
    {"/oauth2/realms/", "pingam"},
    {"/realms/", "keycloak"},
    {".auth0.com", "auth0"},
    {".okta.com", "okta"},
    {".oktapreview.com", "okta"},
    {".okta-emea.com", "okta"},
    {".amazoncognito.com", "cognito"},
    {"cognito-idp.", "cognito"},
    {"salesforce.com", "salesforce"},
    {"/services/oauth2/token", "salesforce"},
    {".pingone.", "pingone"},
    {".onelogin.com", "onelogin"},
    {"gitlab.com/oauth", "gitlab"},
    {"googleapis.com", "google"},
    {".zitadel.cloud", "zitadel"},
    {"/as/token.oauth2", "pingfederate"},
    {"/application/o/token", "authentik"},
    {"/oauth-anonymous", "curity"},
});

/// Marks of a URL that belongs to an authorization server.
constexpr std::array<std::string_view, 9> kTokenMarks = {"token", "oauth", "openid", "/connect", "/realms/",
                                                         "/auth",  "/sso",  "login",  "/oidc"};

std::string_view part_after(std::string_view url, std::string_view mark) {
  const std::size_t at = url.find(mark);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = url.substr(at + mark.size());
  return rest.substr(0, std::min(rest.find_first_of("/?#\"' "), rest.size()));
}

/// The host, without user info and port; a URL without a scheme begins with it.
std::string_view host_of(std::string_view url) {
  std::string_view host = url.find("://") == std::string_view::npos ? url.substr(0, std::min(url.find('/'), url.size()))
                                                                    : part_after(url, "://");
  host = host.substr(host.rfind('@') + 1);
  return host.substr(0, std::min(host.find(':'), host.size()));
}

std::string_view tenant_of(std::string_view idp, std::string_view url) {
  if (idp == "keycloak") return part_after(url, "/realms/");
  if (idp == "pingam") return part_after(url, "/realms/root/realms/");
  if (idp == "entra" || idp == "aad_b2c") {
    const std::string_view host = part_after(url, "://");
    const std::size_t at = url.find(host);
    return host.empty() ? std::string_view() : part_after(url.substr(at + host.size()), "/");
  }
  if (idp == "auth0" || idp == "okta" || idp == "salesforce" || idp == "onelogin") return host_of(url);
  return {};
}

bool is_whole(std::string_view text) {
  return !text.empty() && text.size() <= 200 && text.find('\x1a') == std::string_view::npos &&
         text.find_first_of(" \t\n\"'{}$<>") == std::string_view::npos;
}

/// `${NAME}` and its like: the scan looks it up in the repository afterwards (scanner/context/placeholders.h).
bool is_placeholder(std::string_view text) {
  return text.size() > 2 && text.size() <= 200 && (text.starts_with('$') || text.starts_with("{{")) &&
         text.find_first_of(" \t\n\"'\x1a") == std::string_view::npos;
}

CredentialSource source_of(const Value& value) {
  // "&password=" + secret begins with a literal and is none: only what is wholly known is written in the code.
  if (value.source != CredentialSource::unknown && value.source != CredentialSource::literal) return value.source;
  return value.known && !value.text.empty() ? CredentialSource::literal : CredentialSource::unknown;
}

void put_scopes(Context& out, std::string_view text) {
  if (!out.scopes.empty() || text.size() > 1000) return;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" ,+\n\"[]", from), text.size());
    if (const std::string_view scope = text.substr(from, end - from); is_whole(scope)) out.scopes.emplace_back(scope);
    from = end + 1;
  }
}

/// Names that may be anything: they count only with a value that says more.
bool weak_endpoint(const std::string& name) {
  return name.find("token") == std::string::npos && name.find("auth") == std::string::npos &&
         name.find("issuer") == std::string::npos && name.find("idp") == std::string::npos &&
         name.find("keycloak") == std::string::npos;
}

bool token_like(std::string_view url) {
  return std::any_of(kTokenMarks.begin(), kTokenMarks.end(),
                     [url](std::string_view mark) { return contains_ignoring_case(url, mark); });
}

/// `true` and `false` name no client.
bool is_truth(std::string_view text) { return equal_ignoring_case(text, "true") || equal_ignoring_case(text, "false"); }

}  // namespace

ContextWord context_word(std::string_view key) {
  if (key.empty() || key.size() > 200) return ContextWord::none;
  // "grant_type=password" is a pair already, not a name that ends in "password".
  if (key.find('=') != std::string_view::npos) return ContextWord::none;
  const std::string name = folded_name(key);
  for (const Word& entry : kWords)
    if (name.ends_with(entry.ending)) return entry.word;
  return ContextWord::none;
}

void put_context(Context& out, std::string_view key, const Value& value) {
  const std::string_view text = trim(value.text);
  switch (context_word(key)) {
    case ContextWord::client_id:
      if (value.known && out.client_id.empty() && !is_truth(text) && (is_whole(text) || is_placeholder(text)))
        out.client_id = text;
      break;
    case ContextWord::tenant:
      if (value.known && out.tenant.empty() && (is_whole(text) || is_placeholder(text))) out.tenant = text;
      break;
    case ContextWord::endpoint: {
      if (weak_endpoint(folded_name(key)) && !token_like(text)) break;
      const bool address = text.find("://") != std::string_view::npos || text.starts_with('/');
      if (address && value.known && out.endpoint.empty() && is_whole(text)) out.endpoint = text;
      read_endpoint(out, text);
      break;
    }
    case ContextWord::scope:
      if (value.known) put_scopes(out, text);
      break;
    case ContextWord::user:
      if (out.user_from == CredentialSource::unknown) out.user_from = source_of(value);
      break;
    case ContextWord::password:
      if (out.password_from == CredentialSource::unknown) out.password_from = source_of(value);
      break;
    case ContextWord::none:
      break;
  }
}

void read_endpoint(Context& out, std::string_view url) {
  const std::string lowered = lower(url.substr(0, 2000));
  const auto* provider = std::find_if(kProviders.begin(), kProviders.end(), [&](const Provider& p) {
    return lowered.find(p.part) != std::string::npos;
  });
  if (provider == kProviders.end()) return;
  if (out.idp.empty()) out.idp = provider->idp;
  const std::string_view tenant = tenant_of(provider->idp, url);
  if (out.tenant.empty() && is_whole(tenant)) out.tenant = tenant;
  if (out.endpoint.empty() && is_whole(url) && url.find("://") != std::string_view::npos) out.endpoint = url;
}

void merge_context(Context& out, const Context& other) {
  const auto fill = [](std::string& slot, const std::string& value) {
    if (slot.empty()) slot = value;
  };
  fill(out.client_id, other.client_id);
  fill(out.tenant, other.tenant);
  fill(out.endpoint, other.endpoint);
  fill(out.idp, other.idp);
  if (out.scopes.empty()) out.scopes = other.scopes;
  if (out.user_from == CredentialSource::unknown) out.user_from = other.user_from;
  if (out.password_from == CredentialSource::unknown) out.password_from = other.password_from;
}

}  // namespace ropc::scanner
