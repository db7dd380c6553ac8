/**
 * Bundles several files into one document. The target of a `$ref` to another file becomes a
 * component. Path items are copied to where they are used, because components cannot hold them.
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
import { append, formatPointer, parsePointer, pointerToRef } from "../document/pointer.js";
import { type DocumentNode, rewrite } from "../document/shape.js";
import { componentNames, isNameable, loneRef } from "./component-names.js";
import { type Files, type FileLocation, type Lookup, lookUp, isRemoteToLocal } from "./files.js";
import { type Base, baseIn, resourcesOf } from "./resources.js";
import { shapeOf } from "./swagger/shape.js";

/** The result of bundling. */
export interface Bundle {
  /** One document in which every `$ref` is `#/...`. `check` finds the refs that do not resolve. */
  readonly document: Json;
  /** Files to read before bundling again. While there are any, the document is incomplete. */
  readonly unread: readonly string[];
  /** Those of them that only mappings of discriminators name: the document does without them. */
  readonly optional: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Bundles everything that the root file refers to.
 *
 * @param root the location of the root file, which must be in `files`
 */
export function bundle(files: Files, root: string): Bundle {
  const unread = new Set<string>();
  const mapped = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const { childOf, homeOf } = shapeOf(files.get(root));
  const { baseAt, resolve } = resourcesOf(files);
  const rootBase = baseAt({ file: root, pointer: "" });
  const names = componentNames(files, root, (ref) => resolve(ref, rootBase));
  const copying = new Set<string>();

  const search = (location: FileLocation): Lookup => {
    const found = lookUp(files, location);
    if (found.kind === "unread") unread.add(found.file);
    return found;
  };

  /** The ref to write in location of the given one, or `undefined` if it does not resolve. */
  const refTo = ({ kind, pointer }: DocumentNode, ref: string, base: Base): string | undefined => {
    const location = resolve(ref, base);
    const home = homeOf(kind);
    if (!location) diagnostics.push(unfollowable(pointer, ref, base.file));
    if (!location || home === undefined) return undefined;
    const found = search(location);
    if (found.kind !== "found") {
      const known = files.get(location.file);
      if (location.file !== root && known !== undefined && known !== null) {
        diagnostics.push(leadsNowhere(pointer, ref));
      }
      return location.file === root ? pointerToRef(location.pointer) : undefined;
    }
    if (found.location.file === root) return pointerToRef(found.location.pointer);
    return pointerToRef(names.pointerFor(kind, home, found.location));
  };

  const copyOf = (node: DocumentNode, value: JsonObject, ref: string, base: Base): Json => {
    const location = resolve(ref, base);
    if (!location) diagnostics.push(unfollowable(node.pointer, ref, base.file));
    const found = location ? search(location) : undefined;
    if (found?.kind !== "found") return value;
    const key = `${found.location.file}#${found.location.pointer}`;
    if (copying.has(key)) {
      diagnostics.push(circular(node.pointer, ref));
      return without(value, "$ref");
    }
    copying.add(key);
    const copy = bring({ ...node, value: found.value }, baseAt(found.location));
    copying.delete(key);
    const siblings = bring({ ...node, value: without(value, "$ref") }, base);
    return isObject(copy) && isObject(siblings) ? { ...copy, ...siblings } : copy;
  };

  /** Converts a part of a file to the form that it has in the bundled document. */
  const bring = (start: DocumentNode, base: Base): Json =>
    rewrite(
      start,
      (node, descend) => {
        const { kind, value } = node;
        if (!isObject(value)) return value;
        if (kind === "schema" && node !== start && typeof member(value, "$id") === "string")
          return bring(node, baseIn(value, base));
        const ref = member(value, "$ref");
        if (typeof ref !== "string") return descend(withMapping(node, value, base));
        if (!isNameable(kind)) return copyOf(node, value, ref, base);
        const content = base.file === root ? contentHere(node, value, base) : undefined;
        if (content !== undefined) return content;
        const next = refTo(node, ref, base);
        return descend(next === undefined || next === ref ? value : { ...value, $ref: next });
      },
      childOf,
    );

  /** The content of another file, if this component of the root is only a `$ref` to it. */
  const contentHere = (node: DocumentNode, value: JsonObject, base: Base): Json | undefined => {
    const home = homeOf(node.kind);
    const location = loneRef(value, (ref) => resolve(ref, base));
    if (!location || location.file === root || home === undefined || !isEntryOf(home, node))
      return undefined;
    const found = search(location);
    if (found.kind !== "found" || found.location.file === root) return undefined;
    const own = names.pointerFor(node.kind, home, location);
    return own === node.pointer
      ? bring({ ...node, value: found.value }, baseAt(found.location))
      : undefined;
  };

  const withMapping = (node: DocumentNode, value: JsonObject, base: Base): JsonObject => {
    const discriminator = node.kind === "schema" ? member(value, "discriminator") : undefined;
    const mapping = isObject(discriminator) ? member(discriminator, "mapping") : undefined;
    if (!isObject(discriminator)) return value;
    const refs = mapMembers(isObject(mapping) ? mapping : {}, (target) =>
      typeof target === "string" ? (mappingRef(node, target, base) ?? target) : target,
    );
    const other = member(discriminator, "defaultMapping");
    const defaultMapping =
      typeof other === "string" ? (mappingRef(node, other, base) ?? other) : undefined;
    return {
      ...value,
      discriminator: {
        ...discriminator,
        ...(isObject(mapping) && { mapping: refs }),
        ...(defaultMapping !== undefined && { defaultMapping }),
      },
    };
  };

  /**
   * A value of a mapping is a ref or the name of a schema, in its own file or in the root (section
   * 4.8.25.3).
   */
  const mappingRef = (node: DocumentNode, target: string, base: Base): string | undefined => {
    const pointer = append(homeOf("schema") ?? "", target);
    const home = [base.file, root].find(
      (file) => lookUp(files, { file, pointer }).kind === "found",
    );
    if (home !== undefined) return refTo(node, `${home}${pointerToRef(pointer)}`, base);
    if (!/[/#]|\.(?:ya?ml|json)$/i.test(target)) return undefined;
    const location = resolve(target, base);
    if (!location || files.get(location.file) === null) return undefined;
    if (files.has(location.file)) return refTo(node, target, base);
    mapped.add(location.file);
    return undefined;
  };

  const start: DocumentNode = { kind: "document", value: files.get(root) ?? null, pointer: "" };
  const document = bring(start, rootBase);
  const pulled: (readonly [pointer: string, value: Json])[] = [];
  for (let next = names.take(); next; next = names.take()) {
    const found = search(next.location);
    if (found.kind !== "found") continue;
    const value = bring({ ...next, value: found.value }, baseAt(found.location));
    pulled.push([next.pointer, value]);
  }
  return {
    document: withComponents(document, pulled),
    unread: [...new Set([...unread, ...mapped])],
    optional: new Set([...mapped].filter((file) => !unread.has(file))),
    diagnostics: [...names.diagnostics, ...diagnostics],
  };
}

function withComponents(document: Json, pulled: readonly (readonly [string, Json])[]): Json {
  const added = new Map<string, [string, Json][]>();
  for (const [pointer, value] of pulled) {
    const tokens = parsePointer(pointer);
    const home = formatPointer(tokens.slice(0, -1));
    const entries = added.get(home) ?? [];
    entries.push([tokens.at(-1) ?? "", value]);
    added.set(home, entries);
  }
  return [...added].reduce(
    (whole, [home, entries]) => withEntries(whole, parsePointer(home), entries),
    document,
  );
}

/** A copy with more entries in the map at the end of a path, which may not be there yet. */
function withEntries(
  value: Json,
  [key, ...rest]: readonly string[],
  entries: readonly (readonly [string, Json])[],
): Json {
  const own = isObject(value) ? value : {};
  if (key === undefined) return Object.fromEntries([...Object.entries(own), ...entries]);
  return Object.fromEntries([
    ...Object.entries(own),
    [key, withEntries(member(own, key) ?? {}, rest, entries)],
  ]);
}

function isEntryOf(home: string, { pointer }: DocumentNode): boolean {
  return pointer.lastIndexOf("/") === home.length && pointer.startsWith(home);
}

function leadsNowhere(pointer: string, ref: string): Diagnostic {
  return diagnostic(
    "ref-unresolved",
    pointer,
    `\`${ref}\` does not exist: the file has nothing at that location.`,
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

function circular(pointer: string, ref: string): Diagnostic {
  return diagnostic(
    "ref-circular",
    pointer,
    `\`${ref}\` refers to itself, and only schemas may contain themselves.`,
  );
}
