#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "idpconfig/profile.h"
#include "model/evidence_sink.h"

namespace ropc::idpconfig {

/// One client as a document describes it.
struct ClientSettings {
  std::string id;
  std::string tenant;  ///< where the client names it itself; else empty
  Location where;
  std::vector<IdpFact> facts;  ///< their `client` is filled in when the document ends

  [[nodiscard]] IdpFact* find(IdpFact::Kind kind);
};

/// All that is known of one document (a realm, a list of clients) when it ends.
struct DocumentSettings {
  std::string tenant_id;
  std::string tenant_name;
  std::map<Path, YamlNode> context;
  std::vector<ClientSettings> clients;  ///< in file order
  std::vector<TenantName> tenants;      ///< other tenants that the document tells the names of
  std::vector<std::string> notes;       ///< for the user
};

/// One profile reading one file: is told the values that it asked for, and gives facts when a document ends.
class ProfileRun {
 public:
  enum class State : std::uint8_t { undecided, mine, rejected };

  ProfileRun(const Profile& profile, std::string label, EvidenceSink& out);

  Visitor::Want want(const Path& path);
  void value(const Path& path, YamlNode node);
  void leave(const Path& path);
  /// A client from a source that is no tree: a row of a table.
  void record(const YamlNode& record, const std::string& key);
  /// The file ends, or cannot be read further; what was read is given.
  void finish();

  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] const Profile& profile() const { return *profile_; }
  [[nodiscard]] std::size_t clients() const { return given_; }
  void reject() { state_ = State::rejected; }

 private:
  /// What `path` is to the profile, as seen from the root that it stands below.
  struct Part {
    enum class Role : std::uint8_t { nothing, above, record, member, context, presence, root } role = Role::nothing;
    Path rest;  ///< from the root
  };
  [[nodiscard]] Part part_of(const Path& path) const;
  [[nodiscard]] Part part_below(const Path& rest) const;
  void finish_document(bool last);
  void give(DocumentSettings& document);

  const Profile* profile_;
  std::string label_;
  EvidenceSink* out_;
  State state_ = State::undecided;
  std::set<std::string> kept_;  ///< member names that a rule of the profile looks at
  YamlNode record_;             ///< members so far of the client being read
  std::set<Path> present_;
  DocumentSettings document_;
  std::size_t given_ = 0;
  bool noted_ = false;
};

}  // namespace ropc::idpconfig
