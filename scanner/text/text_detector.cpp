#include "scanner/text/text_detector.h"

#include "common/text.h"
#include "scanner/context_words.h"
#include "scanner/text/code_calls.h"
#include "scanner/text/code_pairs.h"
#include "scanner/text/reader.h"
#include "scanner/text/sql_rows.h"
#include "scanner/text/text_context.h"

namespace ropc::scanner {
namespace {

Value plain(std::string_view text) {
  Value out;
  out.known = true;
  out.text = text;
  return out;
}

/// The other cells of a row.
class RowSurroundings : public Surroundings {
 public:
  explicit RowSurroundings(const SqlRow& row) : row_(&row) {}
  [[nodiscard]] std::optional<Value> beside(std::string_view path) const override {
    const std::string name = folded_name(path.substr(path.find_last_of("./") + 1));
    for (const SqlCell& cell : *row_)
      if (folded_name(cell.column) == name) return plain(cell.value);
    return std::nullopt;
  }
  [[nodiscard]] Context context() const override {
    Context out;
    for (const SqlCell& cell : *row_) put_context(out, cell.column, plain(cell.value));
    return out;
  }

 private:
  const SqlRow* row_;
};

/// Lists of grants in rows of clients: a pair for each item. A single `grant_type` is a column of tokens and logs too.
void show_rows(const Document& document, const RuleMatcher& rules, DocumentMatch& match) {
  sql_rows(document.text, [&](const SqlRow& row) {
    for (const SqlCell& cell : row) {
      if (lower(cell.column.back()) != 's' || !rules.knows_key(cell.column)) continue;
      for (std::size_t from = 0; from < cell.value.size();) {
        const std::size_t end = std::min(cell.value.find_first_of(" ,;|{}[]\"", from), cell.value.size());
        PairFact pair;
        pair.key = plain(cell.column);
        pair.value = plain(std::string_view(cell.value).substr(from, end - from));
        pair.where = cell.where;
        pair.shape = "dictionary";
        if (end > from) match.pair(pair, RowSurroundings(row));
        from = end + 1;
      }
    }
  });
}

}  // namespace

Inspection TextDetector::inspect(const Document& document, const Repository&) const {
  const Reader reader(document);
  const TextContext context(reader);
  DocumentMatch match(*rules_, document, id());
  WantedKeys wanted;
  wanted.text = [this](std::string_view key) { return rules_->knows_key(key); };
  wanted.name = [this](std::string_view name) { return rules_->knows_key_name(name); };
  document_pairs(reader, wanted, [&](const PairFact& pair) { match.pair(pair, TextSurroundings(context, pair.where)); });
  document_calls(reader, [this](std::string_view name) { return rules_->knows_call(name); },
                 [&](const CallFact& call) { match.call(call, TextSurroundings(context, call.where)); });
  if (document.language == "sql") show_rows(document, *rules_, match);
  const auto in = [&](std::size_t offset) {
    const std::size_t token = reader.token_at(offset);
    if (reader.syntax().prose || (token != Reader::npos && reader.is_comment(token))) return TextFact::In::comment;
    const bool string = (token != Reader::npos && reader.is_string(token)) || !reader.syntax().code;
    return string ? TextFact::In::string : TextFact::In::code;
  };
  match.texts(in, [&](Region where) { return context.around(where); });
  return {match.take(), {}, {}, true};
}

}  // namespace ropc::scanner
