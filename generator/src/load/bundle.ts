/**
 * Makes one document of many files. What a `$ref` leads to in another file becomes a component; path items, which have
 * no use as components, are copied to where they are used.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#relative-references-in-api-description-uris
 */
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import {
  type Json,
  type JsonObject,
  isObject,
  mapMembers,
  member,
  without,
} from "../document/json.js";
import { append, parsePointer, pointerToRef } from "../document/pointer.js";
import { type Placed, rewrite, sectionOf } from "../document/shape.js";
import { componentNames, isNameable, standIn } from "./component-names.js";
import { type Files, type Place, type Search, find, isRemoteToLocal, placeOf } from "./files.js";

/** What bundling came to. */
export interface Bundle {
  /** One document in which every `$ref` is `#/...`. Refs that lead nowhere are left to be found by `check`. */
  readonly document: Json;
  /** Files to read before bundling again; while there are any, the document is not complete. */
  readonly unread: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Bundles what the root file refers to.
 *
 * @param root the location of the root file, which is among the files
 */
export function bundle(files: Files, root: string): Bundle {
  const unread = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const names = componentNames(files, root);
  const copying = new Set<string>();

  const lookUp = (place: Place): Search => {
    const found = find(files, place);
    if (found.kind === "unread") unread.add(found.file);
    return found;
  };

  /** The ref to write for a ref that was read, or `undefined` where there is nothing at its end. */
  const refTo = ({ kind, pointer }: Placed, ref: string, base: string): string | undefined => {
    const place = placeOf(ref, base);
    const section = sectionOf(kind);
    if (!place) diagnostics.push(unfollowable(pointer, ref, base));
    if (!place || section === undefined) return undefined;
    const found = lookUp(place);
    if (found.kind !== "found") {
      const known = files.get(place.file);
      if (place.file !== root && known !== undefined && known !== null) {
        diagnostics.push(leadsNowhere(pointer, ref));
      }
      return place.file === root ? pointerToRef(place.pointer) : undefined;
    }
    if (found.place.file === root) return pointerToRef(found.place.pointer);
    return pointerToRef(names.pointerFor(kind, section, found.place));
  };

  const copyOf = (placed: Placed, value: JsonObject, ref: string, base: string): Json => {
    const place = placeOf(ref, base);
    if (!place) diagnostics.push(unfollowable(placed.pointer, ref, base));
    const found = place ? lookUp(place) : undefined;
    if (found?.kind !== "found") return value;
    const key = `${found.place.file}#${found.place.pointer}`;
    if (copying.has(key)) {
      diagnostics.push(circle(placed.pointer, ref));
      return without(value, "$ref");
    }
    copying.add(key);
    const copy = bring({ ...placed, value: found.value }, found.place.file);
    copying.delete(key);
    const siblings = bring({ ...placed, value: without(value, "$ref") }, base);
    return isObject(copy) && isObject(siblings) ? { ...copy, ...siblings } : copy;
  };

  /** A piece of some file in the form that it has in the bundled document. */
  const bring = (start: Placed, base: string): Json =>
    rewrite(start, (placed, descend) => {
      const { kind, value } = placed;
      if (!isObject(value)) return value;
      const ref = member(value, "$ref");
      if (typeof ref !== "string") return descend(withMapping(placed, value, base));
      if (!isNameable(kind)) return copyOf(placed, value, ref, base);
      const content = base === root ? contentHere(placed, value) : undefined;
      if (content !== undefined) return content;
      const next = refTo(placed, ref, base);
      return descend(next === undefined || next === ref ? value : { ...value, $ref: next });
    });

  /** The content of another file, where a component of the root is the place for it. */
  const contentHere = (placed: Placed, value: JsonObject): Json | undefined => {
    const section = sectionOf(placed.kind);
    const place = standIn(value, root);
    if (!place || section === undefined || !isComponent(placed, section)) return undefined;
    const found = lookUp(place);
    if (found.kind !== "found" || found.place.file === root) return undefined;
    const home = names.pointerFor(placed.kind, section, place);
    return home === placed.pointer
      ? bring({ ...placed, value: found.value }, found.place.file)
      : undefined;
  };

  const withMapping = (placed: Placed, value: JsonObject, base: string): JsonObject => {
    const discriminator = placed.kind === "schema" ? member(value, "discriminator") : undefined;
    const mapping = isObject(discriminator) ? member(discriminator, "mapping") : undefined;
    if (!isObject(discriminator) || !isObject(mapping)) return value;
    const refs = mapMembers(mapping, (target) =>
      typeof target === "string" ? (mappingRef(placed, target, base) ?? target) : target,
    );
    return { ...value, discriminator: { ...discriminator, mapping: refs } };
  };

  /** A value of a mapping is the name of a schema, in its own file or in the root, or a ref (section 4.8.25.3). */
  const mappingRef = (placed: Placed, target: string, base: string): string | undefined => {
    const pointer = append("/components/schemas", target);
    const home = [base, root].find((file) => find(files, { file, pointer }).kind === "found");
    if (home !== undefined) return refTo(placed, `${home}${pointerToRef(pointer)}`, base);
    return /[/#]|\.(?:ya?ml|json)$/i.test(target) ? refTo(placed, target, base) : undefined;
  };

  const document = bring({ kind: "document", value: files.get(root) ?? null, pointer: "" }, root);
  const pulled: (readonly [pointer: string, value: Json])[] = [];
  for (let next = names.take(); next; next = names.take()) {
    const found = lookUp(next.place);
    if (found.kind !== "found") continue;
    const value = bring({ ...next, value: found.value }, found.place.file);
    pulled.push([next.pointer, value]);
  }
  return {
    document: withComponents(document, pulled),
    unread: [...unread],
    diagnostics: [...names.diagnostics, ...diagnostics],
  };
}

function withComponents(document: Json, pulled: readonly (readonly [string, Json])[]): Json {
  if (!isObject(document) || pulled.length === 0) return document;
  const added = new Map<string, [string, Json][]>();
  for (const [pointer, value] of pulled) {
    const [, section = "", name = ""] = parsePointer(pointer);
    const entries = added.get(section) ?? [];
    entries.push([name, value]);
    added.set(section, entries);
  }
  const components = membersOf(document, "components");
  const sections = [...added].map(([section, entries]) => [
    section,
    { ...membersOf(components, section), ...Object.fromEntries(entries) },
  ]);
  return { ...document, components: { ...components, ...Object.fromEntries(sections) } };
}

function membersOf(value: JsonObject, key: string): JsonObject {
  const found = member(value, key);
  return isObject(found) ? found : {};
}

function isComponent({ pointer }: Placed, section: string): boolean {
  const tokens = parsePointer(pointer);
  return tokens.length === 3 && tokens[0] === "components" && tokens[1] === section;
}

function leadsNowhere(pointer: string, ref: string): Diagnostic {
  return diagnostic(
    "ref-unresolved",
    pointer,
    `\`${ref}\` does not exist: the file has nothing at that place.`,
    "Correct the part after `#`, or add the object to that file.",
  );
}

function unfollowable(pointer: string, ref: string, base: string): Diagnostic {
  return isRemoteToLocal(ref, base)
    ? diagnostic(
        "ref-to-local-file",
        pointer,
        `${base} was fetched from the network and refers to \`${ref}\` on this machine.`,
      )
    : diagnostic(
        "ref-unresolved",
        pointer,
        `\`${ref}\` is not a reference.`,
        "Write `file.yaml#/path/to/it` or `#/components/...`.",
      );
}

function circle(pointer: string, ref: string): Diagnostic {
  return diagnostic(
    "ref-circular",
    pointer,
    `\`${ref}\` refers to itself, and only schemas may contain themselves.`,
  );
}
