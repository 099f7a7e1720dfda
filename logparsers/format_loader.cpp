#include "logparsers/format_loader.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "common/text.h"
#include "common/yaml_reader.h"
#include "logparsers/shapes/access_line.h"
#include "logparsers/shapes/adfs_audit.h"
#include "logparsers/shapes/cas_audit.h"
#include "logparsers/shapes/cas_server.h"
#include "logparsers/shapes/dumpio_line.h"
#include "logparsers/shapes/haproxy_line.h"
#include "logparsers/shapes/keycloak_text.h"
#include "logparsers/shapes/modsecurity_block.h"
#include "logparsers/shapes/oauthlib_line.h"
#include "logparsers/shapes/uaa_line.h"
#include "model/names.h"

namespace ropc::logparsers {
namespace {

constexpr std::array<YamlKey, 22> kFormatKeys = {{{"id", true},
                                                  {"idp", true},
                                                  {"title", true},
                                                  {"status", true},
                                                  {"extends"},
                                                  {"reference"},
                                                  {"source"},
                                                  {"derived"},
                                                  {"recognise"},
                                                  {"shape"},
                                                  {"shape_field"},
                                                  {"fields"},
                                                  {"events"},
                                                  {"identity"},
                                                  {"shows"},
                                                  {"samples", true},
                                                  {"plain_lines"},
                                                  {"utc"},
                                                  {"join"},
                                                  {"http"},
                                                  {"separator"},
                                                  {"layouts"}}};
constexpr std::array<YamlKey, 3> kRecogniseKeys = {{{"has"}, {"not_has"}, {"when"}}};
constexpr std::array<YamlKey, 4> kEventKeys = {{{"when", true}, {"grant", true}, {"outcome", true}, {"client"}}};
constexpr std::array<YamlKey, 4> kJoinKeys = {{{"key", true}, {"until"}, {"aspects", true}, {"rules", true}}};
constexpr std::array<YamlKey, 5> kAspectKeys = {{{"name", true}, {"when", true}, {"client"}, {"user"}, {"error"}}};
constexpr std::array<YamlKey, 5> kJoinRuleKeys = {{{"all"}, {"any"}, {"none"}, {"grant", true}, {"outcome", true}}};
constexpr std::array<YamlKey, 4> kIdentityKeys = {{{"token"}, {"id"}, {"content"}, {"wall_time"}}};
constexpr std::array<YamlKey, 4> kShowsKeys = {{{"successes", true}, {"when"}, {"shown"}, {"hidden"}}};
constexpr std::array<YamlKey, 3> kSampleKeys = {{{"record", true}, {"events"}, {"note"}}};

constexpr std::array<std::string_view, 2> kStatus = {"unverified", "verified"};
constexpr std::array<std::string_view, 3> kSources = {"log", "store", "listener"};
constexpr std::array<std::string_view, 3> kShows = {"always", "never", "when"};
constexpr std::array<std::string_view, 8> kTests = {"is",   "starts",  "ends",   "contains",
                                                    "like", "present", "absent", "upper"};
constexpr std::array<std::string_view, Format::kOwnFields> kFields = {
    "time",    "tenant",     "tenant_name", "client", "client_name", "user", "error",
    "address", "user_agent", "resource",    "scope",  "mfa",         "leak", "redirect_uri", "count"};

struct ShapeEntry {
  std::string_view name;
  std::unique_ptr<TextShape> (*make)(PathSet& paths);
};

template <class Shape>
std::unique_ptr<TextShape> made(PathSet& paths) {
  return std::make_unique<Shape>(paths);
}

constexpr std::array<ShapeEntry, 10> kShapes = {{{"access-line", made<AccessLine>},
                                                {"adfs-audit", made<AdfsAudit>},
                                                {"cas-audit", made<CasAudit>},
                                                {"cas-server", made<CasServer>},
                                                {"dumpio-line", made<DumpioLine>},
                                                {"haproxy-line", made<HaproxyLine>},
                                                {"keycloak-text", made<KeycloakText>},
                                                {"modsecurity-block", made<ModsecurityBlock>},
                                                {"oauthlib-line", made<OauthlibLine>},
                                                {"uaa-line", made<UaaLine>}}};

class Loader {
 public:
  Loader(const YamlNode& document, const std::string& path, const std::map<std::string, YamlNode>& known, PathSet& paths)
      : doc_(document), known_(known), paths_(paths), reader_(path) {
    out_.path = path;
  }

  tl::expected<Format, std::vector<Error>> run() {
    if (!reader_.check_map(doc_, "format", kFormatKeys)) return tl::unexpected(reader_.faults());
    if (const YamlNode* extends = doc_.find("extends")) {
      const auto found = known_.find(extends->scalar);
      if (found == known_.end())
        reader_.fault(extends->line, "the format \"" + extends->scalar + "\" to extend is not known");
      else
        parent_ = &found->second;
    }
    head();
    fields();
    recognise();
    events();
    join();
    http();
    layouts();
    identity();
    shows();
    samples();
    if (!reader_.ok()) return tl::unexpected(reader_.faults());
    return std::move(out_);
  }

 private:
  /// The node of `key`, of the extended format where this one has none.
  const YamlNode* inherited(std::string_view key) const {
    if (const YamlNode* own = doc_.find(key)) return own;
    return parent_ != nullptr ? parent_->find(key) : nullptr;
  }

  void head() {
    out_.id = reader_.text(doc_, "id");
    out_.idp = reader_.text(doc_, "idp");
    out_.title = reader_.text(doc_, "title");
    out_.verified = reader_.choice(doc_, "status", kStatus).value_or(0) == 1;
    const YamlNode& source = parent_ != nullptr && doc_.find("source") == nullptr ? *parent_ : doc_;
    out_.source = static_cast<SourceKind>(reader_.choice(source, "source", kSources).value_or(0));
    out_.derived = reader_.flag(doc_, "derived");
    out_.plain_lines = reader_.flag(doc_, "plain_lines");
    out_.utc = reader_.flag(doc_, "utc");
    if (doc_.find("shape") == nullptr) return;
    const std::string name = reader_.text(doc_, "shape");
    const auto entry = std::find_if(kShapes.begin(), kShapes.end(), [&](const ShapeEntry& s) { return s.name == name; });
    if (entry != kShapes.end())
      out_.shape = entry->make(paths_);
    else
      reader_.known_word(doc_.find("shape")->line, "shape", name, shape_names());
  }

  void add_field(const std::string& name, const std::vector<std::string>& paths) {
    std::vector<int> slots;
    for (const std::string& path : paths) slots.push_back(paths_.add(path));
    const auto known = std::find(out_.field_names.begin(), out_.field_names.end(), name);
    if (known != out_.field_names.end()) {
      out_.field_slots[static_cast<std::size_t>(known - out_.field_names.begin())] = slots;
      return;
    }
    out_.field_names.push_back(name);
    out_.field_slots.push_back(slots);
  }

  void fields() {
    for (const std::string_view name : kFields) add_field(std::string(name), {});
    for (const YamlNode* from : {parent_ != nullptr ? parent_->find("fields") : nullptr, doc_.find("fields")}) {
      if (from == nullptr) continue;
      for (const auto& [name, value] : from->entries) add_field(name, reader_.texts(*from, name));
    }
    if (const YamlNode* name = doc_.find("shape_field")) out_.shape_field = field(*name);
  }

  int field(const YamlNode& node) { return field(node.scalar, node.line); }
  int field(const std::string& name, std::uint32_t line) {
    const auto known = std::find(out_.field_names.begin(), out_.field_names.end(), name);
    if (known != out_.field_names.end()) return static_cast<int>(known - out_.field_names.begin());
    reader_.known_word(line, "field", name, out_.field_names);
    return 0;
  }

  std::vector<int> fields_of(const YamlNode& map, std::string_view key) {
    std::vector<int> out;
    const YamlNode* node = map.find(key);
    for (const std::string& name : reader_.texts(map, key)) out.push_back(field(name, node->line));
    return out;
  }

  /// A field that is one path; for `has`.
  int path_field(const std::string& path) {
    const std::string name = "has " + path;
    add_field(name, {path});
    return static_cast<int>(std::find(out_.field_names.begin(), out_.field_names.end(), name) - out_.field_names.begin());
  }

  std::vector<Condition> conditions(const YamlNode* map) {
    std::vector<Condition> out;
    if (map == nullptr) return out;
    if (!map->is_map()) {
      reader_.fault(map->line, "conditions are a map of field and value");
      return out;
    }
    for (const auto& [name, value] : map->entries) condition(name, value, out);
    return out;
  }

  void condition(const std::string& name, const YamlNode& value, std::vector<Condition>& out) {
    Condition c;
    c.field = field(name, value.line);
    if (!value.is_map()) {
      YamlNode holder;
      holder.type = YamlNode::Type::map;
      holder.entries.emplace_back("is", value);
      c.words = reader_.texts(holder, "is");
      out.push_back(std::move(c));
      return;
    }
    for (const auto& [test, words] : value.entries) {
      Condition one = c;
      std::string_view word = test;
      if (word == "not") word = "not_is";
      one.negated = word.starts_with("not_");
      if (one.negated) word.remove_prefix(4);
      const auto known = std::find(kTests.begin(), kTests.end(), word);
      if (known == kTests.end()) {
        reader_.known_word(words.line, "test", test, {kTests.begin(), kTests.end()});
        continue;
      }
      one.test = static_cast<Condition::Test>(known - kTests.begin());
      one.words = reader_.texts(value, test);
      out.push_back(std::move(one));
    }
  }

  void recognise() {
    for (const YamlNode* one : reader_.maps(doc_, "recognise")) {
      if (!reader_.check_map(*one, "recognise", kRecogniseKeys)) continue;
      std::vector<Condition> list;
      for (const std::string& path : reader_.texts(*one, "has"))
        list.push_back({path_field(path), Condition::Test::has, false, {}});
      for (const std::string& path : reader_.texts(*one, "not_has"))
        list.push_back({path_field(path), Condition::Test::has, true, {}});
      for (Condition& c : conditions(one->find("when"))) list.push_back(std::move(c));
      if (list.empty()) reader_.fault(one->line, "it would recognise every record");
      out_.recognise.push_back(std::move(list));
    }
    if (out_.recognise.empty() && !out_.shape) reader_.fault(doc_.line, "the format needs \"recognise\" or \"shape\"");
    if (!out_.recognise.empty() && out_.shape && out_.shape_field < 0)
      reader_.fault(doc_.line, "\"shape_field\" must say which field of the record holds the text");
  }

  template <class Enum>
  Enum word(const YamlNode& map, std::string_view key, Enum otherwise) {
    const YamlNode* node = map.find(key);
    if (node == nullptr) return otherwise;
    const auto value = named<Enum>(node->scalar);
    if (!value) reader_.fault(node->line, "\"" + node->scalar + "\" is no " + std::string(key));
    return value.value_or(otherwise);
  }

  void events() {
    const YamlNode* list = inherited("events");
    if (list == nullptr) return;
    for (const YamlNode& one : list->items) {
      if (!reader_.check_map(one, "event", kEventKeys)) continue;
      EventRule rule;
      rule.when = conditions(one.find("when"));
      rule.grant = word(one, "grant", GrantClass::ropc);
      rule.outcome = word(one, "outcome", Outcome::unknown);
      rule.client = optional_field(one, "client");
      out_.events.push_back(std::move(rule));
    }
    number_conditions(out_.events);
  }

  int optional_field(const YamlNode& map, std::string_view key) {
    const YamlNode* node = map.find(key);
    return node == nullptr ? -1 : field(*node);
  }

  void join() {
    const YamlNode* map = inherited("join");
    if (map == nullptr || !reader_.check_map(*map, "join", kJoinKeys)) return;
    out_.join_key = optional_field(*map, "key");
    out_.join_until = reader_.text(*map, "until");
    for (const YamlNode* one : reader_.maps(*map, "aspects")) {
      if (!reader_.check_map(*one, "aspect", kAspectKeys)) continue;
      out_.aspects.push_back({reader_.text(*one, "name"), conditions(one->find("when")), optional_field(*one, "client"),
                              optional_field(*one, "user"), optional_field(*one, "error")});
    }
    if (out_.aspects.size() > 15) reader_.fault(map->line, "there are more than 15 aspects");
    for (const YamlNode* one : reader_.maps(*map, "rules")) {
      if (!reader_.check_map(*one, "join rule", kJoinRuleKeys)) continue;
      out_.join_rules.push_back({mask(*one, "all"), mask(*one, "any"), mask(*one, "none"),
                                 word(*one, "grant", GrantClass::ropc), word(*one, "outcome", Outcome::unknown)});
    }
  }

  std::uint32_t mask(const YamlNode& map, std::string_view key) {
    std::uint32_t out = 0;
    for (const std::string& name : reader_.texts(map, key)) {
      const auto known = std::find_if(out_.aspects.begin(), out_.aspects.end(), [&](const Aspect& a) { return a.name == name; });
      if (known != out_.aspects.end())
        out |= 1U << static_cast<unsigned>(known - out_.aspects.begin());
      else
        reader_.fault(map.find(key)->line, "there is no aspect \"" + name + "\"");
    }
    return out;
  }

  /// `http: true`: the fields request, query, body, authorization and remote_user are looked into.
  void http() {
    const YamlNode& from = parent_ != nullptr && doc_.find("http") == nullptr ? *parent_ : doc_;
    if (!reader_.flag(from, "http")) return;
    out_.http.emplace(paths_);
    const auto index = [&](const char* name) {
      const auto known = std::find(out_.field_names.begin(), out_.field_names.end(), name);
      if (known == out_.field_names.end()) add_field(name, {});
      return static_cast<int>(std::find(out_.field_names.begin(), out_.field_names.end(), name) - out_.field_names.begin());
    };
    out_.http_fields = {index("request"), index("query"), index("body"), index("authorization"), index("remote_user")};
  }

  void layouts() {
    out_.separator = reader_.text(doc_, "separator");
    const YamlNode* lists = doc_.find("layouts");
    if (lists == nullptr) return;
    for (const YamlNode& list : lists->items) {
      auto& names = out_.layouts.emplace_back();
      for (const YamlNode& name : list.items) {
        names.push_back(name.scalar);
        if (!name.scalar.empty() && name.scalar != "*") paths_.add(name.scalar);
      }
    }
    if (out_.separator.empty() || out_.layouts.empty()) reader_.fault(lists->line, "layouts need a \"separator\"");
  }

  void identity() {
    const YamlNode* map = inherited("identity");
    if (map == nullptr || !reader_.check_map(*map, "identity", kIdentityKeys)) return;
    out_.identity.token = fields_of(*map, "token");
    out_.identity.id = fields_of(*map, "id");
    out_.identity.content = fields_of(*map, "content");
    out_.identity.wall_time = reader_.flag(*map, "wall_time");
  }

  void shows() {
    const YamlNode* map = inherited("shows");
    if (map == nullptr || !reader_.check_map(*map, "shows", kShowsKeys)) return;
    out_.shows = static_cast<Format::Shows>(reader_.choice(*map, "successes", kShows).value_or(0));
    for (const YamlNode* one : reader_.maps(*map, "when")) out_.shows_when.push_back(conditions(one));
    out_.why_shown = reader_.text(*map, "shown");
    out_.why_hidden = reader_.text(*map, "hidden");
  }

  void samples() {
    for (const YamlNode* one : reader_.maps(doc_, "samples")) {
      if (!reader_.check_map(*one, "sample", kSampleKeys)) continue;
      Format::Sample sample;
      sample.text = reader_.text(*one, "record");
      sample.line = one->line;
      for (const YamlNode* event : reader_.maps(*one, "events")) {
        auto& values = sample.events.emplace_back();
        for (const auto& [name, value] : event->entries) values.emplace_back(name, value.scalar);
      }
      out_.samples.push_back(std::move(sample));
    }
  }

  const YamlNode& doc_;
  const std::map<std::string, YamlNode>& known_;
  PathSet& paths_;
  YamlReader reader_;
  const YamlNode* parent_ = nullptr;
  Format out_;
};

}  // namespace

std::vector<std::string> shape_names() {
  std::vector<std::string> out;
  for (const ShapeEntry& shape : kShapes) out.emplace_back(shape.name);
  return out;
}

tl::expected<Format, std::vector<Error>> load_format(const YamlNode& document, const std::string& path,
                                                     const std::map<std::string, YamlNode>& known, PathSet& paths) {
  return Loader(document, path, known, paths).run();
}

}  // namespace ropc::logparsers
