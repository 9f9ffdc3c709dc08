// Reads {"<name>": "<source>"} from standard input, and prints {"<name>": <syntax tree>}, a tree being
// {type, text, line, named, children}; errors and missing tokens are nodes of type ERROR and MISSING.
// Usage: node syntax-tree.mjs bicep|powershell
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Language, Parser } from 'web-tree-sitter';

const grammar = `tree-sitter-${process.argv[2]}`;
const folder = dirname(createRequire(import.meta.url).resolve(`${grammar}/package.json`));

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(join(folder, `${grammar}.wasm`)));

function plain(node) {
  return {
    type: node.isMissing ? 'MISSING' : node.type,
    text: node.text,
    line: node.startPosition.row + 1,
    named: node.isNamed,
    children: node.children.filter((child) => child.type !== 'comment').map(plain),
  };
}

const sources = JSON.parse(readFileSync(0, 'utf8'));
const trees = Object.entries(sources).map(([name, source]) => [name, plain(parser.parse(source).rootNode)]);
process.stdout.write(JSON.stringify(Object.fromEntries(trees)));
