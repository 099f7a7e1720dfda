#include "scanner/text/text_detector.h"

#include "scanner/text/code_calls.h"
#include "scanner/text/code_pairs.h"
#include "scanner/text/reader.h"
#include "scanner/text/text_context.h"

namespace ropc::scanner {

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
