#include "common/regex.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace ropc {
namespace {

/// Shorter literals are no help: most files hold them.
constexpr int kMinLiteral = 4;

}  // namespace

struct Regex::Impl {
  explicit Impl(const std::string& pattern, const re2::RE2::Options& options) : re(pattern, options) {}
  re2::RE2 re;
};

Regex::Regex(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

Result<Regex> Regex::compile(const std::string& pattern) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_encoding(re2::RE2::Options::EncodingLatin1);
  options.set_max_mem(16 << 20);
  auto impl = std::make_unique<Impl>(pattern, options);
  if (!impl->re.ok()) return fail(ErrorCode::syntax, "the pattern is wrong: " + impl->re.error());
  return Regex(std::move(impl));
}

std::vector<std::vector<std::string>> Regex::needed_literals(const std::string& pattern) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_encoding(re2::RE2::Options::EncodingLatin1);
  re2::FilteredRE2 filter(kMinLiteral);
  int id = 0;
  if (filter.Add(pattern, options, &id) != re2::RE2::NoError) return {};
  std::vector<std::string> atoms;
  filter.Compile(&atoms);
  // Whether a text in which none of `without` stands can still match.
  const auto possible_without = [&](const std::vector<bool>& without) {
    std::vector<int> present;
    for (std::size_t i = 0; i < atoms.size(); ++i)
      if (!without[i]) present.push_back(static_cast<int>(i));
    std::vector<int> potentials;
    filter.AllPotentials(present, &potentials);
    return !potentials.empty();
  };
  std::vector<bool> needed(atoms.size(), true);
  if (possible_without(needed)) return {};
  std::vector<std::size_t> shortest_first(atoms.size());
  std::iota(shortest_first.begin(), shortest_first.end(), std::size_t{0});
  std::stable_sort(shortest_first.begin(), shortest_first.end(),
                   [&](std::size_t a, std::size_t b) { return atoms[a].size() < atoms[b].size(); });
  for (const std::size_t i : shortest_first) {
    needed[i] = false;
    if (possible_without(needed)) needed[i] = true;
  }
  std::vector<std::vector<std::string>> out(1);
  for (std::size_t i = 0; i < atoms.size(); ++i)
    if (needed[i]) out.front().push_back(atoms[i]);
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    std::vector<bool> only(atoms.size(), false);
    only[i] = true;
    if (!possible_without(only) && out.front() != std::vector{atoms[i]}) out.push_back({atoms[i]});
  }
  return out;
}

bool Regex::found_in(std::string_view text) const {
  return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), impl_->re);
}

bool Regex::matches_all_of(std::string_view text) const {
  return re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), impl_->re);
}

bool Regex::find(std::string_view text, std::size_t from, std::vector<Span>& spans) const {
  const re2::StringPiece piece(text.data(), text.size());
  std::vector<re2::StringPiece> found(static_cast<std::size_t>(groups()) + 1);
  if (from > text.size() ||
      !impl_->re.Match(piece, from, text.size(), re2::RE2::UNANCHORED, found.data(), static_cast<int>(found.size())))
    return false;
  spans.assign(found.size(), Span{});
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i].data() == nullptr) continue;
    spans[i].begin = static_cast<std::size_t>(found[i].data() - text.data());
    spans[i].end = spans[i].begin + found[i].size();
  }
  return true;
}

int Regex::groups() const { return impl_->re.NumberOfCapturingGroups(); }

std::optional<int> Regex::group(const std::string& name) const {
  const auto& names = impl_->re.NamedCapturingGroups();
  const auto at = names.find(name);
  return at == names.end() ? std::nullopt : std::optional<int>(at->second);
}

}  // namespace ropc
