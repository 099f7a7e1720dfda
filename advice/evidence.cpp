#include "advice/evidence.h"

#include <algorithm>
#include <set>

#include "advice/statistics.h"
#include "model/names.h"

namespace ropc::advice {
namespace {

constexpr std::size_t kManyPlaces = 3;  ///< files of different folders, from which on one client id serves several programs

bool asks(const Finding& f) { return (f.kind == Kind::request || f.kind == Kind::enable) && !f.suppressed; }

/// "asks", "tests", "serves", "describes" or "none": the most telling thing that the code does.
std::string code_role(const ClientRecord& client) {
  bool tests = false;
  bool serves = false;
  for (const Finding& f : client.code) {
    if (asks(f) && !f.test_code && !f.sample_code) return "asks";
    tests = tests || asks(f);
    serves = serves || f.kind == Kind::implement;
  }
  if (tests) return "tests";
  if (serves) return "serves";
  return client.code.empty() ? "none" : "describes";
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

std::string idp_of(const ClientRecord& client) {
  if (!client.key.idp.empty()) return client.key.idp;
  for (const Finding& f : client.code)
    if (f.idp && !f.idp->empty()) return *f.idp;
  return {};
}

std::uint64_t days_watched(const ClientKey& key, const std::vector<LogCoverage>& coverage) {
  std::uint64_t longest = 0;
  for (const LogCoverage& c : coverage) {
    const bool its = c.idp == key.idp && (c.tenant.empty() || c.tenant == key.tenant);
    if (!its || !c.successes_visible || c.to.ns <= c.from.ns) continue;
    longest = std::max(longest, static_cast<std::uint64_t>((c.to.ns - c.from.ns) / kNanosecondsPerDay));
  }
  return longest;
}

std::vector<std::string> words_of(const std::vector<const Finding*>& findings) {
  std::vector<std::string> out;
  std::set<std::string> folders;
  bool literal = false;
  for (const Finding* f : findings) {
    if (f->kind == Kind::request && !f->test_code) folders.insert(folder_of(f->where.path));
    literal = literal || (f->password_from == CredentialSource::literal && !f->test_code);
  }
  if (literal) out.emplace_back("literal-password");
  if (folders.size() >= kManyPlaces) out.emplace_back("many-places");
  return out;
}

}  // namespace

bool Evidence::has(const std::string& word) const { return std::find(words.begin(), words.end(), word) != words.end(); }

Evidence evidence_of(const ClientRecord& client, const Knowledge& knowledge, const std::vector<LogCoverage>& coverage) {
  Evidence out;
  out.client = &client;
  const std::string idp = idp_of(client);
  out.idp = &knowledge.idp(idp);
  if (client.usage) out.numbers = statistics_of(*client.usage);
  out.given["status"] = std::string(name_of(client.status));
  out.given["idp"] = out.idp->id;
  out.given["code"] = code_role(client);
  out.given["grant"] = client.fact(IdpFact::Kind::password_grant, "unknown");
  out.given["built_in"] = client.fact(IdpFact::Kind::built_in) == "true" ? "yes" : "no";
  for (const Finding& f : client.code)
    if (asks(f)) out.asks.push_back(&f);
  std::stable_sort(out.asks.begin(), out.asks.end(), [](const Finding* a, const Finding* b) {
    return std::pair(a->test_code || a->sample_code, a->kind) < std::pair(b->test_code || b->sample_code, b->kind);
  });
  out.words = words_of(out.asks);
  out.days_watched = days_watched(client.key, coverage);
  return out;
}

}  // namespace ropc::advice
