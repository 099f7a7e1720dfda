#pragma once

#include <string>
#include <vector>

#include "scanner/config/entries.h"
#include "scanner/config/string_pairs.h"
#include "scanner/config/view.h"
#include "scanner/embedded.h"
#include "scanner/match.h"

namespace ropc::scanner::config {

/// Walks a document once and shows the rules what is in it: settings with their paths, pairs (of maps, of neighbours
/// such as name and value, inside strings and comments), and takes out the pieces in other languages. Linear in the
/// document; YAML aliases are followed within a budget.
class Feeder {
 public:
  /// All three must outlive the feeder.
  Feeder(const View& view, const RuleMatcher& rules, DocumentMatch& match)
      : view_(view), tree_(view.tree()), rules_(rules), match_(match) {}

  void feed(const std::vector<Region>& comments);
  /// The pieces that were found.
  [[nodiscard]] std::vector<EmbeddedCode> take_pieces() { return std::move(pieces_); }

 private:
  void walk(NodeId id, int depth, bool aliased);
  void children(NodeId id, int depth, bool aliased);
  void scalar(NodeId id);
  void entry(NodeId map);
  void option(NodeId item);
  void strings(NodeId id);
  void string_pair(NodeId id, const StringPair& pair, const std::vector<StringPair>& all, std::size_t& seen);
  void comment(Region comment);
  void setting(const std::vector<std::string>& path, NodeId id, NodeId value, Role role);
  [[nodiscard]] std::string_view known_key(std::string_view key) const;
  [[nodiscard]] bool describes(NodeId id) const;
  [[nodiscard]] bool wanted(std::string_view key) const;
  [[nodiscard]] std::string_view name_of(NodeId id) const;
  [[nodiscard]] Region region_of(NodeId id, const StringPair& pair, std::size_t& seen) const;

  const View& view_;
  const Tree& tree_;
  const RuleMatcher& rules_;
  DocumentMatch& match_;
  std::vector<std::string> path_;
  std::vector<EmbeddedCode> pieces_;
  std::size_t open_settings_ = 0;  ///< ancestors that a rule asks for everything below
  std::size_t expansions_ = 0;
};

}  // namespace ropc::scanner::config
