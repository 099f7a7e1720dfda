#include "scanner/syntax/meaning.h"

#include <algorithm>

namespace ropc::scanner::syntax {
namespace {

constexpr std::size_t kMaxText = 64U << 10U;

}  // namespace

Meaning joined(Meaning a, const Meaning& b) {
  const std::size_t shift = a.text.size();
  if (shift + b.text.size() > kMaxText) {
    a.known = false;
    return a;
  }
  if (!b.known && b.gaps.empty()) {
    a.text += kUnknown;
    a.gaps.push_back({shift, b.at, b.parameter, b.name, b.source});
  } else {
    a.text += b.text;
    for (const Mark& mark : b.marks) a.marks.push_back({mark.text + shift, mark.source});
    for (Gap gap : b.gaps) {
      gap.text += shift;
      a.gaps.push_back(std::move(gap));
    }
  }
  a.known = a.known && b.known;
  a.name.clear();
  a.parameter = kNone;
  a.through.insert(a.through.end(), b.through.begin(), b.through.end());
  a.foreign.insert(a.foreign.end(), b.foreign.begin(), b.foreign.end());
  return a;
}

void merge(std::vector<Meaning>& list, std::vector<Meaning> more) {
  for (Meaning& one : more) {
    if (list.size() >= kMaxMeanings) return;
    const bool same = std::ranges::any_of(list, [&](const Meaning& have) {
      return have.known == one.known && have.text == one.text && have.name == one.name && have.parameter == one.parameter;
    });
    if (!same) list.push_back(std::move(one));
  }
}

std::vector<Meaning> joined_all(const std::vector<Meaning>& left, const std::vector<Meaning>& right) {
  std::vector<Meaning> out;
  for (const Meaning& a : left) {
    for (const Meaning& b : right) {
      if (out.size() < kMaxMeanings) out.push_back(joined(a, b));
    }
  }
  return out;
}

Meaning text_meaning(std::string text, std::size_t source, NodeId at) {
  Meaning out;
  out.known = true;
  out.text = std::move(text);
  out.at = at;
  out.source = CredentialSource::literal;
  out.marks.push_back({0, source});
  return out;
}

}  // namespace ropc::scanner::syntax
