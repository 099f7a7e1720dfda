// Runs the queries of `ropc-audit query` on DuckDB over sample logs, reads their results back and compares with what
// the native reader makes of the same logs.
//   compare.mjs PROGRAM SOURCE-DIR BUILD-DIR
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [program, source, build] = process.argv.slice(2);
const require = createRequire(join(source, 'tests/tools/package.json'));
const { DuckDBInstance } = require('@duckdb/node-api');
const folder = mkdtempSync(join(tmpdir(), 'ropc-queries-'));
const run = (...args) => execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

/// Usage by tenant and client, of logs or of a query's result, which has no profiles.
function usage(name, ...files) {
  const database = join(folder, `${name}.db`);
  run('ingest', '--quiet', '--db', database, ...files);
  const table = JSON.parse(run('clients', '--db', database, '--format', 'json'));
  return Object.fromEntries(table.clients.map((c) => [`${c.tenant}/${c.clientId}/${c.status === 'noise'}`, c.usage && { ...c.usage, profile: null }]));
}

const entra = join(folder, 'entra.jsonl');
execFileSync(join(build, 'tests/bench/make_log'), ['entra', '4', entra], { stdio: 'ignore' });
const records = (file) => `SELECT json AS record FROM read_ndjson_objects('${file}')`;
const cases = [
  { source: 'entra', table: 'entra_signins', log: entra },
  ...['okta', 'auth0', 'cloudtrail'].map((s) => ({
    source: s,
    table: { okta: 'okta_system_log', auth0: 'auth0_logs', cloudtrail: 'cloudtrail' }[s],
    log: join(source, `tests/queries/${s}.jsonl`),
  })),
  {
    source: 'keycloak',
    table: 'event_entity',
    log: join(source, 'tests/real/keycloak/26.7.3/postgres/table-event_entity.csv.gz'),
    rows: (file) => `SELECT * FROM read_csv('${file}', all_varchar = true, header = true)`,
  },
];

const connection = await (await DuckDBInstance.create(':memory:')).connect();
let failed = 0;
for (const { source: name, table, log, rows = records } of cases) {
  const result = join(folder, `${name}.csv`);
  await connection.run(`CREATE TABLE ${table} AS ${rows(log)}`);
  await connection.run(`COPY (${run('query', '--engine', 'duckdb', '--source', name)}) TO '${result}' (HEADER)`);
  const native = usage(`${name}-native`, log);
  const queried = usage(`${name}-queried`, result);
  usage(`${name}-queried`, result); // asked for again: nothing counts twice
  const again = usage(`${name}-queried`, result);
  const attempts = Object.values(native).reduce((n, u) => n + (u ? u.success + u.failure + u.blocked : 0), 0);
  const names = [...new Set([...Object.keys(native), ...Object.keys(queried)])].sort();
  const different = names.filter((n) => JSON.stringify(native[n]) !== JSON.stringify(queried[n]) || JSON.stringify(queried[n]) !== JSON.stringify(again[n]));
  for (const n of different.slice(0, 5)) console.log(`${name} ${n}\n  reader ${JSON.stringify(native[n])}\n  query  ${JSON.stringify(queried[n])}\n  again  ${JSON.stringify(again[n])}`);
  const leaks = /@example\.com/.test(readFileSync(result, 'utf8'));
  const passed = different.length === 0 && attempts > 0 && !leaks;
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name}: ${names.length} clients, ${attempts} attempts${leaks ? ', user names in the result' : ''}`);
  failed += passed ? 0 : 1;
}
rmSync(folder, { recursive: true });
console.log(`${cases.length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
