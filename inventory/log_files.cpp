#include "inventory/log_files.h"

namespace ropc::inventory {

LogFiles::LogFiles(Database& database)
    : find_(database.prepare("SELECT size, modified, head, tail, way, lines, reading, input FROM log_file WHERE input = "
                             "(SELECT id FROM input WHERE kind = 'log' AND label = ?)")),
      formats_(database.prepare("SELECT min(format), count(DISTINCT format) FROM usage_day WHERE input = ?")),
      set_(database.prepare("INSERT OR REPLACE INTO log_file (input, size, modified, head, tail, way, lines, reading) "
                            "VALUES (?,?,?,?,?,?,?,?)")),
      forget_(database.prepare("DELETE FROM log_file WHERE input = ?")) {}

std::optional<KnownLog> LogFiles::find(const std::string& label) {
  find_.bind(label);
  if (!find_.next()) return std::nullopt;
  KnownLog out;
  out.file = {find_.count(0), find_.integer(1), find_.digest(2), find_.digest(3), find_.digest(4)};
  if (!find_.is_null(5)) out.lines = find_.count(5);
  out.reading = find_.integer(6);
  const std::int64_t input = find_.integer(7);
  find_.reset();
  formats_.bind(input);
  if (formats_.next() && formats_.integer(1) == 1) out.format = formats_.text(0);
  formats_.reset();
  return out;
}

void LogFiles::set(std::int64_t input, const FileState& file, std::optional<std::uint64_t> lines, std::int64_t reading) {
  set_.bind(input).bind(file.size).bind(file.modified).bind(file.head).bind(file.tail).bind(file.way);
  if (lines)
    set_.bind(*lines);
  else
    set_.bind_null();
  set_.bind(reading).run();
}

void LogFiles::forget(std::int64_t input) { forget_.bind(input).run(); }

}  // namespace ropc::inventory
