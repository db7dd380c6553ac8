import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { distance } from "../strings/spelling.js";
import { isObject } from "./json.js";
import { plainMembers } from "./member-types.js";
import { append } from "./pointer.js";
import { type Kind, type DocumentNode, childNames } from "./shape.js";

/**
 * Finds keys that are almost keys of the specification, such as `propertys`. JSON Schema allows
 * other keys, so a key that resembles none is left alone.
 */
export function checkKeys(all: readonly DocumentNode[]): readonly Diagnostic[] {
  return all.flatMap(({ kind, value, pointer }) => {
    const known = KNOWN.get(kind);
    if (known === undefined || !isObject(value)) return [];
    return Object.keys(value).flatMap((key) => {
      if (known.has(key) || key.startsWith("x-")) return [];
      const meant = [...known].find((name) => isNearly(key, name) && !Object.hasOwn(value, name));
      return meant === undefined ? [] : [misspelled(append(pointer, key), key, meant)];
    });
  });
}

function misspelled(pointer: string, key: string, meant: string): Diagnostic {
  return diagnostic(
    "key-misspelled",
    pointer,
    `Unknown key \`${key}\`.`,
    `Did you mean \`${meant}\`? Custom keys start with \`x-\`.`,
  );
}

/** True for a typo. Short names are too close to too many others. */
function isNearly(key: string, name: string): boolean {
  if (name.length < 4 || Math.abs(key.length - name.length) > 2) return false;
  return isSwapped(key, name) || distance(key, name) <= (name.length < 8 ? 1 : 2);
}

/** True if two neighboring characters are swapped. */
function isSwapped(key: string, name: string): boolean {
  const at = [...key].findIndex((sign, index) => sign !== name[index]);
  return `${key.slice(0, at)}${key[at + 1]}${key[at]}${key.slice(at + 2)}` === name;
}

/**
 * Keys that the tables of shapes and member types do not list, because they may be anything or are
 * read elsewhere. Callbacks and our own extensions have no fixed keys.
 */
const OTHERS: Readonly<Record<Exclude<Kind, "callback" | "globals">, string>> = {
  document: "jsonSchemaDialect $self",
  info: "",
  server: "",
  serverVariable: "",
  tag: "",
  components: "",
  pathItem: "$ref",
  operation: "",
  parameter: "$ref example",
  requestBody: "$ref",
  mediaType: "$ref example prefixEncoding itemEncoding",
  encoding: "encoding prefixEncoding itemEncoding",
  response: "$ref",
  header: "$ref example",
  example: "$ref value dataValue",
  link: "$ref parameters requestBody server",
  securityScheme: "$ref",
  schema:
    "type const default example nullable xml id $id $schema $anchor $dynamicRef $dynamicAnchor $recursiveRef " +
    "$recursiveAnchor $vocabulary dependencies",
  discriminator: "",
  externalDocs: "",
};

const KNOWN: ReadonlyMap<Kind, ReadonlySet<string>> = new Map(
  (Object.keys(OTHERS) as (keyof typeof OTHERS)[]).map((kind) => [
    kind,
    new Set([...childNames(kind), ...plainMembers(kind), ...OTHERS[kind].split(" ")]),
  ]),
);
