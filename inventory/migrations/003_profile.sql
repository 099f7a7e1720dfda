-- What an attempt tells beside who and when: once for each combination, so that an event holds one number.

CREATE TABLE usage_word (
  id   INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE usage_about (
  id       INTEGER PRIMARY KEY,
  address  BLOB NOT NULL,                        -- LogEvent::origin, a keyed digest; empty: none
  agent    INTEGER NOT NULL,                     -- usage_word.id; 0: nothing
  resource INTEGER NOT NULL,
  scope    INTEGER NOT NULL,
  mfa      INTEGER NOT NULL,
  UNIQUE (address, agent, resource, scope, mfa)
) STRICT;

ALTER TABLE usage_event ADD COLUMN about INTEGER NOT NULL DEFAULT 0;  -- usage_about.id; 0: nothing
