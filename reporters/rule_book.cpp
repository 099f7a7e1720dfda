#include "reporters/rule_book.h"

#include <algorithm>
#include <charconv>

#include "common/digest.h"
#include "common/text.h"
#include "reporters/escape.h"

namespace ropc::reporters {
namespace {

constexpr std::string_view kCweTag = "external/cwe/cwe-";
constexpr unsigned kWeakAuthentication = 1390;

bool ends_sentence(std::string_view text) {
  return text.ends_with(".") || text.ends_with("!") || text.ends_with("?") || text.ends_with("…");
}

/// Paragraphs of `text` with single blanks inside, parted by empty lines.
std::string paragraphs(std::string_view text) {
  std::string out;
  for (const std::string_view line : split(text, '\n')) {
    const std::string clean = printable(trim(line));
    if (clean.empty()) {
      if (!out.empty() && !out.ends_with("\n\n")) out += "\n\n";
      continue;
    }
    if (!out.empty() && !out.ends_with("\n\n")) out += ' ';
    out += clean;
  }
  return std::string(trim(out));
}

}  // namespace

RuleBook::RuleBook(const Report& report) {
  for (const RuleInfo& rule : report.rules) rules_.try_emplace(rule.id, rule);
}

const RuleInfo& RuleBook::of(const Finding& f) {
  const auto [place, made] = rules_.try_emplace(f.rule_id);
  if (made) {
    RuleInfo& rule = place->second;
    rule.id = f.rule_id;
    rule.title = f.rule_id;
    rule.kind = f.kind;
    rule.level = f.level;
    rule.confidence = f.confidence;
    rule.message = f.message;
  }
  return place->second;
}

std::vector<unsigned> weaknesses_of(const RuleInfo& rule) {
  std::vector<unsigned> out;
  for (const std::string& tag : rule.tags) {
    if (!tag.starts_with(kCweTag)) continue;
    unsigned number = 0;
    const auto read = std::from_chars(tag.data() + kCweTag.size(), tag.data() + tag.size(), number);
    const bool whole = read.ec == std::errc() && read.ptr == tag.data() + tag.size();
    if (whole && number > 0 && std::find(out.begin(), out.end(), number) == out.end()) out.push_back(number);
  }
  if (out.empty() && rule.kind != Kind::mention) out.push_back(kWeakAuthentication);
  return out;
}

bool is_web_address(std::string_view url) {
  if (!url.starts_with("https://") && !url.starts_with("http://")) return false;
  return std::all_of(url.begin(), url.end(), [](char c) {
    const char l = lower(c);
    return (l >= 'a' && l <= 'z') || (c >= '0' && c <= '9') || std::string_view("-._~:/?#@!$&'*+,;=%").find(c) != std::string_view::npos;
  });
}

std::string explanation_of(const RuleInfo& rule) {
  const std::string text = paragraphs(rule.message + "\n\n" + rule.explain);
  return text.empty() ? "This rule has no explanation." : text;
}

std::string remedy_of(const RuleInfo& rule) {
  const std::string text = paragraphs(rule.fix);
  return text.empty() ? "Move to a flow in which the program does not see the password." : text;
}

std::string message_of(const Finding& f) {
  std::string text = shown(f.message, 500);
  if (text.empty()) text = "No message.";
  if (!ends_sentence(text)) text += '.';
  if (f.client_id && !f.client_id->empty()) text += " Client: " + shown(*f.client_id) + ".";
  return text;
}

std::string description_of(const Finding& f, const RuleInfo& rule) {
  RuleInfo rest = rule;
  if (rest.message == f.message) rest.message.clear();
  const bool more = !rest.message.empty() || !rest.explain.empty();
  return message_of(f) + (more ? "\n\n" + explanation_of(rest) : std::string());
}

std::string uuid_of(std::string_view text) {
  std::string hex = to_hex(digest_of(text));
  hex[12] = '5';
  hex[16] = "89ab"[static_cast<unsigned char>(hex[16]) % 4];
  return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) + "-" + hex.substr(20);
}

std::string UniqueIds::operator()(const std::string& id) {
  const unsigned times = ++used_[id];
  if (times == 1) return id;
  return (*this)(id + "-" + std::to_string(times));
}

}  // namespace ropc::reporters
