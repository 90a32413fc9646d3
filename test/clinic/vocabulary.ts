// Checks graphs against the schema.org vocabulary, as schema-dts has it: TypeScript does the work.
import ts from 'typescript';

interface Node {
  '@id': string;
  '@type': string | string[];
}

/**
 * What is not in the vocabulary: types that there are not, properties that a type does not have, values that a
 * property does not take. A node of several types may have the properties of each.
 */
export function vocabularyProblems(nodes: Node[]): string[] {
  const file = 'test/clinic/graph-under-test.ts';
  const leaf = (type: string) => `Omit<Extract<s.${type}, { '@type': '${type}' }>, '@type'>`;
  const lines = nodes.map((node, index) => {
    const { '@type': types, ...properties } = node;
    const type = [types].flat().map(leaf).join(' & ');
    return `export const node${index}: ${type} = ${JSON.stringify(properties)};`;
  });
  const source = ["import type * as s from 'schema-dts';", ...lines].join('\n');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    lib: ['lib.es2022.d.ts'],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, ...rest) =>
    name === file
      ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2022)
      : getSourceFile(name, ...rest);
  host.fileExists = (name) => name === file || fileExists(name);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText, start, file: at }) => {
    const line = at && start !== undefined ? at.getLineAndCharacterOfPosition(start).line : 0;
    const node = nodes[line - 1];
    return `${node?.['@id']} (${node?.['@type']}): ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
