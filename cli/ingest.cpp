#include "cli/ingest.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <random>
#include <system_error>
#include <thread>
#include <utility>

#include "cli/console.h"
#include "cli/file_state.h"
#include "cli/version.h"
#include "common/digest.h"
#include "common/file_bytes.h"
#include "common/text.h"
#include "idpconfig/read.h"
#include "inventory/usage_partial.h"
#include "logparsers/read.h"

namespace ropc::cli {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kMostThreads = 8;  ///< more do not help one log: its events go into the inventory one by one

void not_read(EvidenceSink& out, const std::string& path, std::string message) {
  out.add(Diagnostic{Diagnostic::Level::incomplete, std::move(message), {path, 0, 0, 0, 0}});
}

void add_folder(const std::string& folder, std::vector<std::string>& files, EvidenceSink& out) {
  std::error_code error;
  std::vector<std::string> found;
  fs::recursive_directory_iterator it(folder, fs::directory_options::none, error);
  while (!error && it != fs::recursive_directory_iterator()) {
    std::error_code unreadable;
    if (it->is_regular_file(unreadable) && !it->is_symlink(unreadable)) found.push_back(it->path().generic_string());
    it.increment(error);
  }
  if (error) not_read(out, folder, "the folder cannot be read to its end: " + error.message());
  std::sort(found.begin(), found.end());
  files.insert(files.end(), found.begin(), found.end());
}

/// Tries the input as an IdP export.
idpconfig::ReadResult read_as_export(const std::string& path, inventory::Inventory& inventory) {
  inventory.begin_input(inventory::Inventory::InputKind::config_export, path);
  const idpconfig::ReadResult result = idpconfig::read_export_file(path, path, inventory.evidence());
  if (result == idpconfig::ReadResult::not_mine)
    inventory.abandon_input();
  else
    inventory.commit_input();  // of a broken export, what was read stays, with the diagnostic beside it
  return result;
}

/// The digester for user names: with the user's key, without one, or none at all.
Result<std::optional<UserDigester>> digester_for(const Options& options) {
  if (options.no_users) return std::optional<UserDigester>();
  if (options.user_key_file.empty()) return std::optional(UserDigester::without_key());
  auto key = read_file(options.user_key_file, 4096);
  if (!key) return tl::unexpected(key.error());
  auto digester = UserDigester::with_key(trim(*key));
  if (!digester) return fail(ErrorCode::usage, digester.error().message, options.user_key_file);
  return std::optional(*digester);
}

/// How logs are read; `digester` must outlive it.
Result<logparsers::ReadOptions> reading_options(const Options& options, const std::optional<UserDigester>& digester) {
  auto formats = logparsers::load_formats(options.format_folders);
  if (!formats) return tl::unexpected(formats.error());
  logparsers::ReadOptions how;
  how.formats = *formats;
  how.as = options.as_format;
  how.threads = options.jobs != 0 ? options.jobs : std::max(1U, std::min(std::thread::hardware_concurrency(), kMostThreads));
  how.users = digester ? &*digester : nullptr;
  return how;
}

/// Names a piece of a log that nobody has named: two pieces may hold the same lines and are two all the same.
std::string chance_part() {
  std::random_device chance;
  std::string out = "piece";
  for (int i = 0; i < 4; ++i) out += "-" + std::to_string(chance());
  return out;
}

/// Prints what could not be read; keeps nothing.
class Complaints final : public EvidenceSink {
 public:
  void add(Finding /*finding*/) override {}
  void add(IdpFact /*fact*/) override {}
  void add(TenantName /*name*/) override {}
  void add(Diagnostic d) override { complain(Error{ErrorCode::io, std::move(d.message), d.where.path}); }
};

}  // namespace

std::vector<std::string> files_of(const std::vector<std::string>& inputs, EvidenceSink& out) {
  std::vector<std::string> files;
  for (const std::string& input : inputs) {
    std::error_code error;
    const fs::file_status status = fs::status(input, error);
    if (input == "-" || (!error && fs::is_regular_file(status)))
      files.push_back(input);
    else if (!error && fs::is_directory(status))
      add_folder(input, files, out);
    else if (fs::exists(status))
      files.push_back(input);  // a pipe, as a shell's <(…) makes
    else
      not_read(out, input, "does not exist");
  }
  return files;
}

struct Ingester::Impl {
  Impl(const Options& typed, inventory::Inventory& into, const std::optional<UserDigester>& users)
      : options(typed), inventory(into), digester(users) {}

  /// Reads a file as a log: all of it, what it has grown by, or nothing when it is the same; nothing: that one.
  std::optional<Result<logparsers::ReadSummary>> read_log(const std::string& path, const std::string& label, bool whole_lines) {
    how.label = label;
    how.file.reset();
    how.before.reset();
    const auto now = path == "-" ? fail(ErrorCode::io, "no file") : file_state(path, way, whole_lines);
    if (now && now->size > 0) {
      how.file = *now;
      const auto known = inventory.known_log(label);
      if (known && !options.again) {
        const FileState& then = known->file;
        if (then == *now || (whole_lines && then.size == now->size && then.tail == now->tail && then.way == way)) return std::nullopt;
        if (known->lines && !known->format.empty() && grown(path, then, *now))
          how.before = {then.size, *known->lines, known->format};
      }
    }
    auto log = logparsers::read_input(path, how, inventory.usage());
    if (how.before && log && (log->from_start || inventory.must_read_from_start())) {
      how.before.reset();
      log = logparsers::read_input(path, how, inventory.usage());
    }
    return log;
  }

  const Options& options;
  inventory::Inventory& inventory;
  std::optional<UserDigester> digester;
  logparsers::ReadOptions how;
  Digest way;
  Ingested sum;
};

Ingester::Ingester(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Ingester::~Ingester() = default;

Result<std::unique_ptr<Ingester>> Ingester::make(const Options& options, inventory::Inventory& inventory) {
  const auto digester = digester_for(options);
  if (!digester) return tl::unexpected(digester.error());
  auto impl = std::make_unique<Impl>(options, inventory, *digester);
  auto how = reading_options(options, impl->digester);
  if (!how) return tl::unexpected(how.error());
  impl->how = *std::move(how);
  impl->way = digest_of(std::string(kVersion) + '\n' + to_hex(logparsers::fingerprint(*impl->how.formats)) + '\n' +
                        options.as_format + '\n' + (impl->digester ? impl->digester->key_id() : "no users"));
  return std::unique_ptr<Ingester>(new Ingester(std::move(impl)));
}

void Ingester::read(const std::string& path) {
  using LogResult = logparsers::ReadSummary::Result;
  Ingested& sum = impl_->sum;
  inventory::Inventory& inventory = impl_->inventory;
  const auto log = impl_->read_log(path, path, false);
  if (!log) {
    ++sum.unchanged;
    return;
  }
  ++sum.unreadable;
  if (!*log) return not_read(inventory.evidence(), path, log->error().message);
  const logparsers::ReadSummary& summary = **log;
  sum.events += summary.events;
  sum.incomplete |= summary.incomplete;
  if (summary.result == LogResult::failed) return not_read(inventory.evidence(), path, summary.problem);
  if (summary.result == LogResult::read) {
    --sum.unreadable;
    ++sum.logs;
    return;
  }
  if (path == "-")
    return not_read(inventory.evidence(), path, "standard input is no sign-in log that is known; see `ropc-audit formats list`");
  const idpconfig::ReadResult config = read_as_export(path, inventory);
  if (config == idpconfig::ReadResult::not_mine)
    not_read(inventory.evidence(), path,
             "is neither a sign-in log nor an IdP export that is known; see `ropc-audit formats list`");
  if (config != idpconfig::ReadResult::read) return;
  --sum.unreadable;
  ++sum.exports;
}

bool Ingester::read_on(const std::string& path, const std::string& label, bool whole_lines) {
  const auto log = impl_->read_log(path, label, whole_lines);
  if (!log || !*log || (*log)->result != logparsers::ReadSummary::Result::read) return false;
  impl_->sum.events += (*log)->events;
  impl_->sum.incomplete |= (*log)->incomplete;
  return true;
}

const Ingested& Ingester::sum() const { return impl_->sum; }

Result<Ingested> ingest(const std::vector<std::string>& inputs, const Options& options,
                        inventory::Inventory& inventory) {
  const auto ingester = Ingester::make(options, inventory);
  if (!ingester) return tl::unexpected(ingester.error());
  Progress progress(options, "reading");
  for (const std::string& path : files_of(inputs, inventory.evidence())) {
    progress.at(path);
    (*ingester)->read(path);
    if (auto ok = inventory.health(); !ok) return tl::unexpected(ok.error());
  }
  return (*ingester)->sum();
}

Result<Ingested> emit_partials(const std::vector<std::string>& inputs, const Options& options) {
  const auto digester = digester_for(options);
  if (!digester) return tl::unexpected(digester.error());
  auto how = reading_options(options, *digester);
  if (!how) return tl::unexpected(how.error());
  std::ofstream file;
  if (options.emit != "-") file.open(options.emit, std::ios::binary | std::ios::trunc);
  std::ostream& out = options.emit == "-" ? std::cout : file;
  inventory::PartialWriter writer([&](std::string_view line) { out << line; });
  Complaints complaints;
  Ingested sum;
  for (const std::string& path : files_of(inputs, complaints)) {
    how->part = path != "-" ? std::string() : options.part.empty() ? chance_part() : options.part;
    how->label = path == "-" ? options.log : std::string();
    const auto log = logparsers::read_input(path, *how, writer);
    if (!log) return tl::unexpected(log.error());
    using LogResult = logparsers::ReadSummary::Result;
    const bool read = log->result == LogResult::read;
    // A piece of a log may hold none of its records.
    if (path == "-" && log->result == LogResult::not_mine) continue;
    if (!read) not_read(complaints, path, log->problem.empty() ? "is no sign-in log that is known" : log->problem);
    sum.logs += read ? 1 : 0;
    sum.unreadable += read ? 0 : 1;
    sum.events += log->events;
    sum.incomplete |= log->incomplete;
  }
  out.flush();
  if (!out) return fail(ErrorCode::io, "the partials cannot be written", options.emit);
  return sum;
}

}  // namespace ropc::cli
