-- Logs that were read to their end: one that is the same needs no second reading, one that has grown is read on.

CREATE TABLE log_file (
  input    INTEGER PRIMARY KEY REFERENCES input(id) ON DELETE CASCADE,
  size     INTEGER NOT NULL,                     -- FileState
  modified INTEGER NOT NULL,
  head     BLOB NOT NULL,
  tail     BLOB NOT NULL,
  way      BLOB NOT NULL,
  lines    INTEGER,                              -- null: what it grows by cannot be read alone
  reading  INTEGER NOT NULL                      -- usage_event.reading of its events
) STRICT;
