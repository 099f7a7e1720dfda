#include "idpconfig/read.h"

#include <algorithm>
#include <fstream>
#include <vector>

#include "common/file_bytes.h"
#include "idpconfig/discovery.h"
#include "idpconfig/profile_run.h"
#include "idpconfig/tables.h"
#include "idpconfig/walk.h"

namespace ropc::idpconfig {
namespace {

/// All profiles of one format over one file, until one of them knows it.
class Reading : public Visitor {
 public:
  Reading(Profile::Format format, const std::string& label, EvidenceSink& out) {
    for (const Profile& profile : builtin_profiles())
      if (std::find(profile.formats.begin(), profile.formats.end(), format) != profile.formats.end())
        runs_.emplace_back(profile, label, out);
  }

  Want want(const Path& path) override {
    Want most = Want::skip;
    for (ProfileRun& run : runs_) most = std::max(most, run.want(path));
    return most;
  }
  bool value(const Path& path, YamlNode node) override {
    for (std::size_t i = 0; i + 1 < runs_.size(); ++i) runs_[i].value(path, node);
    if (!runs_.empty()) runs_.back().value(path, std::move(node));
    return true;
  }
  bool leave(const Path& path) override {
    for (ProfileRun& run : runs_) {
      run.leave(path);
      if (run.state() != ProfileRun::State::mine) continue;
      settle(run);
      return true;
    }
    std::erase_if(runs_, [](const ProfileRun& r) { return r.state() == ProfileRun::State::rejected; });
    return !runs_.empty();
  }
  void finish() {
    for (ProfileRun& run : runs_) run.finish();
  }
  [[nodiscard]] bool mine() const {
    return runs_.size() == 1 && runs_.front().state() == ProfileRun::State::mine;
  }
  [[nodiscard]] const ProfileRun& run() const { return runs_.front(); }

 private:
  /// The first profile that knows the file has it for itself.
  void settle(ProfileRun& known) {
    if (runs_.size() == 1) return;
    ProfileRun winner = std::move(known);
    runs_.clear();
    runs_.push_back(std::move(winner));
  }

  std::vector<ProfileRun> runs_;
};

ReadResult conclude(const Walk& walk, Reading& reading, const std::string& label, EvidenceSink& out) {
  if (!reading.mine()) return ReadResult::not_mine;
  reading.finish();
  if (walk.end == Walk::End::complete || walk.end == Walk::End::stopped) return ReadResult::read;
  const std::string what = walk.end == Walk::End::too_large ? "one value of this export is too large to read"
                                                            : "this export is no valid JSON from here on";
  out.add(Diagnostic{Diagnostic::Level::incomplete,
                     what + " (" + reading.run().profile().title + "): settings after this line, client policies too, " +
                         "are missing; export it again",
                     Location{label, walk.line, 0, 0, 0}});
  return ReadResult::failed;
}

std::string_view without_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes;
}

char first_sign(std::string_view bytes) {
  const std::size_t at = bytes.find_first_not_of(" \t\r\n");
  return at == std::string_view::npos ? '\0' : bytes[at];
}

ReadResult read_json(std::string_view bytes, const std::string& label, EvidenceSink& out) {
  if (read_discovery(bytes, label, out)) return ReadResult::read;
  Reading reading(Profile::Format::json, label, out);
  return conclude(walk_json(bytes, reading), reading, label, out);
}

constexpr std::size_t kMaxYaml = 4U << 20U;
constexpr std::size_t kMaxWhole = 8U << 20U;  ///< of a file that is read as a whole

/// Whether a line begins with `key` and a colon.
bool has_key_line(std::string_view bytes, std::string_view key) {
  for (std::size_t at = bytes.find(key); at != std::string_view::npos; at = bytes.find(key, at + 1)) {
    const std::size_t after = at + key.size();
    if ((at == 0 || bytes[at - 1] == '\n') && after < bytes.size() && bytes[after] == ':') return true;
  }
  return false;
}

/// Spares logs the YAML parser: a top-level member that some profile looks into must be there.
bool may_be_yaml(std::string_view bytes) {
  for (const Profile& profile : builtin_profiles()) {
    if (std::find(profile.formats.begin(), profile.formats.end(), Profile::Format::yaml) == profile.formats.end())
      continue;
    for (const Path& path : profile.records)
      if (!path.empty() && has_key_line(bytes, path.front())) return true;
  }
  return false;
}

ReadResult read_yaml(std::string_view bytes, const std::string& label, EvidenceSink& out) {
  if (bytes.size() > kMaxYaml || !may_be_yaml(bytes)) return ReadResult::not_mine;
  const auto documents = parse_yaml(bytes, label);
  if (!documents) return ReadResult::not_mine;
  ReadResult result = ReadResult::not_mine;
  for (const YamlNode& document : *documents) {
    Reading reading(Profile::Format::yaml, label, out);
    if (conclude(walk_node(document, reading), reading, label, out) == ReadResult::read) result = ReadResult::read;
  }
  return result;
}

}  // namespace

ReadResult read_export(std::string_view bytes, const std::string& label, EvidenceSink& out) {
  bytes = without_mark(bytes);
  const char sign = first_sign(bytes);
  if (sign == '\0') return ReadResult::not_mine;
  if (sign == '{' || sign == '[') return read_json(bytes, label, out);
  const ReadResult table = read_table(bytes, label, out);
  return table == ReadResult::not_mine ? read_yaml(bytes, label, out) : table;
}

ReadResult read_export_file(const std::string& path, const std::string& label, EvidenceSink& out) {
  const auto bytes = read_file(path, kMaxWhole);
  if (bytes) return read_export(*bytes, label, out);
  if (bytes.error().code == ErrorCode::limit) {
    std::ifstream in(path, std::ios::binary);
    return read_large_export(in, label, out);
  }
  out.add(Diagnostic{Diagnostic::Level::incomplete, bytes.error().message, Location{label, 0, 0, 0, 0}});
  return ReadResult::failed;
}

ReadResult read_large_export(std::istream& in, const std::string& label, EvidenceSink& out) {
  Reading reading(Profile::Format::json, label, out);
  return conclude(walk_json(in, reading), reading, label, out);
}

}  // namespace ropc::idpconfig
