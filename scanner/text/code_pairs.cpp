#include "scanner/text/code_pairs.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "common/text.h"
#include "scanner/text/loose_pairs.h"
#include "scanner/text/pair_words.h"

namespace ropc::scanner {
namespace {

constexpr std::size_t npos = Reader::npos;

/// A key as the code writes it: one token, or a dotted name of several.
struct KeyPlace {
  std::size_t first = 0;  ///< token
  std::size_t last = 0;   ///< token
  Value key;
  bool string = false;
};

class PairFinder {
 public:
  PairFinder(const Reader& reader, const WantedKeys& wanted, const std::function<void(const PairFact&)>& found)
      : reader_(&reader), wanted_(&wanted), found_(&found) {}

  void run() {
    if (!reader_->syntax().code) {
      data();
      return;
    }
    for (std::size_t i = 0; i < reader_->tokens().size(); ++i) {
      const Token& token = reader_->tokens()[i];
      if (token.type == Token::Type::comment)
        comment(token);
      else if (token.type == Token::Type::string)
        string(i);
      else if (token.type == Token::Type::word)
        i = word(i);
    }
  }

 private:
  // --- data: shell, markup, prose, unknown files ---

  void data() {
    const bool prose = reader_->syntax().prose;
    loose_pairs(reader_->text(), wanted_->text, [&](const LoosePair& pair) {
      const std::size_t token = reader_->token_at(pair.key_at.begin);
      const bool comment = prose || (token != npos && reader_->is_comment(token));
      emit(pair, 0, comment ? Role::comment : pair.compared ? Role::compared : Role::live);
    });
  }

  void comment(const Token& token) {
    loose_pairs(token.of(reader_->text()), wanted_->text,
                [&](const LoosePair& pair) { emit(pair, token.begin, Role::comment); });
  }

  void emit(const LoosePair& pair, std::size_t offset, Role role) {
    PairFact fact;
    fact.key.known = true;
    fact.key.text = std::string(pair.key);
    fact.value.text = pair.value;
    fact.value.name = pair.name;
    fact.value.known = pair.name.empty() && pair.holes == 0 && !pair.open;
    fact.value.source = pair.name.empty() ? CredentialSource::literal : CredentialSource::environment;
    if (!pair.name.empty()) reader_->resolve(fact.value);
    fact.where = {pair.key_at.begin + offset, pair.value_at.end + offset};
    fact.shape = pair.shape;
    fact.role = role;
    (*found_)(fact);
  }

  // --- code ---

  void string(std::size_t i) {
    const std::string content = reader_->content(i);
    const std::string_view key = trim(content);
    if (key.size() < 64 && wanted_->text(key)) {
      pair({i, i, Value{.known = true, .text = std::string(key), .name = {}, .path = {}}, true});
      return;
    }
    const Token& token = reader_->tokens()[i];
    loose_pairs(content, wanted_->text, [&](const LoosePair& loose) {
      PairFact fact;
      fact.key.known = true;
      fact.key.text = std::string(loose.key);
      fact.where = {token.begin, token.end};
      fact.shape = loose.shape == "assignment" ? "form-string" : loose.shape;
      fact.role = loose.compared ? Role::compared : role_at(i);
      if (loose.open || loose.holes > 0) {
        give(fact, value_outside(i, loose));
        return;
      }
      fact.value.text = loose.value;
      fact.value.name = loose.name;
      fact.value.known = loose.name.empty();
      fact.value.source = CredentialSource::literal;
      reader_->resolve(fact.value);
      (*found_)(fact);
    });
  }

  /// The value that a string leaves open: `"grant_type=" + x`, `"grant_type=%s", x`, adjacent literals.
  std::vector<Value> value_outside(std::size_t i, const LoosePair& loose) {
    std::size_t at = reader_->next(i);
    std::size_t behind = at;
    if (loose.holes > 0) {
      if (reader_->at(at) == ".") at = reader_->next(reader_->next(at));  // "…".format(x)
      if (reader_->at(at) == ")") return {};
      for (std::size_t hole = 1; hole <= loose.holes && hole < 16; ++hole) {
        std::vector<Value> values = reader_->expression(reader_->next(at), behind);
        if (hole == loose.holes) return values;
        if (reader_->at(behind) != ",") return {};
        at = behind;
      }
      return {};
    }
    const std::string_view mark = reader_->at(at);
    if (mark == "+" || mark == "." || mark == ".." || mark == "<<" || mark == "&" || mark == "<>" || mark == "~" || mark == "+=" || mark == ",")
      at = reader_->next(at);
    else if (!reader_->is_string(at) && !reader_->is_word(at))
      return {};
    std::vector<Value> values = reader_->expression(at, behind);
    if (values.size() > 1) values.resize(1);
    for (Value& value : values) value.text = value.text.substr(0, value.text.find('&'));
    return values;
  }

  /// Returns the index of the last token of the name.
  std::size_t word(std::size_t i) {
    std::size_t behind = i + 1;
    const std::string dotted = reader_->dotted_from(i, behind);
    const std::size_t last = behind - 1;
    // The key is the last part of a name, or what a method is asked of: body.grant_type, grantType.equals(…).
    for (std::size_t part = last;; part -= 2) {
      if (const auto text = key_text(reader_->at(part))) {
        Value key;
        key.known = true;
        key.text = *text;
        key.name = part == last ? dotted : std::string(reader_->at(part));
        pair({i, part, std::move(key), false});
        return last;
      }
      if (part < i + 2 || part + 4 < last) break;
    }
    if (wanted_->name(dotted)) {
      Value key;
      key.name = dotted;
      pair({i, last, std::move(key), false});
    }
    return last;
  }

  /// The wanted key that an identifier is, or ends in: "oauth_grant_type", "tokenGrantType", "setGrantType".
  [[nodiscard]] std::optional<std::string> key_text(std::string_view word) const {
    while (!word.empty() && (word.front() == '$' || word.front() == '_')) word.remove_prefix(1);
    if (word.size() < 4 || word.size() > 80) return std::nullopt;
    if (wanted_->text(word)) return std::string(word);
    int tries = 0;
    for (std::size_t i = 1; i + 4 <= word.size() && tries < 6; ++i) {
      const bool hump = word[i] >= 'A' && word[i] <= 'Z' && (word[i - 1] < 'A' || word[i - 1] > 'Z');
      const bool part = word[i - 1] == '_' && word[i] != '_';
      if (!hump && !part) continue;
      ++tries;
      if (!wanted_->text(word.substr(i))) continue;
      if (is_one_of(kNegations, folded_name(word.substr(0, i)))) return std::nullopt;
      return std::string(word.substr(i));
    }
    return std::nullopt;
  }

  void pair(const KeyPlace& place) {
    PairFact fact;
    fact.key = place.key;
    std::size_t behind = place.last;
    std::vector<Value> values;
    fact.role = Role::live;
    if (!value_before(place, values) && !value_after(place, fact, values, behind)) return;
    const auto& tokens = reader_->tokens();
    const std::size_t end = std::min(std::max(behind, place.last + 1), tokens.size());
    fact.where = {tokens[place.first].begin, tokens[end - 1].end};
    if (fact.shape.empty()) fact.shape = "arguments";
    if (fact.role == Role::live) fact.role = role_at(place.first);
    if (values.empty()) values.emplace_back();
    std::string_view given = reader_->text().substr(tokens[place.last].end, fact.where.end - std::min<std::size_t>(tokens[place.last].end, fact.where.end));
    given.remove_prefix(std::min(given.find_first_not_of("])=:>,( \t\n"), given.size()));
    for (Value& value : values)
      if (value.source == CredentialSource::unknown) value.source = source_of(given);
    give(fact, values);
  }

  void give(PairFact fact, const std::vector<Value>& values) {
    for (const Value& value : values) {
      fact.value = value;
      (*found_)(fact);
    }
  }

  /// Objective-C puts the value first: `setObject:@"password" forKey:@"grant_type"`, dictionaryWithObjectsAndKeys.
  bool value_before(const KeyPlace& place, std::vector<Value>& values) {
    std::size_t before = reader_->previous(place.first);
    if (before != npos && reader_->at(before) == "@") before = reader_->previous(before);
    if (before == npos || before < 3) return false;
    if (reader_->at(before) == ":" && (reader_->at(before - 1) == "forKey" || reader_->at(before - 1) == "forHTTPHeaderField"))
      return single_value(before - 2, values);
    if (reader_->at(before) != "," || !place.string) return false;
    for (std::size_t i = before, steps = 0; i > 0 && steps < 200 && reader_->at(i) != ";"; --i, ++steps)
      if (reader_->at(i) == "dictionaryWithObjectsAndKeys" || reader_->at(i) == "initWithObjectsAndKeys")
        return single_value(before - 1, values);
    return false;
  }

  bool single_value(std::size_t i, std::vector<Value>& values) {
    Value value;
    if (reader_->is_string(i)) {
      value.known = true;
      value.text = reader_->content(i);
      value.source = CredentialSource::literal;
    } else if (reader_->is_word(i)) {
      value.name = std::string(reader_->at(i));
      reader_->resolve(value);
    } else {
      return false;
    }
    values.push_back(std::move(value));
    return true;
  }

  bool value_after(const KeyPlace& place, PairFact& fact, std::vector<Value>& values, std::size_t& behind) {
    std::size_t j = reader_->next(place.last);
    const std::size_t before = reader_->previous(place.first);
    const std::string_view opener = before == npos ? std::string_view() : reader_->at(before);
    if (reader_->at(j) == "]") j = reader_->next(j);
    if (reader_->at(j) == ")" && opener == "(") j = reader_->next(j);
    const std::string_view mark = reader_->at(j);
    if (reader_->syntax().side_by_side) return value_beside(opener == ":" || place.string, j, fact, values, behind);
    if (mark == "." || mark == "?.") return method(j, fact, values, behind);
    if (is_one_of(kCompareMarks, mark) || (mark == "-" && reader_->at(j + 1) == "eq")) {
      fact.role = Role::compared;
      fact.shape = "comparison";
      values = reader_->expression(reader_->next(mark == "-" ? j + 1 : j), behind);
      return true;
    }
    if (mark == "+" && place.string && reader_->content(reader_->next(j)).starts_with("=")) {
      const std::size_t equals = reader_->next(j);
      fact.shape = "form-string";
      values = reader_->expression(reader_->next(reader_->next(equals)), behind);
      return true;
    }
    if (mark == ",") return list_or_arguments(place, opener, j, fact, values, behind);
    if (mark == "(" && !place.string && !is_one_of(kDeclares, opener)) {
      fact.shape = "setter";
      values = reader_->expression(reader_->next(j), behind);
      return reader_->at(behind) != ",";  // a setter takes one value; with more, the name says what is done with them
    }
    if (!is_one_of(kGiveMarks, mark)) return false;
    if (mark == "->" && !place.string) return false;
    fact.shape = mark == "=" ? "assignment" : "dictionary";
    values = reader_->expression(reader_->next(j), behind);
    return true;
  }

  /// Clojure: `{:grant_type "password"}`, `(assoc form "grant_type" :password)`.
  bool value_beside(bool keyword, std::size_t j, PairFact& fact, std::vector<Value>& values, std::size_t& behind) {
    const bool symbol = reader_->at(j) == ":" && reader_->is_word(j + 1);
    if (!keyword || (!symbol && !reader_->is_string(j) && !reader_->is_word(j))) return false;
    Value value;
    value.known = symbol || reader_->is_string(j);
    if (value.known) {
      value.text = symbol ? std::string(reader_->at(j + 1)) : reader_->content(j);
      value.source = CredentialSource::literal;
    } else {
      value.name = std::string(reader_->at(j));
      reader_->resolve(value);
    }
    fact.shape = "dictionary";
    behind = symbol ? j + 2 : j + 1;
    values.push_back(std::move(value));
    return true;
  }

  /// `.equals("password")`, `.value("password")`.
  bool method(std::size_t j, PairFact& fact, std::vector<Value>& values, std::size_t& behind) {
    if (!reader_->is_word(j + 1) || reader_->at(j + 2) != "(") return false;
    const std::string name = folded_name(reader_->at(j + 1));
    if (is_one_of(kCompareCalls, name)) {
      fact.role = Role::compared;
      fact.shape = "comparison";
    } else if (is_one_of(kGiveCalls, name)) {
      fact.shape = "setter";
    } else {
      return false;
    }
    values = reader_->expression(j + 3, behind);
    return true;
  }

  bool list_or_arguments(const KeyPlace& place, std::string_view opener, std::size_t comma, PairFact& fact,
                         std::vector<Value>& values, std::size_t& behind) {
    const std::size_t open = enclosing(place.first);
    const std::string_view bracket = reader_->at(open);
    const std::size_t value = reader_->next(comma);
    // `name: "grant_type", value: "password"`; `.key = "grant_type", .value = "password"`.
    if (std::size_t sibling = sibling_value(place, comma); sibling != npos) {
      fact.shape = "dictionary";
      values = reader_->expression(sibling, behind);
      return true;
    }
    if (opener == ":" || opener == "=") return false;
    if (bracket == "(" && open >= 1 && is_one_of(kCompareFunctions, folded_name(reader_->at(open - 1)))) {
      fact.role = Role::compared;
      fact.shape = "comparison";
      values = reader_->expression(value, behind);
      return true;
    }
    if (!place.string && !wanted_->name(place.key.name) && place.first == place.last && !all_caps(reader_->at(place.first))) return false;
    values = reader_->expression(value, behind);
    // A list of names is no pair: two elements make one, or a call's arguments.
    // (F#: ["a", "b"; "c", "d"])
    const bool row = opener == ";" || reader_->at(behind) == ";";
    if (bracket == "[" || bracket == "{") return (opener == bracket && closes(reader_->at(behind))) || (row && (opener == bracket || opener == ";"));
    return bracket == "(" || bracket == "<" || open == npos;
  }

  static bool closes(std::string_view mark) { return mark == "]" || mark == "}" || mark == ")"; }
  static bool all_caps(std::string_view word) {
    return std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  [[nodiscard]] std::size_t sibling_value(const KeyPlace& place, std::size_t comma) const {
    std::size_t before = reader_->previous(place.first);
    if (before != npos && reader_->at(before) == "@") before = reader_->previous(before);
    if (before == npos || before == 0 || (reader_->at(before) != ":" && reader_->at(before) != "=")) return npos;
    std::string label = folded_name(reader_->is_string(before - 1) ? reader_->content(before - 1) : std::string(reader_->at(before - 1)));
    if (label != "name" && label != "key" && label != "forname" && label != "parametername") return npos;
    for (std::size_t i = comma + 1; i < comma + 9; ++i) {
      label = folded_name(reader_->is_string(i) ? reader_->content(i) : std::string(reader_->at(i)));
      const std::size_t mark = reader_->next(i);
      if ((label == "value" || label == "val") && (reader_->at(mark) == ":" || reader_->at(mark) == "=")) return reader_->next(mark);
    }
    return npos;
  }

  /// The bracket that encloses a token; npos: none near.
  [[nodiscard]] std::size_t enclosing(std::size_t index) const {
    int depth = 0;
    for (std::size_t i = index, steps = 0; i-- > 0 && steps < 300; ++steps) {
      if (reader_->tokens()[i].type != Token::Type::mark) continue;
      const std::string_view mark = reader_->at(i);
      if (closes(mark)) ++depth;
      if ((mark == "(" || mark == "[" || mark == "{") && --depth < 0) return i;
    }
    return npos;
  }

  /// Whether the statement around a token sends, checks or only declares.
  [[nodiscard]] Role role_at(std::size_t index) const {
    if (reader_->syntax().prose) return Role::comment;
    const bool typed = reader_->document().language == "typescript" || reader_->document().language == "tsx";
    for (std::size_t i = index, steps = 0; i-- > 0 && steps < 40; ++steps) {
      const std::string_view word = reader_->at(i);
      if (word == ";") break;
      if (!reader_->is_word(i)) continue;
      if (reader_->document().test_code && is_one_of(kChecks, folded_name(word))) return Role::compared;
      if (typed && (word == "interface" || (word == "type" && reader_->at(i + 2) == "="))) return Role::declared;
    }
    return Role::live;
  }

  const Reader* reader_;
  const WantedKeys* wanted_;
  const std::function<void(const PairFact&)>* found_;
};

}  // namespace

void document_pairs(const Reader& reader, const WantedKeys& wanted, const std::function<void(const PairFact&)>& found) {
  PairFinder(reader, wanted, found).run();
}

}  // namespace ropc::scanner
