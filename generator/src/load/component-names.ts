import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { isObject, member } from "../document/json.js";
import { append, decodeFragment, parsePointer } from "../document/pointer.js";
import { type Kind, sectionOf } from "../document/shape.js";
import { type Files, type Place, placeOf } from "./files.js";

/** A piece of another file that becomes a component. */
export interface Pulled {
  readonly kind: Kind;
  readonly place: Place;
  /** Its pointer in the bundled document. */
  readonly pointer: string;
}

/** Gives every piece of another file its place among the components, one each. */
export interface ComponentNames {
  /** The pointer of a piece in the bundled document; the same one for the same piece. */
  readonly pointerFor: (kind: Kind, section: string, place: Place) => string;
  /** What has been named and not been taken yet, in order. */
  readonly take: () => Pulled | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Starts with the names that the root document has. A component of the root that is nothing but a `$ref` to a file is
 * the place where that file's content goes, so it keeps its name.
 */
export function componentNames(files: Files, root: string): ComponentNames {
  const pointers = ownNames(files, root);
  const taken = new Set(pointers.taken);
  const queue: Pulled[] = [];
  const diagnostics: Diagnostic[] = [];

  const choose = (section: string, place: Place): string => {
    const name = suggest(section, place);
    let free = name;
    for (let n = 2; taken.has(append("/components", section, free)); n++) free = `${name}${n}`;
    if (free !== name) diagnostics.push(renamed(section, place, name, free));
    return append("/components", section, free);
  };

  return {
    diagnostics,
    take: () => queue.shift(),
    pointerFor: (kind, section, place) => {
      const key = keyOf(section, place);
      const known = pointers.byPlace.get(key);
      if (known !== undefined) return known;
      const pointer = choose(section, place);
      taken.add(pointer);
      pointers.byPlace.set(key, pointer);
      queue.push({ kind, place, pointer });
      return pointer;
    },
  };
}

function keyOf(section: string, { file, pointer }: Place): string {
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
      const place = isObject(value) ? standIn(value, root) : undefined;
      if (place && !byPlace.has(keyOf(section, place))) byPlace.set(keyOf(section, place), pointer);
    }
  }
  return { taken, byPlace };
}

/** The place in another file that an object stands for, when it is a `$ref` and nothing else. */
export function standIn(value: object, base: string): Place | undefined {
  const ref: unknown = Object.hasOwn(value, "$ref") ? Reflect.get(value, "$ref") : undefined;
  if (typeof ref !== "string" || Object.keys(value).length !== 1) return undefined;
  const place = placeOf(ref, base);
  return place?.file === base ? undefined : place;
}

const SECTIONS: ReadonlySet<string> = new Set(["components", "definitions", "$defs"]);

/** The name in its own file's components or definitions, else its key, else the name of the file. */
function suggest(section: string, { file, pointer }: Place): string {
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
  { file, pointer }: Place,
  name: string,
  free: string,
): Diagnostic {
  return diagnostic(
    "component-renamed",
    append("/components", section, free),
    `\`${name}\` of ${fileName(file)}#${pointer} is named \`${free}\`, because its name is taken.`,
  );
}

/** True where objects of the kind can be referred to by name; others are copied to where they are used. */
export function isNameable(kind: Kind): boolean {
  return kind !== "pathItem" && sectionOf(kind) !== undefined;
}
