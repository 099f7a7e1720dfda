#pragma once

#include <algorithm>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "logparsers/json_walk.h"
#include "logparsers/record_reader.h"

namespace ropc::logparsers {

/// Wrappers inside wrappers; what is deeper is not looked into.
inline constexpr int kDeepestEnvelope = 16;

/// What one level of wrappers must keep while the next one is read.
struct RecordReader::Depth {
  std::vector<std::string> texts;
  std::size_t texts_used = 0;
  std::deque<std::string> more_texts;
  std::vector<std::string_view> containers;
  std::vector<std::string_view> elements;
  std::vector<JsonMember> members;

  /// Keeps a text with padding behind it.
  void keep(std::string_view text) {
    if (texts_used == texts.size()) texts.emplace_back();
    std::string& to = texts[texts_used++];
    to.assign(text);
    to.append(kJsonPadding, '\0');
  }
  [[nodiscard]] std::string_view text(std::size_t i) const { return without_padding(texts[i]); }

  /// The same for texts of envelopes that nobody has named; they stay until forget().
  std::size_t keep_more(std::string_view text) {
    std::string& to = more_texts.emplace_back(text);
    to.append(kJsonPadding, '\0');
    return more_texts.size() - 1;
  }
  [[nodiscard]] std::string_view more(std::size_t i) const { return without_padding(more_texts[i]); }
  void forget() { more_texts.clear(); }

  /// Whether this member was looked into already, for its name.
  [[nodiscard]] bool tried(std::string_view value) const {
    return std::any_of(containers.begin(), containers.end(),
                       [&](std::string_view c) { return c.data() == value.data(); });
  }

 private:
  static std::string_view without_padding(const std::string& text) {
    return std::string_view(text).substr(0, text.size() - kJsonPadding);
  }
};

}  // namespace ropc::logparsers
