/** Webhooks: `webhooks` (OpenAPI 3.1, section 4.8.1) and `x-speakeasy-webhooks`. */
import { isObject } from "../document/json.js";
import { append } from "../document/pointer.js";
import { deref } from "../document/refs.js";
import type {
  Document,
  OperationObject,
  RequestBodyObject,
  Schema,
  SchemaObject,
} from "../document/types.js";
import { titled } from "./body.js";
import { propertiesOf, propertyConstants } from "./constants.js";
import { stringOf } from "./docs.js";
import { inspectExtensions, isIgnored } from "./extensions.js";
import { isSchema, itemsOf } from "./keywords.js";
import { contentEntries } from "./media.js";
import { methodsOf } from "./methods.js";
import type { SchemaContext } from "./schema-context.js";
import { type SchemaLocation, locationInside, locationOf } from "./schema-location.js";
import { distinct } from "./type-helpers.js";
import type { Pointer, Type, Webhooks, WebhookSecurity } from "./types.js";

/** The webhooks of a document; `undefined` if it has none with a JSON payload. */
export function webhooksOf(context: SchemaContext): Webhooks | undefined {
  const payloads = Object.entries(context.document.webhooks ?? {}).flatMap(([name, item]) => {
    const pointer = append("/webhooks", name);
    if (isIgnored(item)) return [];
    inspectExtensions(context.report, "pathItem", item, pointer);
    const found = methodsOf(item)
      .filter(({ value }) => !isIgnored(value))
      .flatMap(({ value, tokens }) => payloadOf(context, name, value, append(pointer, ...tokens)));
    if (found.length === 0)
      context.report("feature-unsupported", pointer, `\`${name}\` has no JSON payload.`);
    return found;
  });
  if (payloads.length === 0) return undefined;
  const event = eventOf(context, payloads);
  return { event, security: webhookSecurityOf(context) };
}

/** What a webhook sends, and where its schema is. */
interface Payload {
  readonly name: string;
  readonly schema: Schema;
  readonly location: SchemaLocation;
  readonly summary?: string | undefined;
}

function payloadOf(
  context: SchemaContext,
  name: string,
  operation: OperationObject,
  at: Pointer,
): readonly Payload[] {
  inspectExtensions(context.report, "operation", operation, at);
  if (operation.requestBody === undefined) return [];
  const pointer = append(at, "requestBody");
  const body = deref<RequestBodyObject>(context.document, operation.requestBody, pointer);
  const entries = contentEntries(context.document, body?.value.content, ["json"]);
  const entry = entries.find(({ kind }) => kind === "json");
  if (!body || entry?.content.schema === undefined) return [];
  const { schema } = entry.content;
  const location = payloadLocation(
    append(body.pointer, "content", entry.key, "schema"),
    `${stringOf(operation.operationId) ?? name} payload`,
  );
  const summary = stringOf(operation.summary);
  return [{ name, schema, location: titled(location, entry.content), summary }];
}

function payloadLocation(pointer: Pointer, name: string): SchemaLocation {
  if (pointer.startsWith("/components/")) return { ...locationOf(pointer), named: false };
  return { pointer, name, home: "components", overrides: "type", named: false };
}

/** The union of all payloads. Open, because an API adds webhooks. */
function eventOf(context: SchemaContext, payloads: readonly Payload[]): Type {
  const location = payloadLocation("/webhooks", "WebhookEvent");
  const variants = distinct(
    variantsIn(context, payloads) ?? payloads.map((payload) => typed(context, payload)),
    ({ type }) => type,
  );
  const tag = tagOf(context.document, variants);
  const union: Type = {
    kind: "union",
    variants: variants.map(({ type }, index) => ({
      type,
      discriminatorValues: tag?.values[index] ?? [],
    })),
    ...(tag && { discriminator: { wire: tag.wire } }),
    open: tag !== undefined || variants.length > 1,
  };
  const listed = payloads.map(
    ({ name, summary }) => `- \`${name}\`${summary === undefined ? "" : `: ${summary}`}`,
  );
  const description = ["An event that the API sends as a webhook:", "", ...listed].join("\n");
  return context.hoist(union, location, { description });
}

interface TypedPayload {
  readonly schema: Schema;
  readonly type: Type;
}

function typed(context: SchemaContext, { schema, location }: Payload): TypedPayload {
  return { schema, type: context.typeOf(schema, location) };
}

/**
 * The variants of payloads that are unions, if a property tells all of them apart. Many documents
 * declare one webhook for all events.
 */
function variantsIn(
  context: SchemaContext,
  payloads: readonly Payload[],
): readonly TypedPayload[] | undefined {
  const inner = payloads.flatMap((payload) => choicesOf(context.document, payload));
  if (inner.length === payloads.length || !tagOf(context.document, inner)) return undefined;
  return inner.map((payload) => typed(context, payload));
}

function choicesOf(document: Document, payload: Payload): readonly Payload[] {
  const { schema, location } = payload;
  if (typeof schema !== "object") return [payload];
  const found = deref<SchemaObject>(document, schema, location.pointer);
  const keyword = found?.value.oneOf === undefined ? "anyOf" : "oneOf";
  const choices = itemsOf(found?.value[keyword]);
  if (!found || choices.length === 0 || !choices.every(isSchema)) return [payload];
  const outer =
    found.pointer === location.pointer ? location : { ...locationOf(found.pointer), named: false };
  const { name } = payload;
  return choices.map((choice, index) => ({
    name,
    schema: choice,
    location: locationInside(outer, [keyword, index], String(index + 1)),
  }));
}

/**
 * The property that has constants of its own in every payload, required or not: the sender always
 * sends what names the event.
 */
function tagOf(
  document: Document,
  payloads: readonly { readonly schema: Schema }[],
): { readonly wire: string; readonly values: readonly (readonly string[])[] } | undefined {
  const [first] = payloads;
  for (const wire of first ? propertiesOf(document, first.schema) : []) {
    const values = payloads.map(({ schema }) => {
      const constants = propertyConstants(document, schema, wire);
      return constants.filter((value) => typeof value === "string");
    });
    const all = values.flat();
    if (values.every((list) => list.length > 0) && new Set(all).size === all.length)
      return { wire, values };
  }
  return undefined;
}

const ENCODINGS = ["base64", "base64url", "hex"] as const;

/** `x-speakeasy-webhooks`. Standard Webhooks without it. */
function webhookSecurityOf({ document, report }: SchemaContext): WebhookSecurity {
  const pointer = append("/x-speakeasy-webhooks", "security");
  const extension = document["x-speakeasy-webhooks"];
  const security: unknown = isObject(extension) ? extension["security"] : undefined;
  if (extension === undefined) return { kind: "standard" };
  if (!isObject(security) || security["type"] !== "signature")
    return unsupported("Only `type: signature` is supported.");
  const { name, headerName = name, algorithm = "hmac-sha256" } = security;
  const { encoding = "base64", signatureTextEncoding = encoding } = security;
  const known = ENCODINGS.find((each) => each === signatureTextEncoding);
  if (typeof headerName !== "string" || !/^[!#$%&'*+\-.^_`|~\w]+$/.test(headerName))
    return unsupported("`headerName` is not the name of a header.");
  if (algorithm !== "hmac-sha256") return unsupported("The algorithm is not `hmac-sha256`.");
  if (known === undefined)
    return unsupported("The encoding is none of `base64`, `base64url` and `hex`.");
  return { kind: "header", name: headerName, encoding: known };

  function unsupported(reason: string): WebhookSecurity {
    report("extension-invalid", pointer, `${reason} The SDK has the types of the events alone.`);
    return { kind: "unknown" };
  }
}
