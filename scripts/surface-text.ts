import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

/**
 * The public surface of a package: the contents of text files by name, to compare with a recorded
 * one.
 */
export type Surface = ReadonlyMap<string, string>;

/**
 * Reads the public surface of a built package: the exports of each import path in `entries.txt`,
 * and in a file per folder of `src` their declarations and all declarations that these refer to.
 * Without comments and internal members.
 */
export function surfaceOf(folder: string): Surface {
  const entries = entriesOf(folder);
  // No library is needed, because no type is resolved.
  const options = { noLib: true, module: ts.ModuleKind.NodeNext, types: [] };
  const program = ts.createProgram([...entries.values()], options);
  const seen = new Set<ts.Declaration>();
  const exported = [...entries].map(([path, file]) => {
    const names = exportsOf(program, file).map(([name, symbol]) => {
      collect(program.getTypeChecker(), symbol, seen);
      return `  ${name}: ${kindsOf(symbol)}`;
    });
    return [path, ...sorted(names)].join("\n");
  });
  return new Map([
    ["entries.txt", `${exported.join("\n\n")}\n`],
    ...declarationFiles(join(folder, "dist"), seen),
  ]);
}

/** The import paths without `.js`, and their declaration files. */
function entriesOf(folder: string): Map<string, string> {
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  const found = Object.entries(exports).flatMap(([path, target]) => {
    if (path.endsWith(".js") || typeof target === "string") return [];
    const [before = "", after] = target.import.types.split("*");
    if (after === undefined) return [[path, before] as const];
    return readdirSync(join(folder, before))
      .map((name) => (after.startsWith("/") ? name : name.slice(0, -after.length)))
      .filter((star) => ts.sys.fileExists(join(folder, before + star + after)))
      .map((star) => [path.replace("*", star), before + star + after] as const);
  });
  const files = new Map(found);
  return new Map(
    sorted(files.keys()).map((path) => [
      `connections-sdk${path.slice(1)}`,
      join(folder, files.get(path) ?? ""),
    ]),
  );
}

interface Manifest {
  readonly exports: Readonly<
    Record<string, string | { readonly import: { readonly types: string } }>
  >;
}

/** The exports of a module, with aliases resolved. */
function exportsOf(program: ts.Program, file: string): [string, ts.Symbol][] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  const symbols = module === undefined ? [] : checker.getExportsOfModule(module);
  return symbols.map((symbol) => [symbol.name, resolveAlias(checker, symbol)]);
}

function resolveAlias(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

const kinds: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.ClassDeclaration, "class"],
  [ts.SyntaxKind.FunctionDeclaration, "function"],
  [ts.SyntaxKind.InterfaceDeclaration, "type"],
  [ts.SyntaxKind.TypeAliasDeclaration, "type"],
  [ts.SyntaxKind.VariableDeclaration, "const"],
]);

function kindsOf({ declarations = [] }: ts.Symbol): string {
  return sorted(new Set(declarations.map(({ kind }) => kinds.get(kind) ?? "?"))).join(", ");
}

/**
 * Adds the declarations of a symbol and all that they refer to: a base class without an import path
 * is public too.
 */
function collect(checker: ts.TypeChecker, symbol: ts.Symbol, seen: Set<ts.Declaration>): void {
  for (const declaration of symbol.declarations ?? []) {
    if (!kinds.has(declaration.kind) || seen.has(declaration) || !inBuild(declaration)) continue;
    seen.add(declaration);
    const visit = (node: ts.Node): void => {
      if (isInternal(node)) return;
      const named = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
      if (named !== undefined) collect(checker, resolveAlias(checker, named), seen);
      ts.forEachChild(node, visit);
    };
    ts.forEachChild(declaration, visit);
  }
}

/**
 * Whether a declaration belongs to the build, and not to the language or to another package. The
 * inferred types of schemas of zod are left out: they are long, and tests hold them to the
 * interfaces of the same names.
 */
function inBuild(declaration: ts.Declaration): boolean {
  const { fileName } = declaration.getSourceFile();
  if (/\/(?:platforms\/\w+|connections)\/zod\//.test(fileName)) return false;
  return fileName.includes("/dist/") && !/\/node_modules\/(?!connections-sdk\/)/.test(fileName);
}

/** The declarations of each folder of the build, module by module. */
function declarationFiles(
  build: string,
  declarations: Iterable<ts.Declaration>,
): Map<string, string> {
  const modules = new Map<string, string[]>();
  for (const declaration of declarations) {
    const module = relative(build, declaration.getSourceFile().fileName).replace(/\.d\.ts$/, "");
    modules.set(module, [...(modules.get(module) ?? []), textOf(declaration)]);
  }
  const files = new Map<string, string>();
  for (const module of sorted(modules.keys())) {
    const [folder = "", platform = ""] = module.split("/");
    const file = `${folder === "platforms" ? platform : folder}.txt`;
    const text = [`// ${module}`, ...sorted(modules.get(module) ?? []), ""].join("\n");
    files.set(file, files.has(file) ? `${files.get(file)}\n${text}` : text);
  }
  return files;
}

const printer = ts.createPrinter({ removeComments: true });

function textOf(declaration: ts.Declaration): string {
  // The node of a variable does not include its `const`.
  const node = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const { transformed } = ts.transform<ts.Node>(node, [withoutInternal]);
  return printer.printNode(
    ts.EmitHint.Unspecified,
    transformed[0] ?? node,
    declaration.getSourceFile(),
  );
}

const withoutInternal: ts.TransformerFactory<ts.Node> = (context) => (node) =>
  ts.visitEachChild(node, (child) => (isInternal(child) ? undefined : child), context);

function isInternal(node: ts.Node): boolean {
  if (!ts.isClassElement(node) && !ts.isTypeElement(node)) return false;
  const { text } = node.getSourceFile();
  const comments = ts.getLeadingCommentRanges(text, node.pos) ?? [];
  return comments.some(({ pos, end }) => text.slice(pos, end).includes("@internal"));
}

function sorted(strings: Iterable<string>): string[] {
  const list = [...strings];
  list.sort();
  return list;
}
