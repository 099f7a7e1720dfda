#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "rules/rule_loader.h"
#include "rules/rule_set.h"
#include "scanner/config/view.h"
#include "scanner/document.h"
#include "scanner/repository.h"
#include "tests/support/catch.h"

namespace ropc::scanner::config {

/// A tree without files that knows some placeholders.
struct FakeRepository : Repository {
  std::map<std::string, std::string> known;
  std::vector<std::string> none;
  [[nodiscard]] const std::vector<std::string>& files() const override { return none; }
  [[nodiscard]] Result<Document> open(const std::string& path) const override { return fail(ErrorCode::io, "is not there", path); }
  [[nodiscard]] std::optional<std::string> placeholder(const std::string& name, const std::string&) const override {
    const auto at = known.find(name);
    return at == known.end() ? std::nullopt : std::optional(at->second);
  }
};

inline Document document_of(const std::string& path, const std::string& language, const std::string& text) {
  return Document{.path = path, .text = text, .language = language, .lines = LineIndex(text)};
}

/// A document with all that a View needs.
struct Seen {
  Seen(const std::string& language, const std::string& text)
      : document(document_of("a/file", language, text)),
        format(format_of(document)),
        parsed(parse(format, document.text)),
        view(document, repository, format, parsed) {}
  Seen(const Seen&) = delete;
  Seen& operator=(const Seen&) = delete;

  /// The last node with that key.
  [[nodiscard]] NodeId node(std::string_view key) const {
    NodeId found = kNoNode;
    for (NodeId id = 1; id < parsed.tree.size(); ++id)
      if (parsed.tree.key(id) == key) found = id;
    REQUIRE(found != kNoNode);
    return found;
  }
  /// The last node with that value.
  [[nodiscard]] NodeId valued(std::string_view value) const {
    NodeId found = kNoNode;
    for (NodeId id = 1; id < parsed.tree.size(); ++id)
      if (parsed.tree.value(id) == value) found = id;
    REQUIRE(found != kNoNode);
    return found;
  }

  Document document;
  FakeRepository repository;
  Format format;
  Parsed parsed;
  View view;
};

/// One rule from its `match:`.
inline rules::Rule rule_of(const std::string& id, const std::string& kind, const std::string& match, const std::string& more = {}) {
  const auto rule = rules::load_rule(
      "id: " + id + "\ntitle: A rule\nkind: " + kind + "\nmatch: " + match + "\n" + more +
          "message: m\nexplain: e\nfix: f\nreferences: [https://example.com]\nexamples:\n"
          "  match: [{name: a, language: yaml, text: x}]\n  no_match: [{name: b, language: yaml, text: y}]\n",
      id + ".yaml");
  if (!rule)
    for (const Error& fault : rule.error()) UNSCOPED_INFO(fault.text());
  REQUIRE(rule);
  return *rule;
}

}  // namespace ropc::scanner::config
