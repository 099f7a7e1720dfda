-- Sign-in usage: every password-grant attempt once, however often it was read.

CREATE TABLE usage_client (
  id        INTEGER PRIMARY KEY,
  idp       TEXT NOT NULL,
  tenant    TEXT NOT NULL,                       -- its id where the log has one; tenant_name tells names
  client_id TEXT NOT NULL,                       -- empty: the log cannot name it
  redirect_uri TEXT NOT NULL DEFAULT '',         -- of the client that has no id in the log; empty: none is known
  name      TEXT NOT NULL DEFAULT '',            -- as a log shows it
  UNIQUE (idp, tenant, client_id, redirect_uri)
) STRICT;

CREATE TABLE usage_error (
  id   INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE usage_event (
  identity  BLOB NOT NULL,                       -- LogEvent::identity
  record    BLOB NOT NULL,                       -- LogEvent::record; empty: none
  client    INTEGER NOT NULL REFERENCES usage_client(id),
  error     INTEGER NOT NULL,                    -- usage_error.id; 0: none
  user      BLOB,                                -- digest; null: nobody named
  at        INTEGER,                             -- nanoseconds UTC; null: no time
  other_at  INTEGER,                             -- the same moment as a copy without zone shows it
  flags     INTEGER NOT NULL,                    -- see inventory/usage_row.h
  aspects   INTEGER NOT NULL,                    -- LogEvent::aspects; 0: the row is a whole sign-in
  joined    INTEGER NOT NULL,                    -- usage_join.id of its rules; 0: none
  n         INTEGER NOT NULL,                    -- how often the input holds it that holds it most often
  reading   INTEGER NOT NULL,                    -- the input that was read last, and how often that one holds it
  n_reading INTEGER NOT NULL,
  PRIMARY KEY (identity, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX usage_event_without_zone ON usage_event (other_at) WHERE other_at IS NOT NULL;

-- What the aspects of one sign-in mean together: the JoinRules of a format.
CREATE TABLE usage_join (
  id     INTEGER PRIMARY KEY,
  format TEXT NOT NULL UNIQUE,
  rules  TEXT NOT NULL                           -- JSON: [all, any, none, grant, outcome] each
) STRICT;

-- Of inputs that several processes shared: how often each piece holds an event that nothing but its content names.
CREATE TABLE usage_part (
  identity  BLOB NOT NULL,
  record    BLOB NOT NULL,
  input     INTEGER NOT NULL REFERENCES input(id) ON DELETE CASCADE,
  part      TEXT NOT NULL,
  n         INTEGER NOT NULL,
  reading   INTEGER NOT NULL,
  n_reading INTEGER NOT NULL,
  PRIMARY KEY (identity, record, input, part)
) STRICT, WITHOUT ROWID;

-- What was read, by day.
CREATE TABLE usage_day (
  input   INTEGER NOT NULL REFERENCES input(id) ON DELETE CASCADE,
  part    TEXT NOT NULL,
  idp     TEXT NOT NULL,
  tenant  TEXT NOT NULL,
  format  TEXT NOT NULL,
  day     INTEGER NOT NULL,                      -- since 1970-01-01; -9223372036854775808: records without a date
  records INTEGER NOT NULL,
  events  INTEGER NOT NULL,
  bad     INTEGER NOT NULL,
  shows   INTEGER NOT NULL,                      -- records that prove that successes are written
  first   INTEGER NOT NULL,
  last    INTEGER NOT NULL,
  PRIMARY KEY (input, part, idp, tenant, format, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE usage_format (
  format TEXT PRIMARY KEY NOT NULL,
  source INTEGER NOT NULL,                       -- SourceKind
  shown  TEXT NOT NULL,
  hidden TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Number of the last input that was read; tells one reading of an input from the next.
CREATE TABLE usage_reading (reading INTEGER NOT NULL) STRICT;
INSERT INTO usage_reading VALUES (0);
