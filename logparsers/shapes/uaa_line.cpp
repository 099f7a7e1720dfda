#include "logparsers/shapes/uaa_line.h"

#include <algorithm>
#include <cstdint>
#include <map>

#include "common/text.h"
#include "common/timestamp.h"

namespace ropc::logparsers {
namespace {

constexpr std::size_t kMostThreads = 4096;
constexpr std::size_t kMostProcesses = 64;
constexpr std::string_view kAudit = "Audit: ";
constexpr std::string_view kRefusal = "UaaTokenEndpoint: Handling error: InvalidClientException, Unauthorized grant type: password";

/// What was seen of the processes that write this log, and who signed in last on each of their threads.
class Seen final : public ShapeState {
 public:
  /// At DEBUG, user names are written with their line breaks and can imitate whole lines. They do not know the process
  /// that writes: the first of a log is believed, a further one only when it has written before.
  bool trusted(std::string_view process) {
    if (lines_.empty()) first_ = process;
    auto found = lines_.find(process);
    if (found == lines_.end()) {
      if (lines_.size() >= kMostProcesses) return false;
      found = lines_.emplace(process, 0).first;
    }
    return ++found->second > 2 || process == first_;
  }
  struct SignIn {
    std::string client, user, zone;
  };
  void signed_in(std::string_view thread, SignIn what) {
    if (last_.size() >= kMostThreads) last_.clear();
    last_[std::string(thread)] = std::move(what);
  }
  /// Takes it: a sign-in leads to one answer.
  SignIn taken(std::string_view thread) {
    const auto found = last_.find(thread);
    if (found == last_.end()) return {};
    SignIn out = std::move(found->second);
    last_.erase(found);
    return out;
  }

 private:
  std::map<std::string, SignIn, std::less<>> last_;
  std::map<std::string, std::uint64_t, std::less<>> lines_;
  std::string first_;
};

/// `[time] word - pid [thread] ....  LEVEL --- ` at the front.
struct Head {
  std::string_view time, process, thread, message;
};
bool take_head(std::string_view line, Head& out) {
  if (!line.starts_with('[')) return false;
  std::size_t used = 0;
  if (!parse_iso8601(line.substr(1), &used) || !line.substr(1 + used).starts_with("] ")) return false;
  out.time = line.substr(1, used);
  line.remove_prefix(used + 3);
  const std::size_t open = line.substr(0, 400).find(" [");
  const std::size_t mark = line.substr(0, 600).find(" --- ");
  if (open == std::string_view::npos || mark == std::string_view::npos || mark < open) return false;
  const std::string_view between = line.substr(open + 2, mark - open - 2);
  const std::size_t close = between.find("] ....");
  if (line.substr(0, open).find(" - ") == std::string_view::npos || close == std::string_view::npos) return false;
  out.process = line.substr(0, open);
  out.thread = between.substr(0, close);
  out.message = line.substr(mark + 5);
  return true;
}

/// What stands between `before` and the end, cut off there; `text` then ends before it. Looked for from the end.
bool cut_last(std::string_view& text, std::string_view before, std::string_view& value) {
  const std::size_t at = text.rfind(before);
  if (at == std::string_view::npos) return false;
  value = text.substr(at + before.size());
  text = text.substr(0, at);
  return true;
}

}  // namespace

UaaLine::UaaLine(PathSet& paths)
    : time_(paths.add("@uaa.time")),
      event_(paths.add("@uaa.event")),
      zone_(paths.add("@uaa.zone")),
      client_(paths.add("@uaa.client")),
      user_(paths.add("@uaa.user")),
      address_(paths.add("@uaa.address")),
      origin_(paths.add("@uaa.origin")) {}

std::unique_ptr<ShapeState> UaaLine::state() const { return std::make_unique<Seen>(); }

void UaaLine::set(int slot, std::string_view text, FieldTable& out) const {
  out.set(slot, {text, FieldTable::Kind::text});
}

Fit UaaLine::take(TextRecord& record, FieldTable& out) const {
  Head head;
  if (!take_head(record.text, head)) return Fit::no;
  set(time_, head.time, out);
  if (record.state != nullptr && !static_cast<Seen*>(record.state)->trusted(head.process)) return Fit::neighbour;
  if (head.message.starts_with(kAudit)) return audit(head.message.substr(kAudit.size()), head.thread, record.state, out);
  if (head.message == kRefusal) return refusal(head.thread, record.state, out);
  return head.message.find(": ") != std::string_view::npos ? Fit::other : Fit::neighbour;
}

Fit UaaLine::audit(std::string_view text, std::string_view thread, ShapeState* state, FieldTable& out) const {
  const std::size_t open = text.find(" ('");
  if (open == std::string_view::npos) return Fit::broken;
  const std::string_view event = text.substr(0, open);
  set(event_, event, out);
  if (const std::size_t type = text.rfind(", authenticationType=["); type != std::string_view::npos) text = text.substr(0, type);
  std::string_view zone;
  std::string_view from;
  if (!cut_last(text, ", identityZoneId=[", zone) || !cut_last(text, ", origin=[", from)) return Fit::other;
  zone = zone.substr(0, zone.find(']'));
  if (from.ends_with(']')) from.remove_suffix(1);
  set(zone_, zone, out);
  origin(from, out);
  if (state != nullptr && event == "UserAuthenticationSuccess" && out.has(client_)) {
    // `('name'): principal=<user id>`
    std::string_view user;
    cut_last(text, "): principal=", user);
    static_cast<Seen*>(state)->signed_in(thread, {std::string(out.text(client_)), std::string(user), std::string(zone)});
  }
  return Fit::fields;
}

/// `client=<id>, user=<name>`, or `remoteAddress=<ip>, clientId=<id>`. A user name may hold anything, an id of a client
/// that was accepted is the administrator's.
void UaaLine::origin(std::string_view text, FieldTable& out) const {
  constexpr std::string_view kClient = "client=";
  constexpr std::string_view kUser = ", user=";
  constexpr std::string_view kAddress = "remoteAddress=";
  constexpr std::string_view kClientId = ", clientId=";
  if (text.starts_with(kClient)) {
    const std::size_t user = text.find(kUser);
    if (user == std::string_view::npos) return;
    set(origin_, "client", out);
    set(client_, text.substr(kClient.size(), user - kClient.size()), out);
    set(user_, text.substr(user + kUser.size()), out);
    return;
  }
  if (!text.starts_with(kAddress)) return;
  const std::size_t client = text.find(kClientId);
  set(address_, text.substr(kAddress.size(), std::min(client, text.find(", ")) - kAddress.size()), out);
  if (client == std::string_view::npos) return;
  set(origin_, "request", out);
  set(client_, text.substr(client + kClientId.size()), out);
}

Fit UaaLine::refusal(std::string_view thread, ShapeState* state, FieldTable& out) const {
  set(event_, "UnauthorizedGrant", out);
  if (state == nullptr) return Fit::fields;
  Seen::SignIn before = static_cast<Seen*>(state)->taken(thread);
  set(client_, out.own(std::move(before.client)), out);
  set(user_, out.own(std::move(before.user)), out);
  set(zone_, out.own(std::move(before.zone)), out);
  return Fit::fields;
}

}  // namespace ropc::logparsers
