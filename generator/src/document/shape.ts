/**
 * Which objects an OpenAPI document has, and where, as one table. Bundling (what may a `$ref` refer
 * to?), upgrading (what is a schema?) and checking (must this be an object?) use it instead of
 * guessing from names: a property named `example` is not the keyword `example`.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#schema
 */
import { type Json, type JsonObject, isList, isObject, mapMembers, without } from "./json.js";
import { append } from "./pointer.js";
import { METHODS } from "./types.js";

/** The kinds of objects. */
export type Kind =
  | "document"
  | "info"
  | "server"
  | "serverVariable"
  | "tag"
  | "components"
  | "globals"
  | "pathItem"
  | "operation"
  | "parameter"
  | "requestBody"
  | "mediaType"
  | "encoding"
  | "response"
  | "header"
  | "example"
  | "link"
  | "callback"
  | "securityScheme"
  | "schema"
  | "discriminator"
  | "externalDocs";

/** What a member holds: one object, a list, a map, or (`items` of draft 4) one or a list. */
export interface Child {
  readonly kind: Kind;
  readonly as: "one" | "list" | "map" | "oneOrList";
}

const one = (kind: Kind): Child => ({ kind, as: "one" });
const list = (kind: Kind): Child => ({ kind, as: "list" });
const map = (kind: Kind): Child => ({ kind, as: "map" });

type Members = Readonly<Record<string, Child>>;

const value: Members = {
  schema: one("schema"),
  content: map("mediaType"),
  examples: map("example"),
};

const members: Readonly<Record<Kind, Members>> = {
  document: {
    info: one("info"),
    servers: list("server"),
    tags: list("tag"),
    externalDocs: one("externalDocs"),
    paths: map("pathItem"),
    webhooks: map("pathItem"),
    components: one("components"),
    "x-speakeasy-globals": one("globals"),
  },
  info: {},
  server: { variables: map("serverVariable") },
  serverVariable: {},
  tag: { externalDocs: one("externalDocs") },
  externalDocs: {},
  discriminator: {},
  components: {
    schemas: map("schema"),
    responses: map("response"),
    parameters: map("parameter"),
    examples: map("example"),
    requestBodies: map("requestBody"),
    headers: map("header"),
    securitySchemes: map("securityScheme"),
    links: map("link"),
    callbacks: map("callback"),
    pathItems: map("pathItem"),
    mediaTypes: map("mediaType"),
  },
  globals: { parameters: list("parameter") },
  pathItem: {
    servers: list("server"),
    parameters: list("parameter"),
    ...Object.fromEntries(METHODS.map((method) => [method, one("operation")])),
    additionalOperations: map("operation"),
  },
  operation: {
    servers: list("server"),
    externalDocs: one("externalDocs"),
    parameters: list("parameter"),
    requestBody: one("requestBody"),
    responses: map("response"),
    callbacks: map("callback"),
  },
  parameter: value,
  header: value,
  requestBody: { content: map("mediaType") },
  mediaType: {
    schema: one("schema"),
    itemSchema: one("schema"),
    examples: map("example"),
    encoding: map("encoding"),
  },
  encoding: { headers: map("header") },
  response: { headers: map("header"), content: map("mediaType"), links: map("link") },
  example: {},
  link: {},
  callback: {},
  securityScheme: {},
  schema: {
    discriminator: one("discriminator"),
    externalDocs: one("externalDocs"),
    properties: map("schema"),
    patternProperties: map("schema"),
    additionalProperties: one("schema"),
    unevaluatedProperties: one("schema"),
    propertyNames: one("schema"),
    dependentSchemas: map("schema"),
    items: { kind: "schema", as: "oneOrList" },
    prefixItems: list("schema"),
    additionalItems: one("schema"),
    unevaluatedItems: one("schema"),
    contains: one("schema"),
    allOf: list("schema"),
    anyOf: list("schema"),
    oneOf: list("schema"),
    not: one("schema"),
    if: one("schema"),
    // oxlint-disable-next-line unicorn/no-thenable -- the keyword of JSON Schema
    then: one("schema"),
    else: one("schema"),
    contentSchema: one("schema"),
    $defs: map("schema"),
    definitions: map("schema"),
  },
};

const sections: ReadonlyMap<Kind, string> = new Map(
  Object.entries(members.components).map(([section, child]) => [child.kind, section]),
);

/** The section of `components` for a kind of object, if there is one. */
export function sectionOf(kind: Kind): string | undefined {
  return sections.get(kind);
}

/** The names of the members that hold objects. */
export function childNames(kind: Kind): readonly string[] {
  return Object.keys(members[kind]);
}

/** What a member holds, or `undefined` if it is not an object that we know. */
export function childOf(kind: Kind, key: string): Child | undefined {
  if (kind === "callback") {
    return key === "$ref" || isExtension(key) ? undefined : one("pathItem");
  }
  return Object.hasOwn(members[kind], key) ? members[kind][key] : undefined;
}

/** Returns what a member of an object holds: {@link childOf}, or that of another version. */
export type FindChild = typeof childOf;

/** A known object in a document, with its pointer. The value may be of any type. */
export interface DocumentNode {
  readonly kind: Kind;
  readonly value: Json;
  readonly pointer: string;
}

/**
 * All known objects in a document, each before those inside it. Members of the wrong type are
 * skipped.
 */
export function allNodes(root: DocumentNode): readonly DocumentNode[] {
  const all: DocumentNode[] = [];
  collect(root, all);
  return all;
}

function collect(node: DocumentNode, all: DocumentNode[]): void {
  all.push(node);
  const { kind, value, pointer } = node;
  if (!isObject(value)) return;
  for (const key of Object.keys(value)) {
    const child = childOf(kind, key);
    if (child) collectChild(child, value[key] as Json, append(pointer, key), all); // an own key
  }
}

function collectChild(
  { kind, as }: Child,
  value: Json,
  pointer: string,
  all: DocumentNode[],
): void {
  if (as === "one" || (as === "oneOrList" && !isList(value))) {
    collect({ kind, value, pointer }, all);
    return;
  }
  const items = as === "map" ? isObject(value) && entriesOf(value, kind) : isList(value) && value;
  if (!items) return;
  for (const [key, item] of Object.entries(items)) {
    collect({ kind, value: item, pointer: append(pointer, key) }, all);
  }
}

/** Returns the new form of an object. `descend` changes what is inside it. */
export type Change = (node: DocumentNode, descend: (value: Json) => Json) => Json;

/** A copy in which every known object has been changed, from the outside in. */
export function rewrite(node: DocumentNode, change: Change, find: FindChild = childOf): Json {
  return change(node, (value) => {
    if (!isObject(value)) return value;
    return mapMembers(value, (item, key) => {
      const child = find(node.kind, key);
      return child ? rewriteChild(child, item, append(node.pointer, key), change, find) : item;
    });
  });
}

function rewriteChild(
  { kind, as }: Child,
  value: Json,
  pointer: string,
  change: Change,
  find: FindChild,
): Json {
  const each = (item: Json, key: string | number): Json =>
    rewrite({ kind, value: item, pointer: append(pointer, key) }, change, find);
  if (as === "one" || (as === "oneOrList" && !isList(value))) {
    return rewrite({ kind, value, pointer }, change, find);
  }
  if (as === "map" && isObject(value)) {
    const known = entriesOf(value, kind);
    return mapMembers(value, (item, key) => (Object.hasOwn(known, key) ? each(item, key) : item));
  }
  if (as === "map" || !isList(value)) return value;
  const items = value.map(each);
  return items.every((item, index) => item === value[index]) ? value : items;
}

/**
 * `paths`, `responses` and `callbacks` may have extensions. In other maps every key is a name, such
 * as that of a header, unless it starts with `x-` and its value is no object.
 */
function entriesOf(value: JsonObject, kind: Kind): JsonObject {
  const hasExtensions = kind === "pathItem" || kind === "response" || kind === "callback";
  const extensions = Object.keys(value).filter(
    (name) => isExtension(name) && (hasExtensions || !isEntry(value[name], kind)),
  );
  return extensions.length > 0 ? without(value, ...extensions) : value;
}

function isEntry(value: Json | undefined, kind: Kind): boolean {
  return isObject(value) || (kind === "schema" && typeof value === "boolean");
}

function isExtension(name: string): boolean {
  return name.startsWith("x-");
}
