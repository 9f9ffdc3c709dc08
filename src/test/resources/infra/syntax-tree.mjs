// For each line {"<name>": "<source>"} of standard input, prints a line {"<name>": <syntax tree>}, a tree being
// {type, text, line, named, children}; errors and missing tokens are nodes of type ERROR and MISSING. Ends with its input.
// Usage: node syntax-tree.mjs bicep|powershell
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Language, Parser } from 'web-tree-sitter';

const grammar = `tree-sitter-${process.argv[2]}`;
const folder = dirname(createRequire(import.meta.url).resolve(`${grammar}/package.json`));

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(join(folder, `${grammar}.wasm`)));

for await (const line of createInterface({ input: process.stdin })) {
  const trees = Object.entries(JSON.parse(line)).map(([name, source]) => [name, tree(source)]);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(trees))}\n`);
}

function tree(source) {
  const parsed = parser.parse(source);
  const plain = plainNode(parsed.rootNode);
  parsed.delete();
  return plain;
}

function plainNode(node) {
  return {
    type: node.isMissing ? 'MISSING' : node.type,
    text: node.text,
    line: node.startPosition.row + 1,
    named: node.isNamed,
    children: node.children.filter((child) => child.type !== 'comment').map(plainNode),
  };
}
