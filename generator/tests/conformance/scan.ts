import ts from "typescript";

/**
 * What a program has that the compiler would let pass: casts, `any`, comments that silence the
 * compiler, requests of its own, and headers by hand. Empty for a program that uses nothing but
 * generated methods and their types.
 */
export function escapesOf(text: string): readonly string[] {
  const source = ts.createSourceFile("program.ts", text, ts.ScriptTarget.ESNext, true);
  const found = new Set<string>();
  if (/@ts-/.test(text)) found.add("@ts-");
  const visit = (node: ts.Node): void => {
    const escape = escapeOf(node);
    if (escape !== undefined) found.add(escape);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found];
}

function escapeOf(node: ts.Node): string | undefined {
  if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) return "as";
  if (ts.isNonNullExpression(node)) return "!";
  if (node.kind === ts.SyntaxKind.AnyKeyword) return "any";
  if (ts.isIdentifier(node) && node.text === "fetch") return "fetch";
  if (ts.isPropertyAssignment(node) && isOption(node) && node.name.getText() === "headers")
    return "headers";
  return undefined;
}

/** True for a member of the options of a call, which are the second argument of a method. */
function isOption({ parent }: ts.PropertyAssignment): boolean {
  const call = parent.parent;
  return ts.isCallExpression(call) && call.arguments.indexOf(parent) > 0;
}
