#include "scanner/syntax/languages/all.h"

#include <algorithm>
#include <array>

namespace ropc::scanner::syntax {
namespace {

using namespace table;  // NOLINT(google-build-using-namespace): the table below

// Sorted by id.
constexpr std::array kLanguages = {&kBash,   &kC,      &kCpp,        &kCsharp, &kDart,   &kElixir,     &kGo,     &kGroovy,
                                   &kHcl,    &kHtml,   &kJava,       &kJavascript, &kKotlin, &kLua,    &kObjectiveC,
                                   &kPerl,   &kPhp,    &kPowershell, &kPython, &kR,      &kRuby,       &kRust,   &kScala,
                                   &kSwift,  &kTsx,    &kTypescript, &kVue};

// What operators do in every language that has them and says nothing else.
constexpr OperatorRow kOperators[] = {
    {"+", Operation::concat},      {"==", Operation::compare},  {"===", Operation::compare},   {"!=", Operation::compare},
    {"!==", Operation::compare},   {"=~", Operation::compare},  {"<>", Operation::compare},    {"eq", Operation::compare},
    {"ne", Operation::compare},    {"is", Operation::compare},  {"is not", Operation::compare}, {"in", Operation::compare},
    {"not in", Operation::compare}, {"!in", Operation::compare}, {"||", Operation::either},     {"??", Operation::either},
    {"?:", Operation::either},     {"or", Operation::either},   {"//", Operation::either},     {"&&", Operation::fallback},
    {"=>", Operation::pair},       {"=", Operation::assign},    {"+=", Operation::append},     {"|>", Operation::pipe},
};

}  // namespace

std::span<const Language* const> languages() { return kLanguages; }

const Language* find_language(std::string_view id) {
  const auto found = std::ranges::find(kLanguages, id, [](const Language* one) { return one->id; });
  return found == kLanguages.end() ? nullptr : *found;
}

Operation operation_of(const Language& language, std::string_view op) {
  for (const OperatorRow& row : language.operators) {
    if (row.text == op) return row.operation;
  }
  for (const OperatorRow& row : kOperators) {
    if (row.text == op) return row.operation;
  }
  return Operation::other;
}

}  // namespace ropc::scanner::syntax
