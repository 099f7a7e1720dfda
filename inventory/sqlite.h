#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "common/digest.h"
#include "common/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace ropc::inventory {

/// One prepared statement, reused. Every call after a failure does nothing; the database keeps the first error
/// (Database::health), so that a stream of rows needs one check at its end.
class Statement {
 public:
  Statement() = default;
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&& other) noexcept;
  ~Statement();

  /// Binds the next parameter, from 1 after each reset(). Text and blobs are copied.
  Statement& bind(std::string_view text);
  Statement& bind(const char* text) { return bind(std::string_view(text)); }
  Statement& bind(std::int64_t value);
  Statement& bind(std::uint64_t value) { return bind(static_cast<std::int64_t>(value)); }
  Statement& bind(std::uint32_t value) { return bind(static_cast<std::int64_t>(value)); }
  Statement& bind(int value) { return bind(static_cast<std::int64_t>(value)); }
  Statement& bind(bool value) { return bind(static_cast<std::int64_t>(value ? 1 : 0)); }
  Statement& bind(const Digest& digest);
  Statement& bind_null();
  /// A zero digest as an empty blob.
  Statement& bind_record(const Digest& digest);
  Statement& bind_optional(const std::optional<std::int64_t>& value);

  /// Runs a statement that gives no rows, and resets it.
  void run();
  /// Steps to the next row; false at the end (the statement is then reset) or on failure.
  bool next();

  /// Columns of the current row, from 0.
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::uint64_t count(int column) const { return static_cast<std::uint64_t>(integer(column)); }
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] Digest digest(int column) const;

  void reset();

 private:
  friend class Database;
  struct Health;
  Statement(sqlite3_stmt* statement, std::shared_ptr<Health> health);
  void check(int code);

  sqlite3_stmt* statement_ = nullptr;
  std::shared_ptr<Health> health_;
  int bound_ = 0;
};

/// One connection. Not for several threads at once.
class Database {
 public:
  /// Opens or makes the file; ":memory:" keeps nothing. WAL, foreign keys on, ten seconds of patience with another
  /// writer.
  static Result<std::unique_ptr<Database>> open(const std::string& path);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Prepares one statement of our own SQL. A statement that does not compile is an error of health().
  Statement prepare(std::string_view sql);
  /// Runs one or several statements without parameters.
  void execute(std::string_view sql);
  /// A single integer: `PRAGMA user_version`, `SELECT count(*) …`; 0 when there is no row.
  std::int64_t integer(std::string_view sql);
  [[nodiscard]] std::int64_t last_id() const;
  /// Rows that the last INSERT, UPDATE or DELETE changed.
  [[nodiscard]] std::int64_t changes() const;
  /// Makes a failure outside the database one of health(): what is not committed by then is rolled back.
  void fail(const Error& failure);
  /// The first failure since open(), if any.
  [[nodiscard]] Result<void> health() const;

 private:
  friend class Transaction;
  Database(sqlite3* handle, std::string path);
  sqlite3* handle_;
  std::shared_ptr<Statement::Health> health_;
};

/// A savepoint that is rolled back unless commit() was reached. May nest.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database* database_;
};

}  // namespace ropc::inventory
