#include "logparsers/shapes/modsecurity_block.h"

#include <algorithm>
#include <string>

#include "logparsers/http_message.h"

namespace ropc::logparsers {
namespace {

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view take_word(std::string_view& text) {
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

}  // namespace

std::string_view modsecurity_boundary(std::string_view line, char letter) {
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  constexpr std::size_t kAround = 6;  // "--", "-A--"
  if (line.size() < kAround + 4 || line.size() > kAround + 40 || !line.starts_with("--") || !line.ends_with("--")) return {};
  if (line[line.size() - 3] != letter || line[line.size() - 4] != '-') return {};
  const std::string_view id = line.substr(2, line.size() - kAround);
  const bool word = std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  return word ? id : std::string_view();
}

ModsecurityBlock::ModsecurityBlock(PathSet& paths)
    : id_(paths.add("@line.id")),
      address_(paths.add("@line.address")),
      time_(paths.add("@line.time")),
      request_(paths.add("@line.request")),
      agent_(paths.add("@line.agent")),
      authorization_(paths.add("@line.authorization")),
      body_(paths.add("@line.body")),
      status_(paths.add("@line.status")) {}

void ModsecurityBlock::set(int slot, std::string_view text, FieldTable& out) const {
  if (!text.empty()) out.set(slot, {text, FieldTable::Kind::text});
}

Fit ModsecurityBlock::take(TextRecord& record, FieldTable& out) const {
  const std::string_view id = modsecurity_boundary(record.text, 'A');
  if (id.empty()) return Fit::no;
  const std::string boundary = "\n--" + std::string(id) + "-";
  std::string_view text = record.rest.empty() ? record.text : record.rest;
  // The id is the server's, by chance: nothing that a request holds knows it.
  const std::size_t end = text.find(boundary + "Z--");
  if (end == std::string_view::npos) return Fit::broken;
  record.taken = std::min(text.find('\n', end + 1), text.size());
  text = text.substr(0, end);
  char letter = 'A';
  take_line(text);
  while (true) {
    const std::size_t next = text.find(boundary);
    part(letter, text.substr(0, next), out);
    if (next == std::string_view::npos || next + boundary.size() >= text.size()) break;
    letter = text[next + boundary.size()];
    text.remove_prefix(next + 1);
    take_line(text);
  }
  return Fit::fields;
}

void ModsecurityBlock::part(char letter, std::string_view text, FieldTable& out) const {
  if (letter == 'A') {
    audit_header(take_line(text), out);
  } else if (letter == 'B') {
    const HttpRequest request = http_request(text);
    set(request_, request.line, out);
    set(agent_, request.user_agent, out);
    set(authorization_, request.authorization, out);
  } else if (letter == 'C') {
    set(body_, text, out);
  } else if (letter == 'F') {
    set(status_, http_status(take_line(text)), out);
  }
}

/// `[02/Mar/2026:09:14:07.169255 +0000] <unique id> <address> <port> <address> <port>`
void ModsecurityBlock::audit_header(std::string_view line, FieldTable& out) const {
  const std::size_t close = line.find("] ");
  if (!line.starts_with('[') || close == std::string_view::npos) return;
  set(time_, line.substr(1, close - 1), out);
  line.remove_prefix(close + 2);
  set(id_, take_word(line), out);
  set(address_, take_word(line), out);
}

}  // namespace ropc::logparsers
