import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { repository } from "../size/bundle.js";

/** A name where it is declared. */
export interface Declaration {
  readonly name: string;
  /** Whether it is the name of a class, an interface, an alias, an enum or a type parameter. */
  readonly isType: boolean;
  readonly line: number;
}

/** Words that people read: a comment, or a string. */
export interface Prose {
  readonly text: string;
  readonly line: number;
}

/** What a TypeScript file declares, and what it says in comments and strings. */
export interface Source {
  readonly path: string;
  readonly declarations: readonly Declaration[];
  readonly comments: readonly Prose[];
  /** Comments and strings. */
  readonly prose: readonly Prose[];
}

/** Reads a file, by its path in the repository. */
export function readSource(path: string): Source {
  return parseSource(path, readFileSync(join(repository, path), "utf8"));
}

/** The same of a text. */
export function parseSource(path: string, text: string): Source {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const declarations: Declaration[] = [];
  const strings: Prose[] = [];
  const lineOf = (position: number): number =>
    file.getLineAndCharacterOfPosition(position).line + 1;
  let code = "";
  let end = 0;
  const visit = (node: ts.Node): void => {
    const name = declaredName(node);
    if (name !== undefined)
      declarations.push({
        name: name.text,
        isType: isType(node),
        line: lineOf(name.getStart(file)),
      });
    if (isText(node)) {
      const start = node.getStart(file);
      if (!ts.isRegularExpressionLiteral(node))
        strings.push({ text: node.text, line: lineOf(start) });
      // Blanked, since comments are looked for in what is left.
      code += text.slice(end, start) + text.slice(start, node.end).replace(/[^\n]/g, " ");
      end = node.end;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  code += text.slice(end);
  const comments = [...code.matchAll(/\/\*[^]*?\*\/|\/\/.*/g)].map(({ 0: text, index }) => ({
    text,
    line: lineOf(index),
  }));
  return { path, declarations, comments, prose: [...comments, ...strings] };
}

type Text = ts.LiteralLikeNode &
  (ts.StringLiteralLike | ts.TemplateLiteralLikeNode | ts.RegularExpressionLiteral);

function isText(node: ts.Node): node is Text {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node) ||
    ts.isRegularExpressionLiteral(node)
  );
}

const typeKinds: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.ClassDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.EnumDeclaration,
  ts.SyntaxKind.TypeParameter,
]);

const valueKinds: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.VariableDeclaration,
  ts.SyntaxKind.BindingElement,
  ts.SyntaxKind.Parameter,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.FunctionExpression,
  ts.SyntaxKind.ClassExpression,
  ts.SyntaxKind.EnumMember,
  ts.SyntaxKind.PropertyDeclaration,
  ts.SyntaxKind.PropertySignature,
  ts.SyntaxKind.PropertyAssignment,
  ts.SyntaxKind.MethodDeclaration,
  ts.SyntaxKind.MethodSignature,
  ts.SyntaxKind.GetAccessor,
  ts.SyntaxKind.SetAccessor,
  ts.SyntaxKind.NamespaceImport,
]);

function isType({ kind }: ts.Node): boolean {
  return typeKinds.has(kind);
}

/**
 * The name that a node declares. Names that are only imported, destructured or shortened are
 * declared elsewhere.
 */
function declaredName(node: ts.Node): ts.Identifier | ts.PrivateIdentifier | undefined {
  if (ts.isImportSpecifier(node) || ts.isExportSpecifier(node)) {
    const { name, propertyName } = node;
    return propertyName !== undefined && ts.isIdentifier(name) ? name : undefined;
  }
  if (!typeKinds.has(node.kind) && !valueKinds.has(node.kind)) return undefined;
  const { name } = node as ts.NamedDeclaration; // as all of these kinds are
  return name !== undefined && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name))
    ? name
    : undefined;
}
