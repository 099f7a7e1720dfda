#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "logparsers/field_table.h"
#include "logparsers/http_exchange.h"
#include "logparsers/paths.h"
#include "model/idp_fact.h"
#include "model/join_rule.h"
#include "model/log_event.h"

namespace ropc::logparsers {

/// What the wrappers around a record say about it.
struct Outer {
  std::optional<Timestamp> time;
  std::string_view app;    ///< syslog APP-NAME or tag
  std::string_view topic;  ///< syslog MSGID, or the logger a collector names
  std::string_view line;   ///< the line that a JSON object stands in behind other text
};

/// What a shape remembers from one record to the next, where a log spreads a sign-in over several lines.
class ShapeState {
 public:
  virtual ~ShapeState() = default;
};

/// A line, or a block of lines that belong together, without its wrappers.
struct TextRecord {
  std::string_view text;
  Outer outer;
  std::string_view rest;        ///< the input from the start of this line on; empty: there is only `text`
  ShapeState* state = nullptr;  ///< of the shape that looks, when it has one
  std::size_t taken = 0;        ///< bytes of `rest` that the record takes up; 0: its first line
};

/// What a shape makes of a text record.
enum class Fit : std::uint8_t {
  no,          ///< not such a log
  neighbour,   ///< may stand in such a log, proves nothing
  other,       ///< a record of such a log without fields for us
  fields,      ///< fields were filled
  broken       ///< a record of such a log that cannot be read
};

/// Gets fields out of text. Immutable; one serves all threads.
class TextShape {
 public:
  virtual ~TextShape() = default;
  /// Fills `out`; views may point into `record` or be owned by `out`.
  virtual Fit take(TextRecord& record, FieldTable& out) const = 0;
  /// A new state, when records of one input must be seen in their order.
  [[nodiscard]] virtual std::unique_ptr<ShapeState> state() const { return nullptr; }
};

/// What a format says about one record; the four kinds lead to different counts.
enum class Verdict : std::uint8_t {
  not_mine,
  neighbour,       ///< counts as a record of this log only when something else proves the log
  other_event,
  password_grant,
  part_of_sign_in, ///< one of several records that make a sign-in together
  malformed
};

/// What was read of one record. Reused; views live as long as the record.
struct Reading {
  LogEvent event;
  std::optional<Timestamp> time;
  std::string_view tenant;        ///< id where there is one
  std::string_view tenant_name;
  bool shows_success = false;     ///< this record proves that its log shows successes
  bool leaks = false;             ///< a password stands in the record in clear
  std::string_view fault;         ///< of a malformed record: the reason, in a few words without input text
};

/// One test of one field; all words are compared without case.
struct Condition {
  enum class Test : std::uint8_t { is, starts, ends, contains, like, present, absent, upper, has };
  int field = 0;
  Test test = Test::is;
  bool negated = false;
  std::vector<std::string> words;  ///< one of them must fit
  std::size_t number = SIZE_MAX;   ///< the same for all tests of one format's rules that ask the same
};

/// The first rule whose conditions all hold says what a record is.
struct EventRule {
  std::vector<Condition> when;
  GrantClass grant = GrantClass::ropc;
  Outcome outcome = Outcome::unknown;
  int client = -1;  ///< field that names the client of this kind of record; -1: the format's own
};

/// What one record can contribute to a sign-in that several records make together.
struct Aspect {
  std::string name;
  std::vector<Condition> when;
  int client = -1;  ///< fields that this record tells better than the records of earlier aspects; -1: none
  int user = -1;
  int error = -1;
};

/// How a record is told apart from others and from its own copies; see LogEvent::identity.
struct IdentityPlan {
  std::vector<int> token;    ///< fields; of a success, unique
  std::vector<int> id;       ///< the product's id, unique unless `content` is given
  std::vector<int> content;  ///< of the record when no id says it
  bool wall_time = false;    ///< content begins with the time as it is written, to the millisecond, without its zone
};

/// A kind of log, as its YAML file describes it.
struct Format {
  /// Fields with a meaning of their own; further ones are a format's own, for conditions.
  enum Field : std::uint8_t {
    kTime, kTenant, kTenantName, kClient, kClientName, kUser, kError, kAddress, kUserAgent, kResource, kScope, kMfa,
    kLeak, kRedirect, kCount, kOwnFields
  };
  enum class Shows : std::uint8_t { always, never, when };

  std::string id;
  std::string idp;
  std::string title;
  std::string path;               ///< of the YAML file
  bool verified = false;
  SourceKind source = SourceKind::log;
  bool plain_lines = false;       ///< lines that are no records are usual in this log
  bool utc = false;               ///< times without a zone are UTC
  bool derived = false;           ///< a copy that collectors make; the original, where the record keeps it, comes first
  std::vector<std::vector<Condition>> recognise;  ///< one list must hold; empty: the shape decides
  std::unique_ptr<TextShape> shape;
  int shape_field = -1;           ///< field that holds the text for `shape`; -1: the record itself is text
  std::string separator;                          ///< of the cells of a text record; see layouts
  std::vector<std::vector<std::string>> layouts;  ///< names of the cells, by their number
  std::vector<std::string> field_names;
  std::vector<std::vector<int>> field_slots;      ///< by field: slots, the first that says something counts
  std::vector<EventRule> events;
  std::vector<Aspect> aspects;                    ///< instead of events: records that are joined
  int join_key = -1;                              ///< field that is the same in all records of a sign-in
  std::string join_until;                         ///< only what stands before this text in it counts
  std::vector<JoinRule> join_rules;
  /// The record is an HTTP request: its parameters are looked into; which fields hold them.
  struct HttpFields {
    int request = 0, query = 0, body = 0, authorization = 0, remote_user = 0;
  };
  std::optional<HttpExchange> http;
  HttpFields http_fields;
  IdentityPlan identity;
  Shows shows = Shows::always;
  std::vector<std::vector<Condition>> shows_when;
  std::string why_shown;
  std::string why_hidden;

  struct Sample {
    std::string text;
    std::uint32_t line = 0;
    std::vector<std::vector<std::pair<std::string, std::string>>> events;  ///< expected values by name
  };
  std::vector<Sample> samples;

  [[nodiscard]] std::string_view field(const FieldTable& table, int field) const;
};

/// Applies a format to one record. One per thread; reused.
class FormatReader {
 public:
  explicit FormatReader(const UserDigester* users) : users_(users) {}

  /// A record whose fields are in `table` (JSON object, row); `raw` is the inner record as it is written.
  Verdict read_fields(const Format& format, FieldTable& table, std::string_view raw, const Outer& outer,
                      Reading& out) const;
  /// A text record. `table` is cleared first.
  Verdict read_text(const Format& format, TextRecord& record, FieldTable& table, Reading& out) const;

 private:
  Verdict judge(const Format& format, FieldTable& table, std::string_view raw, const Outer& outer,
                Reading& out) const;
  void fill(const Format& format, const FieldTable& table, Reading& out) const;
  Verdict join(const Format& format, const FieldTable& table, Reading& out) const;
  [[nodiscard]] UserDigest user_of(const Format& format, std::string_view tenant, std::string_view user) const;
  void identify(const Format& format, const FieldTable& table, std::string_view raw, Reading& out) const;

  const UserDigester* users_;
};

/// Numbers the conditions of one format's rules, so that each question is answered once a record.
void number_conditions(std::vector<EventRule>& rules);

/// Whether all conditions hold.
bool holds(const std::vector<Condition>& conditions, const Format& format, const FieldTable& table);

}  // namespace ropc::logparsers
