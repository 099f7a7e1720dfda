#include "cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string_view>
#include <system_error>
#include <utility>

#include "cli/exit_code.h"
#include "common/text.h"

namespace ropc::cli {
namespace {

constexpr std::size_t kMostDiagnostics = 50;

unsigned terminal_width() {
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20 ? size.ws_col : 100;
}

std::string place(const Location& where) {
  if (where.path.empty()) return {};
  return printable(where.path) + (where.line > 0 ? ":" + std::to_string(where.line) : "") + ": ";
}

}  // namespace

int complain(const Error& error) {
  std::cerr << "ropc-audit: " << printable(error.text()) << '\n';
  return exit_code_of(error);
}

int complain(const std::vector<Error>& errors) {
  int code = kDone;
  for (const Error& error : errors) code = complain(error);
  return code;
}

void show(const std::vector<Diagnostic>& diagnostics, bool verbose) {
  std::vector<Diagnostic> shown = diagnostics;
  if (!verbose) std::erase_if(shown, [](const Diagnostic& d) { return d.level == Diagnostic::Level::note; });
  std::stable_sort(shown.begin(), shown.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.level > b.level; });
  for (std::size_t i = 0; i < shown.size() && i < kMostDiagnostics; ++i) {
    const char* word = shown[i].level == Diagnostic::Level::incomplete ? "not read"
                       : shown[i].level == Diagnostic::Level::warning  ? "warning"
                                                                       : "note";
    std::cerr << "ropc-audit: " << word << ": " << place(shown[i].where) << printable(shown[i].message) << '\n';
  }
  if (shown.size() > kMostDiagnostics)
    std::cerr << "ropc-audit: and " << shown.size() - kMostDiagnostics << " more; the JSON report has all\n";
}

void say(const Options& options, const std::string& line) {
  if (!options.quiet) std::cerr << printable(line) << '\n';
}

Progress::Progress(const Options& options, std::string what)
    : on_(!options.quiet && ::isatty(STDERR_FILENO) == 1), what_(std::move(what)) {}

Progress::~Progress() {
  if (on_ && count_ > 0) std::cerr << "\r\x1b[K" << std::flush;
}

void Progress::at(const std::string& item) {
  ++count_;
  if (!on_) return;
  std::string name = printable(item);
  if (name.size() > 60) name = "…" + name.substr(name.size() - 60);
  std::cerr << '\r' << "\x1b[K" << what_ << ' ' << count_ << ": " << name << std::flush;
}

TimePoint time_of_run() {
  if (const char* fixed = std::getenv("SOURCE_DATE_EPOCH"); fixed != nullptr) {
    std::int64_t seconds = 0;
    const std::string_view text = fixed;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    constexpr std::int64_t kLast = INT64_MAX / 1'000'000'000;
    if (error == std::errc() && end == text.data() + text.size() && seconds > 0 && seconds < kLast) return {seconds * 1'000'000'000};
  }
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::nanoseconds>(now).count()};
}

reporters::Style style_for(const Options& options, const std::string& file) {
  const bool terminal = file == "-" && ::isatty(STDOUT_FILENO) == 1;
  reporters::Style style;
  style.color = options.color == "always" || (options.color == "auto" && terminal && std::getenv("NO_COLOR") == nullptr);
  style.width = terminal ? terminal_width() : 100;
  style.verbose = options.verbose;
  if (options.command == "scan") style.view = reporters::View::findings;
  if (options.command == "explain") style.view = reporters::View::evidence;
  style.made_at = time_of_run();
  return style;
}

}  // namespace ropc::cli
