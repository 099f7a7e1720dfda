#include "common/regex.h"

#include <re2/re2.h>

#include <utility>

namespace ropc {

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
