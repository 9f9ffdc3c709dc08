// Reads queries from standard input, [{"name", "prelude", "query"}], and has Kusto's own language service look at them
// as Application Insights would: against its tables. Writes for each what is wrong with it, and which metrics and
// dimensions it names, and the columns that it gives, with their types.
//
// In queries, measured("...") and dimension(line, "...") are the only ways to a measurement: whatever else touches the
// line or the message it came from is told as stray, so that no misspelt name can slip by.
'use strict';
const fs = require('fs');
const path = require('path');
const vm = require('vm');

const service = path.join(process.argv[2], '@kusto', 'language-service-next');
for (const part of ['bridge.min.js', 'Kusto.Language.Bridge.min.js']) {
  vm.runInThisContext(fs.readFileSync(path.join(service, part), 'utf8'), { filename: part });
}
const { KustoCode, GlobalState, Symbols, Syntax } = globalThis.Kusto.Language;

// The columns that are used, of the tables as a component shows them.
const ITEM =
  'timestamp: datetime, itemType: string, itemCount: int, operation_Name: string, operation_Id: string, ' +
  'customDimensions: dynamic, customMeasurements: dynamic, cloud_RoleName: string, cloud_RoleInstance: string, sdkVersion: string';
const TABLES = {
  traces: `(message: string, severityLevel: int, ${ITEM})`,
  requests: `(id: string, name: string, url: string, success: string, resultCode: string, duration: real, ${ITEM})`,
  exceptions: `(type: string, problemId: string, outerMessage: string, ${ITEM})`,
  // The workspace's own, by its own names.
  _LogOperation: '(TimeGenerated: datetime, Category: string, Detail: string, Operation: string, Level: string)',
};

function globals() {
  const tables = Object.entries(TABLES).map(([name, columns]) => new Symbols.TableSymbol.$ctor7(name, columns, ''));
  const list = new (System.Collections.Generic.List$1(Symbols.Symbol).ctor)();
  tables.forEach((table) => list.add(table));
  const database = new Symbols.DatabaseSymbol.$ctor3('component', null, list, false);
  return GlobalState.Default.WithDatabase(database);
}

function walk(node, visit) {
  if (!node) return;
  visit(node);
  for (let i = 0; i < node.ChildCount; i++) walk(node.GetChild(i), visit);
}

function textOf(node, text) {
  return text.substring(node.TextStart, node.End).trim();
}

function literal(node, text) {
  const found = /^"([^"\\]*)"$/.exec(textOf(node, text));
  return found ? found[1] : null;
}

function argumentsOf(call) {
  const list = call.ArgumentList.Expressions;
  return Array.from({ length: list.Count }, (_, i) => list.getItem(i).Element$1 || list.getItem(i).Element);
}

function analyse({ name, prelude, query }, state) {
  const text = prelude + query;
  const code = KustoCode.ParseAndAnalyze(text, state);
  const errors = [];
  const diagnostics = code.GetDiagnostics();
  for (let i = 0; i < diagnostics.Count; i++) {
    const each = diagnostics.getItem(i);
    if (each.Severity === 'Error') {
      errors.push(`${each.Message} at "${text.substring(each.Start, each.Start + Math.min(each.Length, 60))}"`);
    }
  }
  const metrics = [];
  const dimensions = [];
  const stray = [];
  const lines = new Set();
  walk(code.Syntax, (node) => {
    if (node.TextStart < prelude.length || !(node instanceof Syntax.FunctionCallExpression)) return;
    const given = argumentsOf(node);
    if (node.Name.SimpleName === 'measured') {
      (given.length === 1 && literal(given[0], text) !== null ? metrics : stray).push(
        given.length === 1 ? literal(given[0], text) || textOf(node, text) : textOf(node, text));
    }
    if (node.Name.SimpleName === 'dimension') {
      const well = given.length === 2 && textOf(given[0], text) === 'line' && literal(given[1], text) !== null;
      if (well) {
        lines.add(given[0].TextStart);
        dimensions.push(literal(given[1], text));
      } else {
        stray.push(textOf(node, text));
      }
    }
  });
  walk(code.Syntax, (node) => {
    if (node.TextStart < prelude.length || !(node instanceof Syntax.NameReference)) return;
    if (node.SimpleName === 'message' || (node.SimpleName === 'line' && !lines.has(node.TextStart))) {
      stray.push(`${node.SimpleName} in "${text.substring(node.TextStart - 20, node.End + 20).replace(/\s+/g, ' ')}"`);
    }
  });
  const columns = {};
  const given = (code.ResultType && code.ResultType.Columns) || { Count: 0 };
  for (let i = 0; i < given.Count; i++) columns[given.getItem(i).Name] = given.getItem(i).Type.Name;
  return { name, errors, metrics, dimensions, stray, columns };
}

const state = globals();
const queries = JSON.parse(fs.readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(queries.map((query) => analyse(query, state))));
