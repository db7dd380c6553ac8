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
import { append, parsePointer, pointerToRef } from "../document/pointer.js";
import { type DocumentNode, rewrite, sectionOf } from "../document/shape.js";
import { componentNames, isNameable, loneRef } from "./component-names.js";
import {
  type Files,
  type FileLocation,
  type Lookup,
  lookUp,
  isRemoteToLocal,
  resolveRef,
} from "./files.js";

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
  const names = componentNames(files, root);
  const copying = new Set<string>();

  const search = (location: FileLocation): Lookup => {
    const found = lookUp(files, location);
    if (found.kind === "unread") unread.add(found.file);
    return found;
  };

  /** The ref to write in location of the given one, or `undefined` if it does not resolve. */
  const refTo = (
    { kind, pointer }: DocumentNode,
    ref: string,
    base: string,
  ): string | undefined => {
    const location = resolveRef(ref, base);
    const section = sectionOf(kind);
    if (!location) diagnostics.push(unfollowable(pointer, ref, base));
    if (!location || section === undefined) return undefined;
    const found = search(location);
    if (found.kind !== "found") {
      const known = files.get(location.file);
      if (location.file !== root && known !== undefined && known !== null) {
        diagnostics.push(leadsNowhere(pointer, ref));
      }
      return location.file === root ? pointerToRef(location.pointer) : undefined;
    }
    if (found.location.file === root) return pointerToRef(found.location.pointer);
    return pointerToRef(names.pointerFor(kind, section, found.location));
  };

  const copyOf = (node: DocumentNode, value: JsonObject, ref: string, base: string): Json => {
    const location = resolveRef(ref, base);
    if (!location) diagnostics.push(unfollowable(node.pointer, ref, base));
    const found = location ? search(location) : undefined;
    if (found?.kind !== "found") return value;
    const key = `${found.location.file}#${found.location.pointer}`;
    if (copying.has(key)) {
      diagnostics.push(circular(node.pointer, ref));
      return without(value, "$ref");
    }
    copying.add(key);
    const copy = bring({ ...node, value: found.value }, found.location.file);
    copying.delete(key);
    const siblings = bring({ ...node, value: without(value, "$ref") }, base);
    return isObject(copy) && isObject(siblings) ? { ...copy, ...siblings } : copy;
  };

  /** Converts a part of a file to the form that it has in the bundled document. */
  const bring = (start: DocumentNode, base: string): Json =>
    rewrite(start, (node, descend) => {
      const { kind, value } = node;
      if (!isObject(value)) return value;
      const ref = member(value, "$ref");
      if (typeof ref !== "string") return descend(withMapping(node, value, base));
      if (!isNameable(kind)) return copyOf(node, value, ref, base);
      const content = base === root ? contentHere(node, value) : undefined;
      if (content !== undefined) return content;
      const next = refTo(node, ref, base);
      return descend(next === undefined || next === ref ? value : { ...value, $ref: next });
    });

  /** The content of another file, if this component of the root is only a `$ref` to it. */
  const contentHere = (node: DocumentNode, value: JsonObject): Json | undefined => {
    const section = sectionOf(node.kind);
    const location = loneRef(value, root);
    if (!location || section === undefined || !isComponent(node, section)) return undefined;
    const found = search(location);
    if (found.kind !== "found" || found.location.file === root) return undefined;
    const home = names.pointerFor(node.kind, section, location);
    return home === node.pointer
      ? bring({ ...node, value: found.value }, found.location.file)
      : undefined;
  };

  const withMapping = (node: DocumentNode, value: JsonObject, base: string): JsonObject => {
    const discriminator = node.kind === "schema" ? member(value, "discriminator") : undefined;
    const mapping = isObject(discriminator) ? member(discriminator, "mapping") : undefined;
    if (!isObject(discriminator) || !isObject(mapping)) return value;
    const refs = mapMembers(mapping, (target) =>
      typeof target === "string" ? (mappingRef(node, target, base) ?? target) : target,
    );
    return { ...value, discriminator: { ...discriminator, mapping: refs } };
  };

  /**
   * A value of a mapping is a ref or the name of a schema, in its own file or in the root (section
   * 4.8.25.3).
   */
  const mappingRef = (node: DocumentNode, target: string, base: string): string | undefined => {
    const pointer = append("/components/schemas", target);
    const home = [base, root].find((file) => lookUp(files, { file, pointer }).kind === "found");
    if (home !== undefined) return refTo(node, `${home}${pointerToRef(pointer)}`, base);
    if (!/[/#]|\.(?:ya?ml|json)$/i.test(target)) return undefined;
    const location = resolveRef(target, base);
    if (!location || files.get(location.file) === null) return undefined;
    if (files.has(location.file)) return refTo(node, target, base);
    mapped.add(location.file);
    return undefined;
  };

  const document = bring({ kind: "document", value: files.get(root) ?? null, pointer: "" }, root);
  const pulled: (readonly [pointer: string, value: Json])[] = [];
  for (let next = names.take(); next; next = names.take()) {
    const found = search(next.location);
    if (found.kind !== "found") continue;
    const value = bring({ ...next, value: found.value }, found.location.file);
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

function isComponent({ pointer }: DocumentNode, section: string): boolean {
  const tokens = parsePointer(pointer);
  return tokens.length === 3 && tokens[0] === "components" && tokens[1] === section;
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
