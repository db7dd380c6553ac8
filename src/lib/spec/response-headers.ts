import { definition, type Field, type RawIssue } from "../schema/base.js";
import type { Schema } from "../schema/types.js";
import { parseJSON } from "../web/json.js";
import type { ResponseHeaders } from "../web/transport-response.js";
import { type ResponseSpec, wrapValue } from "./responses.js";

/**
 * Successes with declared headers, of calls whose value is `{ headers, result }`
 * (`responseHeaders: result` in `gen.yaml`).
 *
 * @param schema - The schema of an object with a member for each header.
 */
export function headersInResult(
  schema: Schema<unknown>,
  responses: readonly ResponseSpec<unknown, never>[],
): ResponseSpec<never, never>[] {
  return responses.map((spec) => ({
    ...(spec as ResponseSpec<never, never>), // the annotation of the operation has the type
    wrap: (result, received, sending) =>
      wrapValue((value) => ({
        headers: decodeHeaders(schema, received.response.headers),
        result: value,
      }))(spec.wrap?.(result, received, sending) ?? result, received),
  }));
}

/** The headers of a response by their names in the SDK. Missing ones are left out. */
export function decodeHeaders(schema: Schema<unknown>, headers: ResponseHeaders): object {
  const { fields = [] } = definition(schema).plan?.() ?? {};
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = headers.get(field.wire);
      return value === null ? [] : [[field.key, decodeHeader(field, value)]];
    }),
  );
}

/**
 * The value of a header: the first reading of it that fits the schema. One that fits in none is
 * kept as it came.
 */
function decodeHeader({ step }: Field, value: string): unknown {
  for (const reading of readings(value)) {
    const issues: RawIssue[] = [];
    const decoded = step(reading, { encoding: false, owned: true, issues });
    if (issues.length === 0) return decoded;
  }
  return value;
}

/**
 * What a header may mean: a string, a date of HTTP (RFC 9110 section 5.6.7), JSON (all numbers and
 * booleans are), a list or an object of them. OpenAPI writes the last two in the style `simple`:
 * `a,b`, and `key,value` or, exploded, `key=value`.
 */
function readings(value: string): readonly unknown[] {
  const items = value.split(",").map((item) => item.trim());
  const pairs = items.every((item) => item.includes("="))
    ? items.map((item): [string, string] => [
        item.slice(0, item.indexOf("=")),
        item.slice(item.indexOf("=") + 1),
      ])
    : items.flatMap((item, i): [string, string][] => (i % 2 ? [[items[i - 1] ?? "", item]] : []));
  return [
    value,
    ...(/^\w{3}, .* GMT$/.test(value) ? [instant(value)] : []),
    scalar(value),
    items,
    items.map(scalar),
    Object.fromEntries(pairs),
    Object.fromEntries(pairs.map(([key, item]) => [key, scalar(item)])),
  ];
}

function scalar(value: string): unknown {
  return parseJSON(value) ?? value;
}

/** A date of HTTP as in JSON. */
function instant(value: string): string {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? value : date.toISOString();
}
