// Writes openapi.json: the operation tables, explained by the comments in the sources.
//
// write-openapi.ts           writes it
// write-openapi.ts --check   fails if it is not what would be written
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

import { openapi } from '@mpp-digital/contract/openapi';

const file = fileURLToPath(new URL('../openapi.json', import.meta.url));
const source = fileURLToPath(new URL('../src/index.ts', import.meta.url));

const written = `${JSON.stringify(openapi({ descriptions: comments() }), null, 2)}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(file, written);
} else if (readFileSync(file, 'utf8').replaceAll('\r\n', '\n') !== written) {
  console.error('packages/contract/openapi.json is not what the sources say: npm run generate');
  process.exit(1);
}

/**
 * What the sources say of types, members and operations: `Ticket`, `Ticket.secret`,
 * `Ticket.place.address`, `bookings.hold`.
 */
function comments(): Record<string, string> {
  const { options } = ts.parseJsonConfigFileContent(
    { extends: '../../tsconfig.base.json', files: [] },
    ts.sys,
    fileURLToPath(new URL('..', import.meta.url)),
  );
  const program = ts.createProgram([source], options);
  const checker = program.getTypeChecker();
  const found: Record<string, string> = {};
  const note = (name: string, symbol: ts.Symbol) => {
    const text = ts.displayPartsToString(symbol.getDocumentationComment(checker));
    if (text) found[name] = text.replaceAll('\n', ' ');
  };

  const index = checker.getSymbolAtLocation(program.getSourceFile(source)!)!;
  const membersOf = (symbol: ts.Symbol | undefined) =>
    symbol ? checker.getTypeOfSymbol(symbol).getProperties() : [];
  // Of an object schema: what it is made of, also where that is spread into several.
  const noteShape = (name: string, symbol: ts.Symbol) => {
    for (const member of membersOf(checker.getTypeOfSymbol(symbol).getProperty('shape'))) {
      note(`${name}.${member.name}`, member);
      noteShape(`${name}.${member.name}`, member);
    }
  };
  for (const exported of checker.getExportsOfModule(index)) {
    if (exported.name === 'operations') {
      for (const table of membersOf(exported)) {
        for (const operation of membersOf(table))
          note(`${table.name}.${operation.name}`, operation);
      }
    }
    const name = exported.name[0]!.toUpperCase() + exported.name.slice(1);
    const symbol =
      exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    note(name, symbol);
    if (!(symbol.flags & ts.SymbolFlags.Variable)) continue;
    noteShape(name, symbol);
  }
  return found;
}
