#include <algorithm>

#include "logparsers/formats.h"
#include "logparsers/read.h"
#include "model/names.h"

namespace ropc::logparsers {
namespace {

/// Keeps the events of one sample.
class EventList final : public UsageSink {
 public:
  void begin_input(const InputLabel&) override {}
  void add(const LogEvent& event) override { events.push_back(event); }
  void add(const JoinRules&) override {}
  void add(const TenantName& name) override { names.push_back(name); }
  void add(const DayCoverage&) override {}
  void add(Diagnostic) override {}
  void end_input() override {}
  void abandon_input() override {}
  std::vector<LogEvent> events;
  std::vector<TenantName> names;
};

std::string value_of(const LogEvent& e, const std::string& name) {
  if (name == "client") return e.client.client_id;
  if (name == "client_name") return e.client_name;
  if (name == "redirect_uri") return e.redirect_uri;
  if (name == "tenant") return e.client.tenant;
  if (name == "grant") return std::string(name_of(e.grant));
  if (name == "outcome") return std::string(name_of(e.outcome));
  if (name == "error") return e.error;
  if (name == "user") return e.user.empty() ? "no" : "yes";
  if (name == "time") return e.at.ns == 0 ? "" : to_iso8601(e.at);
  if (name == "zone") return e.zone_known ? "known" : "unknown";
  if (name == "count") return std::to_string(e.count);
  if (name == "aspects") return std::to_string(e.aspects);
  if (name == "unique") return e.unique ? "yes" : "no";
  if (name == "address") return e.address;
  if (name == "user_agent") return e.user_agent;
  if (name == "resource") return e.resource;
  if (name == "scope") return e.scope;
  if (name == "mfa") return e.mfa;
  return "no such value";
}

class Tester {
 public:
  explicit Tester(const Formats& formats)
      // Borrowed: the caller keeps the formats alive.
      : formats_(formats), users_(UserDigester::without_key()) {
    options_.formats = std::shared_ptr<const Formats>(&formats, [](const Formats*) {});
    options_.users = &users_;
    options_.label = "sample";
  }

  std::vector<std::string> run() {
    for (const Format& format : formats_.all())
      for (const Format::Sample& sample : format.samples) one(format, sample);
    return std::move(faults_);
  }

 private:
  void one(const Format& format, const Format::Sample& sample) {
    where_ = format.path + ":" + std::to_string(sample.line) + ": ";
    EventList got;
    const ReadSummary summary = read_bytes(sample.text, options_, got);
    if (summary.formats.size() != 1 || !summary.formats.contains(format.id)) {
      std::string all;
      for (const auto& [id, count] : summary.formats) all += (all.empty() ? "" : ", ") + id;
      fault("is recognised by " + (all.empty() ? "no format" : all) + ", not by " + format.id + " alone");
      return;
    }
    if (got.events.size() != sample.events.size()) {
      fault("holds " + std::to_string(got.events.size()) + " sign-ins by the grant, " +
            std::to_string(sample.events.size()) + " are stated");
      return;
    }
    for (std::size_t i = 0; i < got.events.size(); ++i)
      for (const auto& [name, value] : sample.events[i])
        if (const std::string is = value_of(got.events[i], name); is != value)
          fault("event " + std::to_string(i + 1) + ": " + name + " is \"" + is + "\", \"" + value + "\" is stated");
  }

  void fault(const std::string& what) { faults_.push_back(where_ + "the sample " + what); }

  const Formats& formats_;
  UserDigester users_;
  ReadOptions options_;
  std::string where_;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> test_formats(const Formats& formats) { return Tester(formats).run(); }

}  // namespace ropc::logparsers
