import { stringLiteral } from "./literal.js";
import { columns } from "./render.js";
import type { CodeSymbol } from "./symbol.js";
import { WIDTH } from "./width.js";

/** What a file imports, and the local names. */
export interface ImportNames {
  /** The local names that differ, by `from#name`. */
  readonly locals: ReadonlyMap<string, string>;
  readonly imports: readonly Import[];
}

interface Import {
  readonly specifier: string;
  /** Whether the only name is that of the whole module. */
  readonly isNamespace: boolean;
  readonly names: readonly {
    readonly name: string;
    readonly local: string;
    readonly type: boolean;
  }[];
}

/** The specifier with which a file of the output imports a module of the output. */
export function relativeSpecifier(path: string, module: string): string {
  // The common folders end at the last slash before the first difference.
  let common = 0;
  for (let at = 0; at < path.length && path[at] === module[at]; at++) {
    if (path[at] === "/") common = at + 1;
  }
  const ups = path.slice(common).split("/").length - 1;
  return `${ups === 0 ? "./" : "../".repeat(ups)}${module.slice(common)}.js`;
}

/**
 * Chooses the local names of a file's symbols. Its own declarations and reserved names come first,
 * then those of the platform. A model that clashes with any of them, or with an error, gets the
 * word `Data`; any other import gets a number.
 */
export function importNames(
  path: string,
  symbols: readonly CodeSymbol[],
  reserved: readonly string[] = [],
): ImportNames {
  const own = path.replace(/\.ts$/, "");
  const isOwn = (of: CodeSymbol): boolean => of.source === "output" && of.from === own;
  const declared = new Set([...reserved, ...symbols.filter(isOwn).map((of) => of.name)]);
  const globals = new Set(symbols.filter((of) => of.source === "global").map((of) => of.name));
  const locals = new Map<string, string>();
  for (const name of globals) if (declared.has(name)) locals.set(`#${name}`, `globalThis.${name}`);
  const taken = new Set([...declared, ...globals]);
  const imported = symbols.filter((of) => of.source !== "global" && !isOwn(of));
  const modules = grouped(path, imported);
  const chosen = new Map<Member, string>();
  for (const { specifier, members } of sorted(modules, (a, b) => byClaim(a.specifier, b.specifier)))
    for (const member of members) {
      const local = freeName(member.name, isModels(specifier) ? "Data" : "", taken);
      taken.add(local);
      chosen.set(member, local);
      if (local !== member.name) locals.set(member.key, local);
    }
  const imports = modules.map(({ specifier, isNamespace, members }) => ({
    specifier,
    isNamespace,
    names: members.map((member) => {
      const { name, type } = member;
      return { name, local: chosen.get(member) ?? name, type };
    }),
  }));
  return { locals, imports };
}

interface Member {
  readonly key: string;
  readonly name: string;
  readonly type: boolean;
}

interface Module {
  readonly specifier: string;
  readonly isNamespace: boolean;
  readonly members: Map<string, Member>;
}

function grouped(
  path: string,
  symbols: readonly CodeSymbol[],
): readonly { specifier: string; isNamespace: boolean; members: readonly Member[] }[] {
  const modules = new Map<string, Module>();
  for (const { source, from, name, type } of symbols) {
    const { members } = moduleOf(path, modules, source, from);
    const known = members.get(name);
    if (!known || (known.type && !type)) members.set(name, { key: `${from}#${name}`, name, type });
  }
  return sorted(modules.values(), (a, b) => bySource(a.specifier, b.specifier)).map(
    ({ specifier, isNamespace, members }) => ({
      specifier,
      isNamespace,
      members: sorted(members.values(), (a, b) => compare(a.name, b.name)),
    }),
  );
}

function moduleOf(
  path: string,
  modules: Map<string, Module>,
  source: CodeSymbol["source"],
  from: string,
): Module {
  // The path identifies a module of the output, and concatenating another string for each symbol is
  // slow.
  const key = source === "output" ? from : `${source} ${from}`;
  const known = modules.get(key);
  if (known) return known;
  const specifier = source === "output" ? relativeSpecifier(path, from) : from;
  const isNamespace = source === "namespace";
  const made = { specifier, isNamespace, members: new Map<string, Member>() };
  modules.set(key, made);
  return made;
}

function sorted<T>(items: Iterable<T>, order: (a: T, b: T) => number): readonly T[] {
  const copy = [...items];
  copy.sort(order);
  return copy;
}

/** Packages first, then modules of the output from far to near. */
function bySource(a: string, b: string): number {
  return Number(a.startsWith(".")) - Number(b.startsWith(".")) || compare(a, b);
}

/** An error class keeps its name next to the model of its body, which is its data. */
function byClaim(a: string, b: string): number {
  return Number(isModels(a)) - Number(isModels(b));
}

function isModels(specifier: string): boolean {
  return /(?:^|\/)(?:components|operations)\/[^/]+$/.test(specifier);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The name, or else with a word, or else with a number. */
function freeName(name: string, word: string, taken: ReadonlySet<string>): string {
  const free = [name, `${name}${word}`].find((each) => !taken.has(each));
  if (free !== undefined) return free;
  let number = 1;
  while (taken.has(`${name}$${number}`)) number++;
  return `${name}$${number}`;
}

/** The import statements of a file. Types get their own statement if that takes fewer lines. */
export function importStatements({ imports }: ImportNames): readonly string[] {
  return imports.flatMap(({ specifier, isNamespace, names }) => {
    const [whole] = names;
    if (isNamespace && whole) {
      const keyword = whole.type ? "import type" : "import";
      return [`${keyword} * as ${whole.local} from ${stringLiteral(specifier)};`];
    }
    const items = names.map(({ name, local, type }) => ({
      text: name === local ? name : `${name} as ${local}`,
      type,
    }));
    const types = items.filter(({ type }) => type).map(({ text }) => text);
    const values = items.filter(({ type }) => !type).map(({ text }) => text);
    if (values.length === 0) return [moduleStatement("import type", types, specifier)];
    if (types.length === 0) return [moduleStatement("import", values, specifier)];
    const marked = items.map(({ text, type }) => (type ? `type ${text}` : text));
    const apart =
      lineCount(types, "import type", specifier) + lineCount(values, "import", specifier);
    return lineCount(marked, "import", specifier) > apart
      ? [
          moduleStatement("import type", types, specifier),
          moduleStatement("import", values, specifier),
        ]
      : [moduleStatement("import", marked, specifier)];
  });
}

/** The number of lines of {@link moduleStatement}. */
function lineCount(items: readonly string[], keyword: string, specifier: string): number {
  const flat = `${keyword} { ${items.join(", ")} } from ${stringLiteral(specifier)};`;
  return items.length === 1 || flat.length <= WIDTH ? 1 : items.length + 2;
}

/**
 * `export { a, type B } from "./c.js";`, or the same with `import`, over several lines if it is too
 * long. A single name never breaks.
 */
export function moduleStatement(
  keyword: string,
  items: readonly string[],
  specifier: string,
): string {
  const from = `} from ${stringLiteral(specifier)};`;
  const flat = `${keyword} { ${items.join(", ")} ${from}`;
  if (items.length === 1 || columns(flat) <= WIDTH) return flat;
  return [`${keyword} {`, ...items.map((item) => `  ${item},`), from].join("\n");
}
