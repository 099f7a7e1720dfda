#include "logparsers/query.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "common/text.h"
#include "logparsers/formats.h"
#include "logparsers/query/catalog.h"
#include "model/names.h"

namespace ropc::logparsers {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

/// Writes the fields and rules of one format in the words of one engine, for one table.
class Writer {
 public:
  Writer(const Format& format, const PathSet& paths, const Dialect& dialect, const LogTable& table)
      : format_(format), paths_(paths), dialect_(dialect), table_(table) {}

  std::string run(const std::string& table) {
    for (const Format::Field field : {Format::kTime, Format::kTenant, Format::kClient, Format::kClientName, Format::kUser, Format::kError})
      need(field);
    std::vector<std::string> grants;
    std::vector<std::string> outcomes;
    std::vector<std::string> clients;
    for (const EventRule& rule : format_.events) {
      const std::string when = all_of(rule.when);
      grants.push_back(dialect_.fill("when", {{"condition", when}, {"value", word(name_of(rule.grant))}}));
      outcomes.push_back(dialect_.fill("when", {{"condition", when}, {"value", word(name_of(rule.outcome))}}));
      if (rule.client >= 0) clients.push_back(dialect_.fill("when", {{"condition", when}, {"value", use(rule.client)}}));
    }
    const std::string identity = identity_of();
    return dialect_.fill("query", {{"title", format_.title},
                                   {"format", format_.id},
                                   {"table", table},
                                   {"fields", fields()},
                                   {"grants", cases(grants, {})},
                                   {"outcomes", cases(outcomes, {})},
                                   {"client", cases(clients, use(Format::kClient))},
                                   {"identity", identity},
                                   {"user_hash", dialect_.fill("user_hash", {})}});
  }

 private:
  /// A column of the query for a field of the format.
  static std::string alias(const std::string& field) {
    std::string out = "f_";
    for (const char c : field) out += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '_';
    return out;
  }

  void need(int field) { needed_.insert(field); }

  std::string use(int field) {
    need(field);
    return alias(format_.field_names[static_cast<std::size_t>(field)]);
  }

  [[nodiscard]] std::string word(std::string_view text) const {
    std::string escaped;
    for (const char c : text)
      escaped += c == '\'' ? dialect_.fill("single", {}) : c == '"' ? dialect_.fill("double", {}) : c == '\\' ? dialect_.fill("backslash", {}) : std::string(1, c);
    return dialect_.fill("word", {{"text", escaped}});
  }

  [[nodiscard]] std::string cases(const std::vector<std::string>& whens, const std::string& otherwise) const {
    if (whens.empty()) return otherwise;
    const std::string last = otherwise.empty() ? dialect_.fill("nothing", {}) : otherwise;
    return dialect_.fill("case", {{"whens", joined(whens, dialect_.fill("between_whens", {}))}, {"otherwise", last}});
  }

  std::string all_of(const std::vector<Condition>& conditions) {
    std::vector<std::string> parts;
    for (const Condition& c : conditions) parts.push_back(condition(c));
    return joined(parts, dialect_.fill("and", {}));
  }

  std::string condition(const Condition& c) {
    static constexpr std::string_view kTests[] = {"is", "starts", "ends", "contains", "like", "present", "absent", "upper"};
    const std::string field = use(c.field);
    const std::string_view test = kTests[static_cast<std::size_t>(c.test)];
    std::vector<std::string> parts;
    if (c.words.empty()) parts.push_back(dialect_.fill(test, {{"x", field}}));
    if (c.test == Condition::Test::is && !c.words.empty()) {
      std::vector<std::string> words;
      for (const std::string& w : c.words) words.push_back(word(lower(w)));
      parts.push_back(dialect_.fill("is", {{"x", field}, {"words", joined(words, ", ")}}));
    } else {
      for (const std::string& w : c.words) parts.push_back(dialect_.fill(test, {{"x", field}, {"word", word(pattern(c.test, lower(w)))}}));
    }
    std::string out = joined(parts, dialect_.fill("or", {}));
    if (parts.size() > 1) out = "(" + out + ")";
    return c.negated ? dialect_.fill("not", {{"x", out}}) : out;
  }

  /// '?' and '*' of a format in the engine's signs.
  [[nodiscard]] std::string pattern(Condition::Test test, const std::string& text) const {
    if (test != Condition::Test::like) return text;
    std::string out;
    for (const char c : text)
      out += c == '?' ? dialect_.fill("any_one", {}) : c == '*' ? dialect_.fill("any_rest", {}) : std::string(1, c);
    return out;
  }

  /// What tells one event from another: its id, else all that is known of it.
  std::string identity_of() {
    std::vector<std::string> parts;
    for (const int field : format_.identity.id) parts.push_back(use(field));
    return joined(parts, ", ");
  }

  [[nodiscard]] std::string fields() const {
    std::vector<std::string> out;
    for (const int field : needed_) {
      std::string value = coalesced(field);
      if (field == Format::kTime) value = dialect_.fill(table_.millis ? "time_millis" : "time_text", {{"x", value}});
      out.push_back(dialect_.fill("field", {{"value", value}, {"name", alias(format_.field_names[static_cast<std::size_t>(field)])}}));
    }
    return joined(out, dialect_.fill("between_fields", {}));
  }

  /// The first alternative of a field that says something, of those which the table has.
  [[nodiscard]] std::string coalesced(int field) const {
    std::vector<std::string> out;
    for (const int slot : format_.field_slots[static_cast<std::size_t>(field)])
      if (const std::string value = place(paths_.path(slot)); !value.empty()) out.push_back(dialect_.fill("clean", {{"x", value}}));
    if (out.empty()) return dialect_.fill("nothing", {});
    return out.size() == 1 ? out.front() : dialect_.fill("coalesce", {{"list", joined(out, ", ")}});
  }

  /// Where the table has a path; empty: nowhere.
  [[nodiscard]] std::string place(const std::string& path) const {
    if (const auto column = table_.columns.find(path); column != table_.columns.end())
      return dialect_.fill("column", {{"name", column->second}});
    const std::string member = path.substr(0, path.find_first_of(".[:"));
    if (!table_.members.empty() && std::find(table_.members.begin(), table_.members.end(), member) == table_.members.end()) return {};
    for (const auto& [prefix, column] : table_.json) {
      if (!path.starts_with(prefix) || path.size() == prefix.size()) continue;
      const char next = path[prefix.size()];
      if (prefix.empty()) return inside(dialect_.fill("column", {{"name", column}}), path);
      if (next == '.' || next == ':') return inside(dialect_.fill("column", {{"name", column}}), path.substr(prefix.size() + 1));
    }
    if (table_.every && path.find_first_of("[:") == std::string::npos) return dialect_.fill("column", {{"name", path}});
    return {};
  }

  /// The text at `path` of a JSON value; empty: the engine cannot reach it.
  [[nodiscard]] std::string inside(const std::string& json, const std::string& path) const {
    if (path.find_first_of("\"'\\@ ") != std::string::npos) return {};
    if (const std::size_t colon = path.find(':'); colon != std::string::npos) {
      const std::string outer = inside(json, path.substr(0, colon));
      return outer.empty() ? outer : inside(dialect_.fill("parsed", {{"x", outer}}), path.substr(colon + 1));
    }
    const std::size_t open = path.find('[');
    if (open == std::string::npos) return dialect_.fill("json", {{"x", json}, {"path", path}});
    const std::size_t close = path.find(']', open);
    const std::size_t equals = path.find('=', open);
    // An array that stands behind a ':' itself has no name to ask for.
    if (open == 0 || close == std::string::npos || equals == std::string::npos || equals > close || path.size() < close + 2) return {};
    return dialect_.fill("element", {{"x", json},
                                     {"array", path.substr(0, open)},
                                     {"key", path.substr(open + 1, equals - open - 1)},
                                     {"value", path.substr(equals + 1, close - equals - 1)},
                                     {"member", path.substr(close + 2)}});
  }

  const Format& format_;
  const PathSet& paths_;
  const Dialect& dialect_;
  const LogTable& table_;
  std::set<int> needed_;
};

std::string known(const QueryCatalog& catalog) {
  std::map<std::string, std::set<std::string>> engines;
  for (const LogTable& table : catalog.tables)
    for (const std::string& engine : table.engines) engines[engine].insert(table.source);
  std::vector<std::string> out;
  for (const auto& [engine, sources] : engines) out.push_back(engine + " (" + joined({sources.begin(), sources.end()}, ", ") + ")");
  return joined(out, "; ");
}

}  // namespace

std::vector<QueryInfo> list_queries() {
  std::vector<QueryInfo> out;
  const auto catalog = load_query_catalog();
  if (!catalog) return out;
  for (const LogTable& table : catalog->tables)
    for (const std::string& engine : table.engines) out.push_back({engine, table.source, table.title});
  std::sort(out.begin(), out.end(), [](const QueryInfo& a, const QueryInfo& b) {
    return std::tie(a.engine, a.source) < std::tie(b.engine, b.source);
  });
  return out;
}

Result<std::string> query_for(const Formats& formats, std::string_view engine, std::string_view source, const std::string& table) {
  const auto catalog = load_query_catalog();
  if (!catalog) return tl::unexpected(catalog.error());
  const auto dialect = std::find_if(catalog->dialects.begin(), catalog->dialects.end(), [&](const Dialect& d) { return d.id == engine; });
  const auto place = std::find_if(catalog->tables.begin(), catalog->tables.end(), [&](const LogTable& t) {
    return t.source == source && std::find(t.engines.begin(), t.engines.end(), engine) != t.engines.end();
  });
  if (dialect == catalog->dialects.end() || place == catalog->tables.end())
    return fail(ErrorCode::usage, "there is no query for \"" + std::string(source) + "\" on \"" + std::string(engine) +
                                      "\"; there are: " + known(*catalog));
  const int format = formats.index_of(place->format);
  if (format < 0) return fail(ErrorCode::schema, "the format " + place->format + " is not known", place->id);
  Writer writer(formats.all()[static_cast<std::size_t>(format)], formats.paths(), *dialect, *place);
  return writer.run(table.empty() ? place->name : table);
}

}  // namespace ropc::logparsers
