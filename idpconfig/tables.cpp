#include "idpconfig/tables.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <vector>

#include "common/text.h"
#include "idpconfig/csv.h"
#include "idpconfig/profile_run.h"

namespace ropc::idpconfig {
namespace {

using Row = std::vector<std::string>;

YamlNode scalar(std::string text, std::uint32_t line) {
  YamlNode node;
  node.type = YamlNode::Type::scalar;
  node.line = line;
  node.scalar = std::move(text);
  return node;
}

YamlNode record_of(const Row& heading, Row& row, std::uint32_t line) {
  YamlNode record;
  record.type = YamlNode::Type::map;
  record.line = line;
  for (std::size_t i = 0; i < std::min(heading.size(), row.size()); ++i)
    record.entries.emplace_back(heading[i], scalar(std::move(row[i]), line));
  return record;
}

bool knows_heading(const Profile& profile, const Row& heading) {
  if (std::find(profile.formats.begin(), profile.formats.end(), Profile::Format::csv) == profile.formats.end())
    return false;
  return recognised(profile.record, [&](const Path& path) {
    return path.size() == 1 && std::find(heading.begin(), heading.end(), path.front()) != heading.end();
  });
}

ReadResult cut_table(const std::string& label, std::uint32_t line, EvidenceSink& out) {
  out.add(Diagnostic{Diagnostic::Level::incomplete,
                     "this table ends inside a quoted field: rows after this line are missing; export it again",
                     Location{label, line, 0, 0, 0}});
  return ReadResult::failed;
}

ReadResult read_with_heading(const Profile& profile, std::string_view bytes, const std::string& label,
                             EvidenceSink& out) {
  CsvReader csv(bytes, false);
  Row heading;
  Row row;
  csv.next(heading);
  ProfileRun run(profile, label, out);
  while (csv.next(row)) run.record(record_of(heading, row, csv.line()), {});
  run.finish();
  return csv.cut() ? cut_table(label, csv.line(), out) : ReadResult::read;
}

/// Clients that every realm has, and what is always so of them. They tell the columns of a table without a heading.
struct BuiltIn {
  std::string_view id;
  bool password_grant;
  bool public_client;
  bool bearer_only;
  bool standard_flow;
};
constexpr std::array<BuiltIn, 5> kBuiltIns = {{{"account", false, true, false, true},
                                               {"admin-cli", true, true, false, false},
                                               {"broker", false, false, true, true},
                                               {"realm-management", false, false, true, true},
                                               {"security-admin-console", false, true, false, true}}};

bool is_flag(const std::string& text) { return text == "true" || text == "false"; }

/// The only column whose flag of every built-in client is what `expected` says; nothing when none or several are.
template <class Expected>
std::optional<std::size_t> column_where(const std::map<std::string, Row>& built_ins, Expected expected) {
  std::optional<std::size_t> found;
  const std::size_t columns = built_ins.begin()->second.size();
  for (std::size_t c = 0; c < columns; ++c) {
    const bool fits = std::all_of(kBuiltIns.begin(), kBuiltIns.end(), [&](const BuiltIn& b) {
      const auto row = built_ins.find(std::string(b.id));
      return row == built_ins.end() || (c < row->second.size() && row->second[c] == (expected(b) ? "true" : "false"));
    });
    if (fits && found) return std::nullopt;
    if (fits) found = c;
  }
  return found;
}

/// The columns of a kcadm table under the names of the client representation.
std::optional<Row> columns_of(const std::vector<Row>& rows, std::size_t id_column) {
  std::map<std::string, Row> built_ins;
  for (const Row& row : rows)
    for (const BuiltIn& b : kBuiltIns)
      if (row[id_column] == b.id) built_ins.emplace(row[id_column], row);
  if (!built_ins.contains("admin-cli") || built_ins.size() < 4) return std::nullopt;
  Row names(rows.front().size());
  const auto name = [&](const char* what, std::optional<std::size_t> column) {
    if (column) names[*column] = what;
    return column.has_value();
  };
  if (!name("directAccessGrantsEnabled", column_where(built_ins, [](const BuiltIn& b) { return b.password_grant; })))
    return std::nullopt;
  name("publicClient", column_where(built_ins, [](const BuiltIn& b) { return b.public_client; }));
  name("bearerOnly", column_where(built_ins, [](const BuiltIn& b) { return b.bearer_only; }));
  name("standardFlowEnabled", column_where(built_ins, [](const BuiltIn& b) { return b.standard_flow; }));
  name("enabled", column_where(built_ins, [](const BuiltIn&) { return true; }));
  names[id_column] = "clientId";
  return names;
}

/// Rows of equal width with at least one flag; the column of client ids is the one that holds "admin-cli".
std::optional<std::size_t> id_column_of(const std::vector<Row>& rows) {
  std::optional<std::size_t> column;
  for (const Row& row : rows) {
    if (row.size() != rows.front().size() || std::none_of(row.begin(), row.end(), is_flag)) return std::nullopt;
    const auto id = std::find(row.begin(), row.end(), "admin-cli");
    if (id != row.end()) column = static_cast<std::size_t>(id - row.begin());
  }
  return column;
}

const Profile* profile_named(std::string_view id) {
  for (const Profile& profile : builtin_profiles())
    if (profile.id == id) return &profile;
  return nullptr;
}

constexpr std::size_t kMaxKcadm = 16U << 20U;

ReadResult read_kcadm(std::string_view bytes, const std::string& label, EvidenceSink& out) {
  if (bytes.size() > kMaxKcadm || bytes.find("admin-cli") == std::string_view::npos) return ReadResult::not_mine;
  CsvReader csv(bytes, true);
  std::vector<Row> rows;
  std::vector<std::uint32_t> lines;
  for (Row row; csv.next(row); rows.push_back(row)) {
    if (!rows.empty() && row.size() != rows.front().size()) return ReadResult::not_mine;
    lines.push_back(csv.line());
  }
  if (rows.empty()) return ReadResult::not_mine;
  const auto id_column = id_column_of(rows);
  const auto names = id_column ? columns_of(rows, *id_column) : std::nullopt;
  const Profile* profile = profile_named("keycloak-clients");
  if (!names || profile == nullptr) return ReadResult::not_mine;
  ProfileRun run(*profile, label, out);
  for (std::size_t i = 0; i < rows.size(); ++i) run.record(record_of(*names, rows[i], lines[i]), {});
  run.finish();
  out.add(Diagnostic{Diagnostic::Level::note,
                     "this table of kcadm.sh has no heading: its columns were told by the built-in clients; "
                     "JSON (without --format csv) says more",
                     Location{label, 0, 0, 0, 0}});
  return csv.cut() ? cut_table(label, lines.back(), out) : ReadResult::read;
}

}  // namespace

ReadResult read_table(std::string_view bytes, const std::string& label, EvidenceSink& out) {
  CsvReader csv(bytes, false);
  Row heading;
  if (!csv.next(heading) || heading.size() < 2) return ReadResult::not_mine;
  for (const Profile& profile : builtin_profiles())
    if (knows_heading(profile, heading) &&
        std::all_of(profile.contains.begin(), profile.contains.end(),
                    [&](const std::string& text) { return bytes.find(text) != std::string_view::npos; }))
      return read_with_heading(profile, bytes, label, out);
  return read_kcadm(bytes, label, out);
}

}  // namespace ropc::idpconfig
