/**
 * What URIs name inside of files: schemas by `$id` and `$anchor`, documents by `$self`.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
 */
import { type Json, isObject, member } from "../document/json.js";
import { append, decodeFragment, parsePointer } from "../document/pointer.js";
import { allNodes } from "../document/shape.js";
import { type FileLocation, type Files, lookUp, resolveRef } from "./files.js";

/** What refs are relative to. */
export interface Base {
  /** The file that has the ref: other files are found relative to it. */
  readonly file: string;
  /** The URI of the closest schema with an `$id`, of the document, or of the file. */
  readonly uri: string;
}

/** Resolves refs to what a URI names, in any of the files that have been read. */
export interface Resources {
  /** The base of what is at a location. */
  readonly baseAt: (location: FileLocation) => Base;
  /** The target of a ref. `undefined` if it is not a valid reference. */
  readonly resolve: (ref: string, base: Base) => FileLocation | undefined;
}

/** The names in a file. Files do not change, so each is searched once. */
interface NamesInFile {
  readonly resources: ReadonlyMap<string, string>;
  /** Keys are `URI#anchor`. */
  readonly anchors: ReadonlyMap<string, string>;
}

/** Finds names when the first ref needs them: most documents have none. */
export function resourcesOf(files: Files): Resources {
  const find = (
    search: (names: NamesInFile) => string | undefined,
    first: string,
  ): FileLocation | undefined => {
    for (const file of new Set([first, ...files.keys()])) {
      const value = files.get(file);
      const pointer = isObject(value) ? search(namesIn(file, value)) : undefined;
      if (pointer !== undefined) return { file, pointer };
    }
    return undefined;
  };

  const inResource = (uri: string, fragment: string, { file }: Base): FileLocation | undefined => {
    if (fragment !== "" && !fragment.startsWith("/"))
      return find(({ anchors }) => anchors.get(`${uri}#${fragment}`), file);
    const found = find(({ resources }) => resources.get(uri), file);
    return found && { file: found.file, pointer: found.pointer + fragment };
  };

  return {
    baseAt: ({ file, pointer }) => {
      let value = files.get(file) ?? null;
      let uri = uriOf(value, file);
      for (const token of parsePointer(pointer)) {
        value = Object(value)[token] ?? null;
        uri = uriOf(value, uri);
      }
      return { file, uri };
    },
    resolve: (ref, base) => {
      const { file, uri } = base;
      // Nearly all refs are pointers into their document.
      if (ref.startsWith("#/") && uri === file) return resolveRef(ref, file);
      if (!URL.canParse(ref, uri)) return resolveRef(ref, file);
      const [target = "", fragment = ""] = new URL(ref, uri).href.split("#");
      const named = inResource(target, decodeFragment(fragment), base);
      // Whoever gives a schema an `$id` may still mean pointers from the root of the document.
      const isThere = named && lookUp(files, named).kind === "found";
      if (isThere || (named && !ref.startsWith("#"))) return named;
      return schemaNamed(files, ref, file) ?? resolveRef(ref, file);
    },
  };
}

/** `$ref: Pet` is a file, unless the document has a schema of that name. */
function schemaNamed(files: Files, ref: string, file: string): FileLocation | undefined {
  if (/[#/.:]/.test(ref)) return undefined;
  return ["/components/schemas", "/definitions"]
    .map((home) => ({ file, pointer: append(home, ref) }))
    .find((location) => lookUp(files, location).kind === "found");
}

/** The base inside an object with an `$id`. */
export function baseIn(value: Json, { file, uri }: Base): Base {
  return { file, uri: uriOf(value, uri) };
}

const known = new WeakMap<object, NamesInFile>();

function namesIn(file: string, value: Json & object): NamesInFile {
  const names = known.get(value) ?? searched(file, value);
  known.set(value, names);
  return names;
}

function searched(file: string, root: Json): NamesInFile {
  const resources = new Map<string, string>();
  const anchors = new Map<string, string>();
  const enclosing: { readonly pointer: string; readonly uri: string }[] = [];
  const isDocument =
    isObject(root) && ["openapi", "swagger", "paths", "components"].some((key) => key in root);
  const start = { kind: isDocument ? "document" : "schema", value: root, pointer: "" } as const;
  for (const { kind, value, pointer } of allNodes(start)) {
    if (!isObject(value) || (kind !== "schema" && pointer !== "")) continue;
    while (enclosing.length > 0 && !isInside(pointer, enclosing.at(-1)?.pointer ?? ""))
      enclosing.pop();
    const outer = enclosing.at(-1)?.uri ?? file;
    const uri = uriOf(value, outer);
    if (uri !== outer || pointer === "") {
      enclosing.push({ pointer, uri });
      note(resources, uri, pointer);
    }
    for (const key of ["$anchor", "$dynamicAnchor"]) {
      const name = member(value, key);
      if (typeof name !== "string") continue;
      note(anchors, `${uri}#${name}`, pointer);
      // Documents expect an anchor to be known in the whole file.
      note(anchors, `${file}#${name}`, pointer);
    }
  }
  return { resources, anchors };
}

/** Of several equal names, the first one counts. */
function note(names: Map<string, string>, name: string, pointer: string): void {
  if (!names.has(name)) names.set(name, pointer);
}

function isInside(pointer: string, outer: string): boolean {
  return outer === "" || pointer === outer || pointer.startsWith(append(outer, ""));
}

/** The URI of an object with an `$id` or `$self`, or else that of what it is in. */
function uriOf(value: Json, outer: string): string {
  if (!isObject(value)) return outer;
  const id = member(value, "$id") ?? member(value, "$self");
  if (typeof id !== "string" || id.startsWith("#") || !URL.canParse(id, outer)) return outer;
  return new URL(id, outer).href.split("#")[0] ?? outer;
}
