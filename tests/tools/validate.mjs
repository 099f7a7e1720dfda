// Validates documents with the validators that their readers use: validate.mjs SOURCE_DIR. Prints a line for every fault;
// exit code 0 only when there is none. The documents are the golden files of the reporters, which the unit tests hold
// equal to what the reporters write.
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const Ajv = require('ajv/dist/2020').default;
const addFormats = require('ajv-formats').default;
const MarkdownIt = require('markdown-it');

const source = process.argv[2];
const golden = path.join(source, 'tests', 'golden', 'reporters');
const names = readdirSync(golden).sort();
let faults = 0;
let checks = 0;

function fault(name, text) {
  faults += 1;
  console.log(`${name}: ${text}`);
}

const read = (name) => readFileSync(path.join(golden, name), 'utf8');
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
const ofFormat = (...ids) => names.filter((name) => ids.includes(name.split('.').at(-2)));

function checkSchema(validator, schema, files) {
  const validate = validator.compile(schema);
  for (const name of files) {
    checks += 1;
    if (validate(JSON.parse(read(name)))) continue;
    for (const e of validate.errors.slice(0, 5)) fault(name, `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`);
  }
}

// Our own documents against our own schemas. Closed here, so that a field that no schema names is a fault.
function closed(schema) {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== 'object') return schema;
  const out = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  if (out.properties && out.additionalProperties === undefined) out.additionalProperties = false;
  return out;
}

function checkOwn() {
  const folder = path.join(source, 'reporters', 'schema');
  for (const [file, id] of [['report-v1.schema.json', 'json'], ['clients-v1.schema.json', 'clients-json']]) {
    const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
    addFormats(ajv);
    checkSchema(ajv, closed(json(path.join(folder, file))), ofFormat(id));
  }
}

// The example that readers copy.
function checkDocumentation() {
  const name = 'docs/json-v1.md';
  const example = readFileSync(path.join(source, name), 'utf8').match(/```json\n([\s\S]*?)```/)[1];
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  addFormats(ajv);
  const validate = ajv.compile(closed(json(path.join(source, 'reporters', 'schema', 'clients-v1.schema.json'))));
  checks += 1;
  if (!validate(JSON.parse(example))) for (const e of validate.errors) fault(name, `${e.instancePath} ${e.message}`);
}

function multitool() {
  const program = require('@microsoft/sarif-multitool');
  chmodSync(program, 0o755);
  return program;
}

// The SARIF schema, the multitool's rules of the standard, and GitHub's for the file that is GitHub's.
function checkSarif() {
  const files = names.filter((name) => name.endsWith('.sarif'));
  const program = multitool();
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv);
  checkSchema(ajv, json(path.join(path.dirname(program), 'sarif-2.1.0.json')), files);
  const environment = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
  const runs = [['Sarif', files], ['Ghas', ofFormat('sarif')]];
  for (const [rules, checked] of runs) {
    checks += checked.length;
    const paths = checked.map((name) => path.join(golden, name));
    const run = spawnSync(program, ['validate', ...paths, '--rule-kind', rules], { encoding: 'utf8', env: environment });
    const text = `${run.stdout ?? ''}${run.stderr ?? ''}`;
    if (!text.includes(`Done. ${checked.length} files scanned.`))
      fault(rules, `the multitool did not finish: ${run.error ?? ''} ${text.slice(0, 1000)}`);
    for (const line of text.split('\n').filter((l) => /: error [A-Za-z]+[0-9]+/.test(l)).slice(0, 10)) fault(rules, line);
  }
}

// Rendered with HTML and links allowed, no Markdown report gives more than these.
const allowedTags = new Set(['a', 'blockquote', 'br', 'code', 'em', 'h1', 'h2', 'h3', 'li', 'p', 'pre', 'strong', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul']);

function checkMarkdown() {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  for (const name of ofFormat('markdown', 'github-summary')) {
    checks += 1;
    const html = markdown.render(read(name));
    for (const [, tag, attributes] of html.matchAll(/<\/?([a-zA-Z!][a-zA-Z0-9]*)([^>]*)>/g)) {
      if (!allowedTags.has(tag)) fault(name, `renders a <${tag}>`);
      const rest = attributes.replace(/ (class="language-(?:sh|kql)"|style="text-align:(right|left)")/, '').trim();
      if (rest !== '' && !(tag === 'a' && /^href="https:\/\/[^"]*"$/.test(rest))) fault(name, `renders <${tag} ${rest}>`);
    }
    for (const row of html.matchAll(/<tr>([\s\S]*?)<\/tr>/g)) {
      const cells = row[1].match(/<t[dh][ >]/g).length;
      if (cells !== 8) fault(name, `a row of the overview has ${cells} cells`);
    }
    if (name.startsWith('three-clients') && !html.includes('href="https://www.keycloak.org/')) fault(name, 'the link of a step is lost');
  }
}

checkOwn();
checkDocumentation();
checkSarif();
checkMarkdown();
console.log(`${checks} documents checked, ${faults} faults`);
process.exit(faults === 0 && checks > 0 ? 0 : 1);
