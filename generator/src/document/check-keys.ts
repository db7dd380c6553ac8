import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { distance } from "../strings/spelling.js";
import { plainMembers } from "./expect.js";
import { isObject } from "./json.js";
import { append } from "./pointer.js";
import { type Kind, type Placed, childNames } from "./shape.js";

/**
 * Keys that are nearly those of the specification: `propertys`. JSON Schema and many documents have keys of their own, so
 * one that is like none is left alone.
 */
export function checkKeys(all: readonly Placed[]): readonly Diagnostic[] {
  return all.flatMap(({ kind, value, pointer }) => {
    const known = KNOWN.get(kind);
    if (known === undefined || !isObject(value)) return [];
    return Object.keys(value).flatMap((key) => {
      if (known.has(key) || key.startsWith("x-")) return [];
      const meant = [...known].find((name) => isNearly(key, name) && !Object.hasOwn(value, name));
      return meant === undefined ? [] : [misspelt(append(pointer, key), key, meant)];
    });
  });
}

function misspelt(pointer: string, key: string, meant: string): Diagnostic {
  return diagnostic(
    "key-misspelled",
    pointer,
    `Unknown key \`${key}\`.`,
    `Did you mean \`${meant}\`? Custom keys start with \`x-\`.`,
  );
}

/** True where a slip of the finger lies between them. Short names are too near to too much. */
function isNearly(key: string, name: string): boolean {
  if (name.length < 4 || Math.abs(key.length - name.length) > 2) return false;
  return isSwapped(key, name) || distance(key, name) <= (name.length < 8 ? 1 : 2);
}

/** True where two neighbours have changed places. */
function isSwapped(key: string, name: string): boolean {
  const at = [...key].findIndex((sign, index) => sign !== name[index]);
  return `${key.slice(0, at)}${key[at + 1]}${key[at]}${key.slice(at + 2)}` === name;
}

/**
 * What the tables of shapes and expectations do not name, because it may be anything or is read elsewhere. Of callbacks, and
 * of what is ours, nothing is known.
 */
const OTHERS: Readonly<Record<Exclude<Kind, "callback" | "globals">, string>> = {
  document: "jsonSchemaDialect $self",
  info: "",
  server: "name",
  serverVariable: "",
  tag: "parent kind",
  components: "mediaTypes",
  pathItem: "$ref query additionalOperations",
  operation: "",
  parameter: "$ref example",
  requestBody: "$ref",
  mediaType: "example itemSchema prefixEncoding itemEncoding",
  encoding: "encoding prefixEncoding itemEncoding",
  response: "$ref",
  header: "$ref example",
  example: "$ref value dataValue serializedValue",
  link: "$ref parameters requestBody server",
  securityScheme: "$ref deprecated oauth2MetadataUrl",
  schema:
    "type const default example nullable xml id $id $schema $anchor $dynamicRef $dynamicAnchor $recursiveRef " +
    "$recursiveAnchor $vocabulary dependencies",
  discriminator: "defaultMapping",
  externalDocs: "",
};

const KNOWN: ReadonlyMap<Kind, ReadonlySet<string>> = new Map(
  (Object.keys(OTHERS) as (keyof typeof OTHERS)[]).map((kind) => [
    kind,
    new Set([...childNames(kind), ...plainMembers(kind), ...OTHERS[kind].split(" ")]),
  ]),
);
