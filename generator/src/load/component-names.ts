import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { isObject, member } from "../document/json.js";
import { append, decodeFragment, parsePointer } from "../document/pointer.js";
import { type Kind, sectionOf } from "../document/shape.js";
import { type Files, type FileLocation, resolveRef } from "./files.js";

/** A part of another file that becomes a component. */
export interface PulledComponent {
  readonly kind: Kind;
  readonly location: FileLocation;
  /** Its pointer in the bundled document. */
  readonly pointer: string;
}

/** Names the parts of other files as components. */
export interface ComponentNames {
  /** The pointer of a part in the bundled document: always the same one for the same part. */
  readonly pointerFor: (kind: Kind, section: string, location: FileLocation) => string;
  /** Returns the next component that has a name and has not been taken, in order. */
  readonly take: () => PulledComponent | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Starts with the names of the root document. A component of the root that is only a `$ref` to
 * another file keeps its name: the content of that file goes there.
 */
export function componentNames(files: Files, root: string): ComponentNames {
  const pointers = ownNames(files, root);
  const taken = new Set(pointers.taken);
  const queue: PulledComponent[] = [];
  const diagnostics: Diagnostic[] = [];

  const choose = (section: string, location: FileLocation): string => {
    const name = suggest(section, location);
    let free = name;
    for (let n = 2; taken.has(append("/components", section, free)); n++) free = `${name}${n}`;
    if (free !== name) diagnostics.push(renamed(section, location, name, free));
    return append("/components", section, free);
  };

  return {
    diagnostics,
    take: () => queue.shift(),
    pointerFor: (kind, section, location) => {
      const key = keyOf(section, location);
      const known = pointers.byPlace.get(key);
      if (known !== undefined) return known;
      const pointer = choose(section, location);
      taken.add(pointer);
      pointers.byPlace.set(key, pointer);
      queue.push({ kind, location, pointer });
      return pointer;
    },
  };
}

function keyOf(section: string, { file, pointer }: FileLocation): string {
  return `${section} ${file}#${pointer}`;
}

function ownNames(
  files: Files,
  root: string,
): { readonly taken: readonly string[]; readonly byPlace: Map<string, string> } {
  const taken: string[] = [];
  const byPlace = new Map<string, string>();
  const document = files.get(root);
  const components = isObject(document) ? member(document, "components") : undefined;
  for (const [section, entries] of Object.entries(isObject(components) ? components : {})) {
    for (const [name, value] of Object.entries(isObject(entries) ? entries : {})) {
      const pointer = append("/components", section, name);
      taken.push(pointer);
      const location = isObject(value) ? loneRef(value, root) : undefined;
      if (location && !byPlace.has(keyOf(section, location)))
        byPlace.set(keyOf(section, location), pointer);
    }
  }
  return { taken, byPlace };
}

/** The target of an object that is only a `$ref` to another file. */
export function loneRef(value: object, base: string): FileLocation | undefined {
  const ref: unknown = Object.hasOwn(value, "$ref") ? Reflect.get(value, "$ref") : undefined;
  if (typeof ref !== "string" || Object.keys(value).length !== 1) return undefined;
  const location = resolveRef(ref, base);
  return location?.file === base ? undefined : location;
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
  section: string,
  { file, pointer }: FileLocation,
  name: string,
  free: string,
): Diagnostic {
  return diagnostic(
    "component-renamed",
    append("/components", section, free),
    `\`${name}\` of ${fileName(file)}#${pointer} is named \`${free}\`, because its name is taken.`,
  );
}

/** True if objects of the kind can be components. Others are copied to where they are used. */
export function isNameable(kind: Kind): boolean {
  return kind !== "pathItem" && sectionOf(kind) !== undefined;
}
