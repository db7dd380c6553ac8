/** Extensions in a place where they mean something, and a warning for each of Speakeasy's that we do not know there. */
import type { Report } from "../diagnostics/collector.js";
import { isObject } from "../document/json.js";
import { append } from "../document/pointer.js";
import type { Pointer } from "./types.js";
import { textOf } from "./words.js";

const common = ["deprecation-message", "deprecation-replacement"];

/** A kind of object that can carry extensions. */
export type Carrier =
  | "document"
  | "info"
  | "server"
  | "tag"
  | "pathItem"
  | "operation"
  | "parameter"
  | "body"
  | "media"
  | "answer"
  | "securityScheme"
  | "schema";

/** Which `x-speakeasy-` extensions are read where. Those of other vendors are theirs to read. */
const known: Readonly<Record<Carrier, readonly string[]>> = {
  document: ["retries", "globals", "errors", "name-override"],
  info: [],
  server: ["server-id"],
  tag: [],
  pathItem: ["ignore", "errors", "group", "retries"],
  operation: ["group", "name-override", "ignore", "retries", "errors", "pagination", ...common],
  parameter: ["name-override", "ignore", ...common],
  body: ["name-override"],
  media: [],
  answer: ["name-override"],
  securityScheme: [],
  schema: ["name-override", "ignore", "unknown-values", "enums", "enum-descriptions", ...common],
};

/** Warns about every extension that has no effect on an object of this kind. */
export function inspectExtensions(
  report: Report,
  carrier: Carrier,
  source: unknown,
  pointer: Pointer,
): void {
  if (!isObject(source)) return;
  const names = known[carrier];
  for (const key of Object.keys(source)) {
    if (!key.startsWith("x-speakeasy-") || names.includes(key.slice("x-speakeasy-".length)))
      continue;
    report("extension-unsupported", append(pointer, key), `\`${key}\` has no effect here.`);
  }
}

/** `x-speakeasy-name-override`. */
export function overrideOf(source: unknown): string | undefined {
  return isObject(source) ? textOf(source["x-speakeasy-name-override"]) : undefined;
}

/** `x-speakeasy-ignore: true` leaves out what carries it, without a warning: somebody asked for it. */
export function isIgnored(source: unknown): boolean {
  return isObject(source) && source["x-speakeasy-ignore"] === true;
}
