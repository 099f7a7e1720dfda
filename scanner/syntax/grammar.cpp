#include "scanner/syntax/grammar.h"

#include <charconv>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include <tree_sitter/api.h>

#include "common/text.h"

namespace ropc::scanner::syntax {
namespace {

std::vector<std::uint16_t> symbols_named(const TSLanguage* grammar, std::string_view name) {
  std::vector<std::uint16_t> out;
  const std::uint32_t count = ts_language_symbol_count(grammar);
  for (std::uint32_t symbol = 0; symbol < count; ++symbol) {
    const auto id = static_cast<TSSymbol>(symbol);
    if (ts_language_symbol_type(grammar, id) == TSSymbolTypeRegular && name == ts_language_symbol_name(grammar, id)) {
      out.push_back(id);
    }
  }
  return out;
}

Selector selector(const TSLanguage* grammar, std::string_view text, Grammar& into) {
  Selector out;
  if (text == ".") {
    out.by = Selector::By::itself;
  } else if (text == "=") {
    out.by = Selector::By::after_equals;
  } else if (text.starts_with('#')) {
    std::from_chars(text.data() + 1, text.data() + text.size(), out.value);
  } else if (text.starts_with('@')) {
    out.by = Selector::By::type;
    out.symbols = symbols_named(grammar, text.substr(1));
    if (out.symbols.empty()) into.unknown.push_back(text);
  } else {
    out.by = Selector::By::field;
    out.value = ts_language_field_id_for_name(grammar, text.data(), static_cast<std::uint32_t>(text.size()));
    if (out.value == 0) into.unknown.push_back(text);
  }
  return out;
}

std::vector<SelectorPath> selectors(const TSLanguage* grammar, std::string_view text, Grammar& into) {
  std::vector<SelectorPath> out;
  if (text.empty()) return out;
  for (const std::string_view path : split(text, '|')) {
    SelectorPath steps;
    for (const std::string_view step : split(path, '>')) steps.push_back(selector(grammar, step, into));
    out.push_back(std::move(steps));
  }
  return out;
}

std::unique_ptr<Grammar> make_grammar(const Language& language) {
  auto out = std::make_unique<Grammar>();
  const TSLanguage* grammar = language.grammar();
  out->row_of_symbol.assign(ts_language_symbol_count(grammar), 0);
  out->rows.assign(language.shared.begin(), language.shared.end());
  out->rows.insert(out->rows.end(), language.rows.begin(), language.rows.end());
  for (std::size_t i = 0; i < out->rows.size(); ++i) {
    const NodeRow& row = out->rows[i];
    out->slots.push_back({selectors(grammar, row.a, *out), selectors(grammar, row.b, *out), selectors(grammar, row.c, *out)});
    if (row.type.starts_with('*')) continue;  // given by refine() only
    const auto symbols = symbols_named(grammar, row.type);
    if (symbols.empty()) out->unknown.push_back(row.type);
    for (const std::uint16_t symbol : symbols) out->row_of_symbol[symbol] = static_cast<std::uint16_t>(i + 1);
  }
  return out;
}

}  // namespace

const Grammar& grammar_of(const Language& language) {
  static std::mutex guard;
  static std::map<const Language*, std::unique_ptr<Grammar>> made;
  const std::lock_guard lock(guard);
  auto& slot = made[&language];
  if (!slot) slot = make_grammar(language);
  return *slot;
}

}  // namespace ropc::scanner::syntax
