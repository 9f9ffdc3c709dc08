#!/usr/bin/env node
// Backs up the table SyncList, the one that cannot be rebuilt: who asked, in this app, for which contact (R5).
//
//   node sync-list.mjs export <table endpoint> <file>   writes all rows to a new file
//   node sync-list.mjs import <table endpoint> <file>   puts the rows of the file into the table; removes none
//   node sync-list.mjs check  <table endpoint> <file>   says how they differ; exit code 2 if they do
//
// Needs Node.js 20, nothing else. It signs in with the Azure CLI (az login) as somebody with the role Storage Table Data
// Contributor on that table (parameter backupPrincipalId of main.bicep). The variable SYNC_LIST_SAS is for tests against an
// emulator: a deployed account refuses every SAS that is signed with its keys.
// The file: a line that says what it is, one JSON object a row (ids, no names), and a line with their number, by which a
// file that was cut off is noticed. --table=NAME names another table.
import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

const AT_ONCE = 8;
const FORMAT = 'crm-outlook-sync SyncList 1';

const [command, endpoint, file] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const table = option('table', 'SyncList');

try {
  const commands = { export: exportRows, import: importRows, check: checkRows };
  if (!commands[command] || !endpoint || !file) {
    throw new Error('Usage: node sync-list.mjs export|import|check <table endpoint> <file>');
  }
  await commands[command](service(endpoint));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function exportRows(storage) {
  const rows = await storage.rows();
  const lines = [{ format: FORMAT, exported: new Date().toISOString() }, ...rows, { rows: rows.length }];
  const unfinished = `${file}.part`;
  writeFileSync(unfinished, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 });
  refuseToOverwrite();
  renameSync(unfinished, file);
  console.log(`${rows.length} rows exported to ${file}`);
}

async function importRows(storage) {
  const rows = rowsOfFile();
  const waiting = [...rows];
  const worker = async () => {
    for (let row = waiting.pop(); row; row = waiting.pop()) {
      await storage.put(row);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  console.log(`${rows.length} rows imported from ${file}`);
}

async function checkRows(storage) {
  const inFile = new Set(rowsOfFile().map(key));
  const inTable = new Set((await storage.rows()).map(key));
  const missing = [...inFile].filter((row) => !inTable.has(row)).length;
  const added = [...inTable].filter((row) => !inFile.has(row)).length;
  console.log(`${inFile.size} rows in the file; ${missing} of them not in the table; ${added} in the table only`);
  process.exitCode = missing + added > 0 ? 2 : 0;
}

function rowsOfFile() {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
  const [first, last] = [lines.shift(), lines.pop()];
  if (first?.format !== FORMAT || last?.rows !== lines.length) {
    throw new Error(`${file} is no export of SyncList, or was cut off. Nothing was imported.`);
  }
  return lines;
}

function refuseToOverwrite() {
  try {
    readFileSync(file);
  } catch {
    return;
  }
  throw new Error(`${file} is there already. A backup is never overwritten.`);
}

function key(row) {
  return `${row.PartitionKey} ${row.RowKey}`;
}

function option(name, byDefault) {
  const given = process.argv.find((word) => word.startsWith(`--${name}=`));
  return given ? given.slice(name.length + 3) : byDefault;
}

/** The table over its REST interface: https, or http on this machine. */
function service(address) {
  const base = new URL(address.replace(/\/*$/, '/'));
  if (base.protocol !== 'https:' && !['127.0.0.1', 'localhost', '[::1]'].includes(base.hostname)) {
    throw new Error('The table endpoint must be an https address.');
  }
  const sas = process.env.SYNC_LIST_SAS?.replace(/^\?/, '');
  const token = sas ? undefined : accessToken();

  async function request(method, path, query, body) {
    const url = new URL(path, base);
    url.search = [query, sas].filter(Boolean).join('&');
    const headers = {
      Accept: 'application/json;odata=minimalmetadata',
      'Content-Type': 'application/json',
      'x-ms-version': '2020-12-06',
      'x-ms-date': new Date().toUTCString(),
      ...(token && { Authorization: `Bearer ${token}` }),
    };
    const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
    if (!answer.ok) {
      const code = (await answer.text()).match(/"code":\s*"(\w+)/)?.[1] ?? '';
      throw new Error(`${method} ${table}: ${answer.status} ${code}. ${advice(answer.status)}`);
    }
    return answer;
  }

  return {
    async rows() {
      const rows = [];
      let query = '';
      do {
        const answer = await request('GET', `${table}()`, query);
        rows.push(...(await answer.json()).value.map(withoutOrigin));
        query = nextPage(answer.headers);
      } while (query);
      return rows;
    },
    put: (row) => request('PUT', `${table}(PartitionKey='${row.PartitionKey}',RowKey='${row.RowKey}')`, '', row),
  };
}

/** What the service gives each row anew. */
function withoutOrigin(row) {
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => !name.startsWith('odata.') && !name.startsWith('Timestamp')),
  );
}

function nextPage(headers) {
  return ['NextPartitionKey', 'NextRowKey']
    .map((name) => [name, headers.get(`x-ms-continuation-${name}`)])
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}

function accessToken() {
  const words = ['account', 'get-access-token', '--resource', 'https://storage.azure.com/', '--query', 'accessToken'];
  return execFileSync('az', [...words, '--output', 'tsv'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  }).trim();
}

function advice(status) {
  return status === 403
    ? 'Does backupPrincipalId name you, and may this machine reach the storage account?'
    : 'Try again.';
}
