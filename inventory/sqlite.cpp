#include "inventory/sqlite.h"

#include <sqlite3.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace ropc::inventory {

/// First error of a connection; shared with its statements.
struct Statement::Health {
  sqlite3* handle = nullptr;
  std::string path;
  std::optional<Error> failure;

  void check(int code) {
    if (failure || code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
    std::string why = handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
    if (code == SQLITE_BUSY) why = "another program is writing to it; try again when it has finished";
    if (code == SQLITE_NOTADB) why = "it is no inventory; name another file with --db";
    failure = Error{ErrorCode::database, "the inventory cannot be used: " + why, path};
  }
};

Statement::Statement(sqlite3_stmt* statement, std::shared_ptr<Health> health)
    : statement_(statement), health_(std::move(health)) {}

Statement::Statement(Statement&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr)), health_(std::move(other.health_)), bound_(other.bound_) {}

Statement& Statement::operator=(Statement&& other) noexcept {
  std::swap(statement_, other.statement_);
  std::swap(health_, other.health_);
  std::swap(bound_, other.bound_);
  return *this;
}

Statement::~Statement() { sqlite3_finalize(statement_); }

void Statement::check(int code) {
  if (health_) health_->check(code);
}

Statement& Statement::bind(std::string_view text) {
  if (statement_ != nullptr)
    check(sqlite3_bind_text64(statement_, ++bound_, text.empty() ? "" : text.data(), text.size(), SQLITE_TRANSIENT,
                              SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind(std::int64_t value) {
  if (statement_ != nullptr) check(sqlite3_bind_int64(statement_, ++bound_, value));
  return *this;
}

Statement& Statement::bind(const Digest& digest) {
  if (statement_ != nullptr)
    check(sqlite3_bind_blob64(statement_, ++bound_, digest.bytes.data(), digest.bytes.size(), SQLITE_TRANSIENT));
  return *this;
}

Statement& Statement::bind_null() {
  if (statement_ != nullptr) check(sqlite3_bind_null(statement_, ++bound_));
  return *this;
}

Statement& Statement::bind_record(const Digest& digest) {
  if (digest != Digest{}) return bind(digest);
  if (statement_ != nullptr) check(sqlite3_bind_zeroblob(statement_, ++bound_, 0));
  return *this;
}

Statement& Statement::bind_optional(const std::optional<std::int64_t>& value) {
  return value ? bind(*value) : bind_null();
}

void Statement::run() {
  if (statement_ != nullptr && !health_->failure) check(sqlite3_step(statement_));
  reset();
}

bool Statement::next() {
  if (statement_ == nullptr || health_->failure) return false;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  check(code);
  reset();
  return false;
}

std::string Statement::text(int column) const {
  const auto* bytes = sqlite3_column_text(statement_, column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return bytes == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(bytes), size);
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }

bool Statement::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

Digest Statement::digest(int column) const {
  Digest out;
  const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  if (bytes != nullptr) std::copy_n(bytes, std::min(size, out.bytes.size()), out.bytes.begin());
  return out;
}

void Statement::reset() {
  if (statement_ != nullptr) sqlite3_reset(statement_);
  bound_ = 0;
}

Database::Database(sqlite3* handle, std::string path)
    : handle_(handle), health_(std::make_shared<Statement::Health>(Statement::Health{handle, std::move(path), {}})) {}

Database::~Database() {
  health_->handle = nullptr;
  sqlite3_close_v2(handle_);
}

Result<std::unique_ptr<Database>> Database::open(const std::string& path) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle,
                                   SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  // A handle comes back even when opening failed: wrap first, then look.
  std::unique_ptr<Database> database(new Database(handle, path));
  database->health_->check(code);
  if (code == SQLITE_OK) {
    sqlite3_busy_timeout(handle, 10'000);
    database->execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384;");
  }
  if (auto ok = database->health(); !ok) return tl::unexpected(ok.error());
  return database;
}

Statement Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  health_->check(sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                    &statement, nullptr));
  return {statement, health_};
}

void Database::execute(std::string_view sql) {
  if (!health_->failure) health_->check(sqlite3_exec(handle_, std::string(sql).c_str(), nullptr, nullptr, nullptr));
}

std::int64_t Database::integer(std::string_view sql) {
  Statement statement = prepare(sql);
  return statement.next() ? statement.integer(0) : 0;
}

std::int64_t Database::changes() const { return sqlite3_changes64(handle_); }

std::int64_t Database::last_id() const { return sqlite3_last_insert_rowid(handle_); }

void Database::fail(const Error& failure) {
  if (!health_->failure) health_->failure = failure;
}

Result<void> Database::health() const {
  if (health_->failure) return tl::unexpected(*health_->failure);
  return {};
}

Transaction::Transaction(Database& database) : database_(&database) { database.execute("SAVEPOINT step"); }

Transaction::~Transaction() {
  if (database_ == nullptr) return;
  // The roll-back must happen although an earlier statement failed.
  const std::optional<Error> before = std::exchange(database_->health_->failure, std::nullopt);
  database_->execute("ROLLBACK TO step; RELEASE step");
  if (before) database_->health_->failure = before;
}

void Transaction::commit() {
  if (!database_->health()) return;
  database_->execute("RELEASE step");
  if (database_->health()) database_ = nullptr;
}

}  // namespace ropc::inventory
