import ts from "typescript";

/**
 * Every name in the code of a TypeScript file, without strings and comments. Fails if the file does
 * not parse.
 */
export function namesIn(path: string, text: string): ReadonlySet<string> {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  // Not in the public type: the syntax errors.
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: readonly ts.Diagnostic[] };
  if (parseDiagnostics.length > 0) {
    const said = parseDiagnostics.map((each) =>
      ts.flattenDiagnosticMessageText(each.messageText, " "),
    );
    throw new Error(`${path} does not parse: ${said.join("; ")}`);
  }
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}
