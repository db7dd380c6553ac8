import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { isObject } from "../document/json.js";
import { append, decodeFragment, lastToken, parsePointer } from "../document/pointer.js";
import { type Kind, sectionOf } from "../document/shape.js";
import type { FileLocation, Files } from "./files.js";
import { shapeOf } from "./swagger/shape.js";

/** A part of another file that becomes a component. */
export interface PulledComponent {
  readonly kind: Kind;
  readonly location: FileLocation;
  /** Its pointer in the bundled document. */
  readonly pointer: string;
}

/** Returns the target of a ref of the root document. */
export type Resolve = (ref: string) => FileLocation | undefined;

/** Names the parts of other files as components. */
export interface ComponentNames {
  /**
   * The pointer of a part in the bundled document: always the same one for the same part.
   *
   * @param home the pointer of the map that it goes to, such as `/components/schemas`
   */
  readonly pointerFor: (kind: Kind, home: string, location: FileLocation) => string;
  /** Returns the next component that has a name and has not been taken, in order. */
  readonly take: () => PulledComponent | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Starts with the names of the root document. A component of the root that is only a `$ref` to
 * another file keeps its name: the content of that file goes there.
 */
export function componentNames(files: Files, root: string, resolve: Resolve): ComponentNames {
  const pointers = ownNames(files, root, resolve);
  const taken = new Set(pointers.taken);
  const queue: PulledComponent[] = [];
  const diagnostics: Diagnostic[] = [];

  const choose = (home: string, location: FileLocation): string => {
    const name = suggest(lastToken(home), location);
    let free = name;
    for (let n = 2; taken.has(append(home, free)); n++) free = `${name}${n}`;
    if (free !== name) diagnostics.push(renamed(append(home, free), location, name, free));
    return append(home, free);
  };

  return {
    diagnostics,
    take: () => queue.shift(),
    pointerFor: (kind, home, location) => {
      const key = keyOf(home, location);
      const known = pointers.byPlace.get(key);
      if (known !== undefined) return known;
      const pointer = choose(home, location);
      taken.add(pointer);
      pointers.byPlace.set(key, pointer);
      queue.push({ kind, location, pointer });
      return pointer;
    },
  };
}

function keyOf(home: string, { file, pointer }: FileLocation): string {
  return `${home} ${file}#${pointer}`;
}

function ownNames(
  files: Files,
  root: string,
  resolve: Resolve,
): { readonly taken: readonly string[]; readonly byPlace: Map<string, string> } {
  const taken: string[] = [];
  const byPlace = new Map<string, string>();
  const document = files.get(root);
  for (const [home, entries] of shapeOf(document).homesIn(document)) {
    for (const [name, value] of Object.entries(isObject(entries) ? entries : {})) {
      const pointer = append(home, name);
      taken.push(pointer);
      const location = isObject(value) ? loneRef(value, resolve) : undefined;
      if (location && location.file !== root && !byPlace.has(keyOf(home, location)))
        byPlace.set(keyOf(home, location), pointer);
    }
  }
  return { taken, byPlace };
}

/** The target of an object that is only a `$ref`. */
export function loneRef(value: object, resolve: Resolve): FileLocation | undefined {
  const ref: unknown = Object.hasOwn(value, "$ref") ? Reflect.get(value, "$ref") : undefined;
  if (typeof ref !== "string" || Object.keys(value).length !== 1) return undefined;
  return resolve(ref);
}

const SECTIONS: ReadonlySet<string> = new Set(["components", "definitions", "$defs"]);

/**
 * The name in the components or definitions of its own file, or else its key, or else the file
 * name.
 */
function suggest(section: string, { file, pointer }: FileLocation): string {
  const tokens = parsePointer(pointer);
  const [first = ""] = tokens;
  const depth = first === "components" ? 2 : 1;
  const named = SECTIONS.has(first) ? tokens.slice(depth) : tokens.slice(-1);
  const name = named.length > 0 ? named.join("_") : fileName(file);
  return name.replaceAll(/[^\w.-]+/g, "_") || section;
}

function fileName(file: string): string {
  const last = decodeFragment(new URL(file).pathname.split("/").at(-1) ?? "");
  return last.replace(/\.(?:ya?ml|json)$/i, "");
}

function renamed(
  at: string,
  { file, pointer }: FileLocation,
  name: string,
  free: string,
): Diagnostic {
  return diagnostic(
    "component-renamed",
    at,
    `\`${name}\` of ${fileName(file)}#${pointer} is named \`${free}\`, because its name is taken.`,
  );
}

/** True if objects of the kind can be components. Others are copied to where they are used. */
export function isNameable(kind: Kind): boolean {
  return kind !== "pathItem" && sectionOf(kind) !== undefined;
}
