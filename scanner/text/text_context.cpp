#include "scanner/text/text_context.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "common/text.h"
#include "scanner/context_words.h"
#include "scanner/text/code_pairs.h"

namespace ropc::scanner {
namespace {

constexpr std::uint32_t kWindow = 14;        ///< lines above and below a hit
constexpr std::size_t kMaxEntries = 20'000;  ///< of a document

std::size_t distance(Region a, Region b) {
  if (a.end < b.begin) return b.begin - a.end;
  return b.end < a.begin ? a.begin - b.end : 0;
}

bool url_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~:/?#[]@!$&*+;=%{}").find(c) != std::string_view::npos;
}

}  // namespace

const std::vector<TextContext::Entry>& TextContext::entries() const {
  if (entries_) return *entries_;
  std::vector<Entry> out;
  WantedKeys wanted;
  wanted.text = [](std::string_view key) { return context_word(key) != ContextWord::none; };
  wanted.name = [](std::string_view) { return false; };
  document_pairs(*reader_, wanted, [&](const PairFact& pair) {
    if (pair.role == Role::compared || out.size() >= kMaxEntries) return;
    Entry entry{pair.key.text, pair.value, pair.where};
    if (!pair.value.known && !pair.value.name.empty() && !reader_->syntax().code) {
      entry.value.known = true;  // a placeholder, for the repository to fill
      entry.value.text = "${" + pair.value.name + "}";
      entry.value.source = CredentialSource::environment;
    }
    out.push_back(std::move(entry));
  });
  collect_urls(out);
  std::stable_sort(out.begin(), out.end(), [](const Entry& a, const Entry& b) { return a.where.begin < b.where.begin; });
  entries_ = std::move(out);
  return *entries_;
}

/// URLs and paths of authorization servers, wherever they stand.
void TextContext::collect_urls(std::vector<Entry>& out) const {
  const std::string_view text = reader_->text();
  for (const std::string_view mark : {"://", "/realms/", "/oauth", "/token"}) {
    for (std::size_t at = text.find(mark); at != std::string_view::npos && out.size() < kMaxEntries; at = text.find(mark, at + 1)) {
      std::size_t begin = at;
      std::size_t end = at;
      while (begin > 0 && at - begin < 300 && url_char(text[begin - 1])) --begin;
      while (end < text.size() && end - at < 300 && url_char(text[end])) ++end;
      Context told;
      const std::string_view url = text.substr(begin, end - begin);
      read_endpoint(told, url);
      const bool token = url.find("token") != std::string_view::npos && mark == "://";
      if (told.idp.empty() && !token) continue;
      Value value{.known = true, .text = std::string(url), .name = {}, .path = {}};
      out.push_back({"token_url", std::move(value), {begin, end}});
    }
  }
}

std::vector<const TextContext::Entry*> TextContext::nearest(Region where) const {
  const LineIndex& lines = reader_->document().lines;
  const std::uint32_t first = lines.line(where.begin);
  const std::size_t from = lines.start(first > kWindow ? first - kWindow : 1);
  const std::size_t to = lines.start(lines.line(where.end) + kWindow + 1);
  const auto& all = entries();
  std::vector<const Entry*> out;
  auto at = std::lower_bound(all.begin(), all.end(), from, [](const Entry& e, std::size_t offset) { return e.where.begin < offset; });
  // On one endless line only the surroundings count.
  constexpr std::size_t kReach = 4'000;
  for (; at != all.end() && at->where.begin < to && out.size() < 500; ++at)
    if (distance(at->where, where) < kReach) out.push_back(&*at);
  std::stable_sort(out.begin(), out.end(), [&](const Entry* a, const Entry* b) { return distance(a->where, where) < distance(b->where, where); });
  return out;
}

void TextContext::fill_from_document(Context& out) const {
  std::set<std::string> clients;
  std::set<std::string> endpoints;
  for (const Entry& entry : entries()) {
    if (!entry.value.known) continue;
    if (context_word(entry.key) == ContextWord::client_id) clients.insert(entry.value.text);
    if (entry.key == "token_url") endpoints.insert(entry.value.text);
  }
  const auto only = [](const std::set<std::string>& values, std::string_view key, Context& to) {
    if (values.size() != 1) return;
    Value value{.known = true, .text = *values.begin(), .name = {}, .path = {}};
    put_context(to, key, value);
  };
  if (out.client_id.empty()) only(clients, "client_id", out);
  if (out.endpoint.empty() && out.idp.empty()) only(endpoints, "token_url", out);
}

Context TextContext::around(Region where) const {
  Context out;
  for (const Entry* entry : nearest(where)) put_context(out, entry->key, entry->value);
  fill_from_document(out);
  return out;
}

std::optional<Value> TextContext::beside(std::string_view key, Region where) const {
  const std::string folded = folded_name(key);
  for (const Entry* entry : nearest(where))
    if (folded_name(entry->key) == folded) return entry->value;
  return std::nullopt;
}

std::optional<Value> TextSurroundings::beside(std::string_view path) const {
  const std::size_t cut = path.find_last_of("./");
  return context_->beside(path.substr(cut == std::string_view::npos ? 0 : cut + 1), where_);
}

}  // namespace ropc::scanner
