#include "logparsers/pairs.h"

#include <algorithm>
#include <array>

#include "common/text.h"

namespace ropc::logparsers {
namespace {

constexpr std::size_t kMostPairs = 400;
constexpr std::size_t kLongestHead = 120;

bool name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-' ||
         c == '@';
}

/// Length of the name of `name=` at `at`; 0: none begins here.
std::size_t name_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && name_char(text[end])) ++end;
  return end > at && end < text.size() && text[end] == '=' && !(text[at] >= '0' && text[at] <= '9') ? end - at : 0;
}

/// Where the quoted value that opens at `at` closes; npos: it does not.
std::size_t closing(std::string_view text, std::size_t at) {
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\\')
      ++i;
    else if (text[i] == '"')
      return i;
  }
  return std::string_view::npos;
}

std::string unescaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      const char c = text[++i];
      out += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string_view plain(std::string_view value, std::deque<std::string>& owned) {
  return value.find('\\') == std::string_view::npos ? value : std::string_view(owned.emplace_back(unescaped(value)));
}

/// Pairs from `at` on; returns how many there were.
std::size_t take_pairs(std::string_view text, std::size_t at, std::vector<Pair>& out, std::deque<std::string>& owned) {
  std::size_t found = 0;
  while (at < text.size() && found < kMostPairs) {
    const std::size_t name = name_at(text, at);
    if (name == 0) {
      // A word that is no pair: on to the next one.
      while (at < text.size() && text[at] != ' ') ++at;
      while (at < text.size() && (text[at] == ' ' || text[at] == ',')) ++at;
      continue;
    }
    const std::string_view key = text.substr(at, name);
    at += name + 1;
    std::size_t end = at;
    if (at < text.size() && text[at] == '"') {
      end = closing(text, at);
      if (end == std::string_view::npos) return found;
      out.push_back({key, plain(text.substr(at + 1, end - at - 1), owned)});
      ++end;
    } else {
      while (end < text.size() && text[end] != ' ') ++end;
      std::string_view value = text.substr(at, end - at);
      if (value.ends_with(',')) value.remove_suffix(1);
      out.push_back({key, value});
    }
    ++found;
    at = end;
    while (at < text.size() && (text[at] == ' ' || text[at] == ',')) ++at;
  }
  return found;
}

/// ArcSight's Common Event Format: seven columns, then pairs whose values run to the next ` name=`.
bool split_cef(std::string_view text, std::vector<Pair>& out, std::deque<std::string>& owned) {
  constexpr std::array<std::string_view, 7> names = {"@cef.format", "@cef.vendor", "@cef.product", "@cef.version",
                                                     "@cef.event",  "@cef.name",   "@cef.severity"};
  for (const std::string_view name : names) {
    std::size_t end = 0;
    while (end < text.size() && text[end] != '|') end += text[end] == '\\' ? 2 : 1;
    if (end >= text.size()) return false;
    out.push_back({name, plain(text.substr(0, end), owned)});
    text.remove_prefix(end + 1);
  }
  while (!text.empty() && out.size() < kMostPairs) {
    const std::size_t name = name_at(text, 0);
    if (name == 0) break;
    std::size_t end = name + 1;
    for (; end < text.size(); ++end) {
      if (text[end] == '\\')
        ++end;
      else if (text[end] == ' ' && name_at(text, end + 1) > 0)
        break;
    }
    end = std::min(end, text.size());
    out.push_back({text.substr(0, name), plain(trim(text.substr(name + 1, end - name - 1)), owned)});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return true;
}

/// RFC 5424 §6.3.
bool split_structured(std::string_view text, std::vector<Pair>& out, std::deque<std::string>& owned) {
  const std::size_t id = std::min(text.find_first_of(" ]\"="), text.size());
  if (id < 2 || id == text.size() || text[id] != ' ') return false;
  out.push_back({"@sd", text.substr(1, id - 1)});
  return take_pairs(text, id + 1, out, owned) > 0;
}

}  // namespace

bool split_pairs(std::string_view text, std::vector<Pair>& out, std::deque<std::string>& owned) {
  out.clear();
  owned.clear();
  if (text.find('=') == std::string_view::npos) return false;
  if (const std::size_t cef = text.substr(0, kLongestHead).find("CEF:"); cef != std::string_view::npos)
    return split_cef(text.substr(cef), out, owned);
  if (text.starts_with('[') && text.find("=\"") != std::string_view::npos) return split_structured(text, out, owned);
  for (std::size_t at = 0; at < text.size() && at < kLongestHead;) {
    if (name_at(text, at) > 0) {
      if (at > 0) out.push_back({"@head", trim(text.substr(0, at))});
      return take_pairs(text, at, out, owned) >= 2;
    }
    at = text.find(' ', at);
    if (at == std::string_view::npos) break;
    while (at < text.size() && text[at] == ' ') ++at;
  }
  return false;
}

}  // namespace ropc::logparsers
