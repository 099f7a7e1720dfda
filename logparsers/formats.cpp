#include "logparsers/formats.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "common/embedded.h"
#include "common/file_bytes.h"
#include "common/yaml_pack.h"
#include "logparsers/format_loader.h"
#include "logparsers/read.h"

namespace ropc::logparsers {
namespace {

constexpr std::uint64_t kMaxFormatFile = 1 << 20;

/// The formats that ship with the program; those that extend others after them.
Result<void> add_own(Formats& out) {
  std::vector<std::pair<const EmbeddedFile*, std::vector<YamlNode>>> extending;
  for (const EmbeddedFile& file : embedded::format_files()) {
    const std::string path(file.path);
    auto documents = yaml_of(file, path);
    if (!documents) return tl::unexpected(documents.error());
    if (!documents->empty() && documents->front().find("extends") != nullptr)
      extending.emplace_back(&file, *std::move(documents));
    else if (auto ok = out.add(*std::move(documents), file.text, path); !ok)
      return ok;
  }
  for (auto& [file, documents] : extending)
    if (auto ok = out.add(std::move(documents), file->text, std::string(file->path)); !ok) return ok;
  return {};
}

}  // namespace

Formats::Formats() : table_(paths_.add("@table")), line_(paths_.add("@line")) {
  // Texts that a collector keeps: the original line or record as a string.
  for (const char* name : {"event.original", "_raw", "raw_data", "raw_log", "CloudTrailEvent", "log", "MESSAGE", "message",
                           "msg", "Message", "body", "textPayload", "line", "AuditData", "@message", "rawLog", "LogEntry", "LogMessage",
                           "RawData", "SyslogMessage", "Line", "Content", "Payload", "payload", "raw", "Raw", "RawMessage",
                           "RawEvent", "EventData", "@rawstring", "log_message", "raw_message"})
    texts_.push_back({name, paths_.add(name)});
  for (const char* name :
       {"records", "value", "Records", "Events", "result", "results", "events", "hits", "_source", "detail", "data",
        "payload", "logEvents", "jsonPayload", "resources", "Items", "items", "entries", "log", "message", "event", "fields",
        "body", "_raw", "AuditData", "rows", "Value"})
    containers_.push_back({name, paths_.add(name)});
  for (const char* name : {"time", "@timestamp", "timestamp", "__REALTIME_TIMESTAMP", "_time", "ts", "Timestamp", "TimeGenerated", "TimeGenerated [UTC]", "Time", "Date"})
    clocks_.push_back({name, paths_.add(name)});
}

Result<void> Formats::add(std::string_view text, const std::string& path) {
  auto documents = parse_yaml(text, path);
  if (!documents) return tl::unexpected(documents.error());
  return add(*std::move(documents), text, path);
}

Result<void> Formats::add(std::vector<YamlNode> documents, std::string_view text, const std::string& path) {
  fingerprint_ = digest_of(to_hex(fingerprint_) + to_hex(digest_of(text)));
  if (documents.size() != 1) return fail(ErrorCode::schema, "it must hold one YAML document", path);
  auto loaded = load_format(documents.front(), path, documents_, paths_);
  if (!loaded) {
    std::string all;
    for (const Error& fault : loaded.error()) all += (all.empty() ? "" : "\n") + fault.text();
    return fail(ErrorCode::schema, all);
  }
  documents_.insert_or_assign(loaded->id, std::move(documents.front()));
  const int old = index_of(loaded->id);
  if (old >= 0)
    formats_[static_cast<std::size_t>(old)] = *std::move(loaded);
  else
    formats_.push_back(*std::move(loaded));
  return {};
}

int Formats::index_of(std::string_view id) const {
  const auto found = std::find_if(formats_.begin(), formats_.end(), [&](const Format& f) { return f.id == id; });
  return found == formats_.end() ? -1 : static_cast<int>(found - formats_.begin());
}

Result<std::shared_ptr<const Formats>> load_formats(const std::vector<std::string>& folders) {
  auto out = std::make_shared<Formats>();
  if (auto ok = add_own(*out); !ok) return tl::unexpected(ok.error());
  std::string faults;
  for (const std::string& folder : folders) {
    namespace fs = std::filesystem;
    std::error_code error;
    std::vector<std::string> files;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
      if (at->path().extension() == ".yaml") files.push_back(at->path().generic_string());
    if (error) return fail(ErrorCode::usage, "the folder of formats cannot be read: " + error.message(), folder);
    std::sort(files.begin(), files.end());
    for (const std::string& file : files) {
      auto text = read_file(file, kMaxFormatFile);
      if (!text) return tl::unexpected(text.error());
      if (auto ok = out->add(*text, file); !ok) faults += (faults.empty() ? "" : "\n") + ok.error().text();
    }
  }
  if (!faults.empty()) return fail(ErrorCode::schema, faults);
  return out;
}

Digest fingerprint(const Formats& formats) { return formats.fingerprint(); }

std::vector<FormatInfo> list_formats(const Formats& formats) {
  std::vector<FormatInfo> out;
  for (const Format& f : formats.all())
    out.push_back({f.id, f.idp, f.title, f.verified, f.shows == Format::Shows::never ? f.why_hidden : f.why_shown});
  std::sort(out.begin(), out.end(), [](const FormatInfo& a, const FormatInfo& b) { return a.id < b.id; });
  return out;
}

}  // namespace ropc::logparsers
