#include "logparsers/shapes/dumpio_line.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "common/text.h"
#include "logparsers/http_form.h"
#include "logparsers/http_message.h"

namespace ropc::logparsers {
namespace {

constexpr std::size_t kMostThreads = 256;
constexpr std::size_t kLongestRequest = 64 << 10;

/// The requests under way, by process and thread.
class Requests final : public ShapeState {
 public:
  struct Request {
    std::string peer;
    std::string text;
    bool answered = true;
  };
  Request& of(std::string_view thread) {
    const auto found = threads_.find(thread);
    if (found != threads_.end()) return found->second;
    if (threads_.size() >= kMostThreads) threads_.clear();
    return threads_[std::string(thread)];
  }

 private:
  std::map<std::string, Request, std::less<>> threads_;
};

/// `[time] [dumpio:trace7] [pid 1:tid 2] mod_dumpio.c(100): [client 192.0.2.4:40877] mod_dumpio:  dumpio_in (data-HEAP): …`
struct Line {
  std::string_view time, thread, peer, data;
  bool from_client = false;
};

/// What stands between `[` or `before` and the next `]`; `text` then begins behind it.
bool take_bracket(std::string_view& text, std::string_view before, std::string_view& value) {
  const std::size_t at = text.find(before);
  const std::size_t end = text.find(']', at);
  if (at == std::string_view::npos || end == std::string_view::npos) return false;
  value = text.substr(at + before.size(), end - at - before.size());
  text.remove_prefix(end + 1);
  return true;
}

/// `22 bytes`: the piece that the next line shows.
bool announces(std::string_view data) {
  const std::size_t digits = data.find_first_not_of("0123456789");
  return digits != std::string_view::npos && digits > 0 && data.substr(digits) == " bytes";
}

bool take_head(std::string_view text, Line& out) {
  std::string_view module;
  std::string_view peer;
  if (!text.starts_with('[') || !take_bracket(text, "[", out.time) || !take_bracket(text, "[", module) ||
      !module.starts_with("dumpio:") || !take_bracket(text, "[", out.thread) || !take_bracket(text, "[", peer))
    return false;
  out.from_client = peer.starts_with("client ");
  out.peer = peer.substr(std::min(peer.find(' ') + 1, peer.size()));
  constexpr std::string_view kData = " (data-";
  const std::size_t data = text.find(kData);
  const std::size_t from = text.find("): ", data);
  out.from_client &= text.find(" dumpio_in") < data;
  if (data != std::string_view::npos && from != std::string_view::npos) out.data = text.substr(from + 3);
  if (announces(out.data)) out.data = {};
  return true;
}

}  // namespace

DumpioLine::DumpioLine(PathSet& paths)
    : address_(paths.add("@line.address")),
      time_(paths.add("@line.time")),
      request_(paths.add("@line.request")),
      agent_(paths.add("@line.agent")),
      authorization_(paths.add("@line.authorization")),
      body_(paths.add("@line.body")),
      status_(paths.add("@line.status")) {}

std::unique_ptr<ShapeState> DumpioLine::state() const { return std::make_unique<Requests>(); }

void DumpioLine::set(int slot, std::string_view text, FieldTable& out) const {
  if (!text.empty()) out.set(slot, {text, FieldTable::Kind::text});
}

Fit DumpioLine::take(TextRecord& record, FieldTable& out) const {
  Line line;
  if (!take_head(record.text, line)) return Fit::no;
  if (record.state == nullptr || line.data.empty()) return Fit::other;
  Requests::Request& request = static_cast<Requests*>(record.state)->of(line.thread);
  if (line.from_client) {
    if (std::exchange(request.answered, false)) request.text.clear();
    request.peer = line.peer;
    if (request.text.size() + line.data.size() < kLongestRequest) request.text += without_log_escapes(line.data);
    return Fit::other;
  }
  const std::string_view status = http_status(line.data);
  if (request.answered || status.empty()) return Fit::other;
  request.answered = true;
  const HttpRequest parts = http_request(out.own(std::move(request.text)));
  request.text.clear();
  set(address_, out.own(std::move(request.peer)), out);
  set(time_, line.time, out);
  set(request_, parts.line, out);
  set(agent_, parts.user_agent, out);
  set(authorization_, parts.authorization, out);
  set(body_, parts.body, out);
  set(status_, status, out);
  return Fit::fields;
}

}  // namespace ropc::logparsers
