#include "idpconfig/profile_run.h"

#include <algorithm>
#include <utility>

#include "common/redact.h"
#include "idpconfig/special.h"

namespace ropc::idpconfig {
namespace {

constexpr std::string_view kKey = "@key";

bool part_fits(const std::string& pattern, const std::string& name) { return pattern == name || pattern == "*"; }

/// Whether `path` begins as `pattern` does, over the shorter of the two.
bool same_way(const Path& pattern, const Path& path) {
  const std::size_t n = std::min(pattern.size(), path.size());
  return std::equal(pattern.begin(), pattern.begin() + static_cast<std::ptrdiff_t>(n), path.begin(), part_fits);
}

bool fits(const Path& pattern, const Path& path) { return pattern.size() == path.size() && same_way(pattern, path); }

bool contains(const std::vector<Path>& patterns, const Path& path) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const Path& p) { return fits(p, path); });
}

bool leads_to(const std::vector<Path>& patterns, const Path& path) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const Path& p) { return path.size() < p.size() && same_way(p, path); });
}

std::set<std::string> members_of(const Profile& profile) {
  std::set<std::string> out;
  const auto add = [&](const Path& path) {
    if (!path.empty()) out.insert(path.front());
  };
  add(profile.client_id);
  add(profile.tenant_of_record);
  for (const auto* list : {&profile.record.all, &profile.record.any, &profile.record.none})
    for (const Path& path : *list) add(path);
  for (const auto& [kind, rules] : profile.facts)
    for (const FactRule& rule : rules) add(rule.path);
  return out;
}

/// Free text may hold what somebody should not have written there.
std::string safe_value(IdpFact::Kind kind, const std::string& text) {
  const bool free_text = kind == IdpFact::Kind::owner || kind == IdpFact::Kind::redirect_uri;
  return free_text ? redact(text).str() : text;
}

void add_fact(ClientSettings& client, IdpFact::Kind kind, const std::string& value, const FactRule& rule, std::uint32_t line) {
  if (value.empty()) return;
  IdpFact fact;
  fact.kind = kind;
  fact.value = safe_value(kind, value);
  fact.detail = rule.why;
  fact.where = client.where;
  if (line > 0) fact.where.line = line;
  client.facts.push_back(std::move(fact));
}

void apply(const FactRule& rule, IdpFact::Kind kind, const YamlNode* node, ClientSettings& client) {
  if (rule.each && node->is_list()) {
    for (const YamlNode& item : node->items) add_fact(client, kind, item.scalar, rule, item.line);
    return;
  }
  const bool copied = rule.copy || rule.each;
  add_fact(client, kind, copied ? node->scalar : rule.value, rule, node == nullptr ? 0 : node->line);
}

std::string scalar_at(const YamlNode& record, const Path& path, const std::string& key) {
  if (path.empty()) return {};
  if (path.front() == kKey) return key;
  const YamlNode* node = node_at(record, path);
  return node != nullptr && node->is_scalar() ? node->scalar : std::string();
}

std::string context_scalar(const DocumentSettings& document, const Path& path) {
  const auto found = document.context.find(path);
  return found == document.context.end() ? std::string() : found->second.scalar;
}

}  // namespace

IdpFact* ClientSettings::find(IdpFact::Kind kind) {
  const auto found = std::find_if(facts.begin(), facts.end(), [&](const IdpFact& f) { return f.kind == kind; });
  return found == facts.end() ? nullptr : &*found;
}

ProfileRun::ProfileRun(const Profile& profile, std::string label, EvidenceSink& out)
    : profile_(&profile), label_(std::move(label)), out_(&out), kept_(members_of(profile)) {
  record_.type = YamlNode::Type::map;
}

ProfileRun::Part ProfileRun::part_below(const Path& rest) const {
  using Role = Part::Role;
  if (contains(profile_->records, rest)) return {Role::record, rest};
  if (contains(profile_->context, rest)) return {Role::context, rest};
  if (contains(profile_->presence, rest)) return {Role::presence, rest};
  if (!rest.empty() && kept_.contains(rest.back()) &&
      contains(profile_->records, Path(rest.begin(), std::prev(rest.end()))))
    return {Role::member, rest};
  if (leads_to(profile_->records, rest) || leads_to(profile_->context, rest) || leads_to(profile_->presence, rest))
    return {rest.empty() ? Role::root : Role::above, rest};
  return {Role::nothing, rest};
}

ProfileRun::Part ProfileRun::part_of(const Path& path) const {
  Part best;
  for (const Path& root : profile_->roots) {
    if (path.size() < root.size() || !same_way(root, path)) continue;
    Part part = part_below(Path(path.begin() + static_cast<std::ptrdiff_t>(root.size()), path.end()));
    if (part.role != Part::Role::nothing) return part;
  }
  if (leads_to(profile_->roots, path)) best.role = Part::Role::above;
  return best;
}

Visitor::Want ProfileRun::want(const Path& path) {
  const Part part = part_of(path);
  switch (part.role) {
    case Part::Role::member:
    case Part::Role::context: return Visitor::Want::capture;
    case Part::Role::above:
    case Part::Role::root:
    case Part::Role::record: return Visitor::Want::descend;
    case Part::Role::presence: present_.insert(part.rest); break;
    case Part::Role::nothing: break;
  }
  return Visitor::Want::skip;
}

void ProfileRun::value(const Path& path, YamlNode node) {
  const Part part = part_of(path);
  if (part.role == Part::Role::context) {
    present_.insert(part.rest);
    document_.context.insert_or_assign(part.rest, std::move(node));
  } else if (part.role == Part::Role::member) {
    record_.entries.emplace_back(part.rest.back(), std::move(node));
  }
}

void ProfileRun::leave(const Path& path) {
  const Part part = part_of(path);
  if (part.role == Part::Role::record) {
    record(record_, part.rest.empty() ? std::string() : part.rest.back());
    record_.entries.clear();
  }
  if (contains(profile_->roots, path)) finish_document(path.empty());
}

void ProfileRun::record(const YamlNode& record, const std::string& key) {
  if (state_ == State::rejected) return;
  const auto there = [&](const Path& path) { return node_at(record, path) != nullptr; };
  if (!recognised(profile_->record, there)) {
    // The document itself may still be known; a list that begins with something else is somebody else's.
    if (state_ == State::undecided && profile_->document.empty()) state_ = State::rejected;
    return;
  }
  state_ = State::mine;
  ClientSettings client;
  client.id = scalar_at(record, profile_->client_id, key);
  client.tenant = scalar_at(record, profile_->tenant_of_record, key);
  client.where.path = label_;
  if (const YamlNode* id = node_at(record, profile_->client_id)) client.where.line = id->line;
  if (client.id.empty()) return;
  for (const auto& [kind, rules] : profile_->facts)
    for (const FactRule& rule : rules) {
      const YamlNode* node = node_at(record, rule.path);
      if (!holds(rule, node)) continue;
      apply(rule, kind, node, client);
      break;
    }
  document_.clients.push_back(std::move(client));
}

void ProfileRun::finish() {
  if (state_ == State::mine && !document_.clients.empty()) finish_document(true);
}

void ProfileRun::finish_document(bool last) {
  const auto there = [&](const Path& path) { return present_.contains(path); };
  if (state_ == State::undecided && recognised(profile_->document, there)) state_ = State::mine;
  if (state_ == State::undecided && (last || !present_.empty() || profile_->roots.size() > 1)) state_ = State::rejected;
  if (state_ == State::mine) give(document_);
  document_ = DocumentSettings();
  present_.clear();
}

void ProfileRun::give(DocumentSettings& document) {
  document.tenant_id = context_scalar(document, profile_->tenant_id);
  document.tenant_name = context_scalar(document, profile_->tenant_name);
  for (const FactRule& rule : profile_->blocked_by_document) {
    const auto found = document.context.find(rule.path);
    const YamlNode* node = found == document.context.end() ? nullptr : &found->second;
    if (!holds(rule, node)) continue;
    for (ClientSettings& client : document.clients)
      if (IdpFact* grant = client.find(IdpFact::Kind::password_grant); grant != nullptr && grant->value != "blocked") {
        grant->value = "blocked", grant->detail = rule.why;
        if (node != nullptr) grant->where.line = node->line;
      }
    break;
  }
  if (const Special special = find_special(profile_->special)) special(document);
  const std::string tenant = document.tenant_name.empty() ? document.tenant_id : document.tenant_name;
  if (!document.tenant_id.empty() && !document.tenant_name.empty())
    out_->add(TenantName{profile_->idp, document.tenant_id, document.tenant_name});
  for (TenantName& name : document.tenants) out_->add(std::move(name));
  if (!profile_->note.empty() && !std::exchange(noted_, true)) document.notes.push_back(profile_->note);
  for (std::string& note : document.notes)
    out_->add(Diagnostic{Diagnostic::Level::note, std::move(note), Location{label_, 0, 0, 0, 0}});
  for (ClientSettings& client : document.clients) {
    const ClientKey key{profile_->idp, client.tenant.empty() ? tenant : client.tenant, client.id};
    ++given_;
    for (IdpFact& fact : client.facts) {
      fact.client = key;
      out_->add(std::move(fact));
    }
  }
}

}  // namespace ropc::idpconfig
