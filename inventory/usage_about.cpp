#include "inventory/usage_about.h"

#include <algorithm>
#include <utility>

#include "common/redact.h"
#include "common/text.h"

namespace ropc::inventory {
namespace {

constexpr std::size_t kLongest = 120;
constexpr std::size_t kCache = 32 << 10;

/// Cut first: what stands at the edge is redacted as far as it is there. Cut again: the mark may be longer than the value.
std::string redacted_once(std::string_view text) {
  constexpr std::string_view kMark = "***";
  std::string out = redact(valid_utf8(text.substr(0, kLongest))).str();
  for (std::size_t at = out.find(kRedacted); at != std::string::npos; at = out.find(kRedacted)) out.replace(at, kRedacted.size(), kMark);
  return valid_utf8(std::string_view(out).substr(0, kLongest));
}

}  // namespace

std::string kept_text(std::string_view text) {
  if (text.empty()) return {};
  // Until it stays: what is left of a value may look like another one.
  constexpr int kMostRounds = 4;
  std::string out = redacted_once(text);
  for (int round = 1; round < kMostRounds; ++round) {
    std::string next = redacted_once(out);
    if (next == out) break;
    out = std::move(next);
  }
  return out;
}

AboutStore::AboutStore(Database& database)
    : database_(database),
      find_(database.prepare("SELECT id FROM usage_about WHERE address = ? AND agent = ? AND resource = ? AND scope = ? AND mfa = ?")),
      add_(database.prepare("INSERT INTO usage_about (address, agent, resource, scope, mfa) VALUES (?, ?, ?, ?, ?)")),
      row_(database.prepare("SELECT a.address, g.word, r.word, s.word, m.word FROM usage_about a "
                            "LEFT JOIN usage_word g ON g.id = a.agent LEFT JOIN usage_word r ON r.id = a.resource "
                            "LEFT JOIN usage_word s ON s.id = a.scope LEFT JOIN usage_word m ON m.id = a.mfa WHERE a.id = ?")),
      find_word_(database.prepare("SELECT id FROM usage_word WHERE word = ?")),
      add_word_(database.prepare("INSERT INTO usage_word (word) VALUES (?)")) {}

std::int64_t AboutStore::id_of(const LogEvent& e) {
  const std::array<const std::string*, kTexts> texts = {&e.user_agent, &e.resource, &e.scope, &e.mfa};
  if (e.origin.empty() && std::all_of(texts.begin(), texts.end(), [](const auto* t) { return t->empty(); })) return 0;
  const auto& bytes = e.origin.digest().bytes;
  key_.assign(bytes.begin(), bytes.end());
  for (const std::string* text : texts) {
    key_ += *text;
    key_ += '\0';
  }
  if (const auto known = known_.find(key_); known != known_.end()) return known->second;
  Row row{e.origin.digest(), {}};
  for (std::size_t i = 0; i < kTexts; ++i) row.texts[i] = kept_text(*texts[i]);
  const std::int64_t id = id_of(row);
  if (known_.size() >= kCache) known_.clear();
  known_.emplace(key_, id);
  return id;
}

std::int64_t AboutStore::id_of(const Row& row) {
  std::array<std::int64_t, kTexts> words{};
  for (std::size_t i = 0; i < kTexts; ++i) words[i] = word_id(row.texts[i]);
  find_.bind_record(row.address);
  for (const std::int64_t word : words) find_.bind(word);
  if (find_.next()) {
    const std::int64_t id = find_.integer(0);
    find_.reset();
    return id;
  }
  add_.bind_record(row.address);
  for (const std::int64_t word : words) add_.bind(word);
  add_.run();
  return database_.last_id();
}

std::int64_t AboutStore::word_id(const std::string& word) {
  if (word.empty()) return 0;
  find_word_.bind(word);
  if (find_word_.next()) {
    const std::int64_t id = find_word_.integer(0);
    find_word_.reset();
    return id;
  }
  add_word_.bind(word).run();
  return database_.last_id();
}

AboutStore::Row AboutStore::row(std::int64_t id) {
  Row out;
  row_.bind(id);
  if (row_.next()) {
    out.address = row_.digest(0);
    for (std::size_t i = 0; i < kTexts; ++i) out.texts[i] = row_.text(static_cast<int>(i) + 1);
  }
  row_.reset();
  return out;
}

std::int64_t AboutStore::merged(std::int64_t a, std::int64_t b) {
  if (a == b || b == 0) return a;
  if (a == 0) return b;
  Row one = row(a);
  const Row other = row(b);
  one.address = std::max(one.address, other.address);
  for (std::size_t i = 0; i < kTexts; ++i) one.texts[i] = std::max(one.texts[i], other.texts[i]);
  return id_of(one);
}

void AboutStore::forget() { known_.clear(); }

}  // namespace ropc::inventory
