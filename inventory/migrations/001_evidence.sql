-- Evidence of code trees and IdP exports. Sign-in usage has migrations of its own.

-- A tenant's id and name as some input told them.
CREATE TABLE tenant_name (
  idp  TEXT NOT NULL,
  id   TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (idp, id, name)
) STRICT, WITHOUT ROWID;

-- What was handed over: a code tree, an export, a log. Reading it again replaces what it said.
CREATE TABLE input (
  id       INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL CHECK (kind IN ('tree', 'export', 'log')),
  label    TEXT NOT NULL,
  coverage TEXT NOT NULL DEFAULT '{}',           -- JSON; of trees: ScanCoverage
  UNIQUE (kind, label)
) STRICT;

CREATE TABLE finding (
  id            INTEGER PRIMARY KEY,
  input         INTEGER NOT NULL REFERENCES input(id) ON DELETE CASCADE,
  fingerprint   TEXT NOT NULL,
  rule_id       TEXT NOT NULL,
  kind          TEXT NOT NULL,
  level         TEXT NOT NULL,
  confidence    TEXT NOT NULL,
  construct     TEXT NOT NULL,
  language      TEXT NOT NULL,
  eye           TEXT NOT NULL,
  path          TEXT NOT NULL,
  line          INTEGER NOT NULL,
  column        INTEGER NOT NULL,
  end_line      INTEGER NOT NULL,
  end_column    INTEGER NOT NULL,
  excerpt       TEXT NOT NULL,                   -- redacted before it got here
  message       TEXT NOT NULL,
  client_id     TEXT,
  idp           TEXT,
  tenant        TEXT,
  endpoint      TEXT,
  user_from     TEXT NOT NULL,
  password_from TEXT NOT NULL,
  test_code     INTEGER NOT NULL,
  vendored      INTEGER NOT NULL,
  sample_code   INTEGER NOT NULL,
  suppressed    TEXT,
  detail        TEXT NOT NULL                    -- JSON: scopes, related, flow, line_hash, UTF-16 columns
) STRICT;
CREATE INDEX finding_by_client ON finding (client_id);

CREATE TABLE idp_fact (
  input     INTEGER NOT NULL REFERENCES input(id) ON DELETE CASCADE,
  idp       TEXT NOT NULL,
  tenant    TEXT NOT NULL,
  client_id TEXT NOT NULL,
  kind      TEXT NOT NULL,
  value     TEXT NOT NULL,
  detail    TEXT NOT NULL,
  path      TEXT NOT NULL,
  line      INTEGER NOT NULL,
  PRIMARY KEY (idp, tenant, client_id, kind, value, detail, input)
) STRICT, WITHOUT ROWID;

CREATE TABLE diagnostic (
  id      INTEGER PRIMARY KEY,
  input   INTEGER NOT NULL REFERENCES input(id) ON DELETE CASCADE,
  level   INTEGER NOT NULL,   -- 0 note, 1 warning, 2 incomplete
  message TEXT NOT NULL,
  path    TEXT NOT NULL,
  line    INTEGER NOT NULL
) STRICT;
