/** Webhooks: their union, how events are told apart, and how they are signed. */
import { describe, expect, test } from "vitest";
import type { Type } from "../../src/model/types.js";
import { built } from "./documents.js";

const sending = (schema: unknown, media = "application/json") => ({
  post: { requestBody: { content: { [media]: { schema } } } },
});
const event = (type: string, more = {}) => ({
  type: "object",
  properties: { type: { type: "string", const: type }, ...more },
});

function webhooksOf(parts: object) {
  const { api, diagnostics } = built({ paths: {}, ...parts });
  const { webhooks } = api;
  const to = webhooks?.event.kind === "ref" ? webhooks.event.to : undefined;
  const model = api.models.find(({ pointer }) => pointer === to);
  return { webhooks, model, models: api.models, diagnostics };
}

function unionOf(type: Type | undefined) {
  if (type?.kind !== "union") throw new Error("The event is not a union.");
  return type;
}

describe("the union of events", () => {
  test("is told apart by a constant, required or not, and is open", () => {
    const { model, models } = webhooksOf({
      webhooks: { created: sending(event("a")), deleted: sending(event("b")) },
    });
    expect(model).toMatchObject({ suggestedName: "WebhookEvent", usedIn: { response: true } });
    expect(unionOf(model?.type)).toMatchObject({
      discriminator: { wire: "type" },
      open: true,
      variants: [{ discriminatorValues: ["a"] }, { discriminatorValues: ["b"] }],
    });
    expect(models.map(({ suggestedName }) => suggestedName)).toEqual([
      "created payload",
      "deleted payload",
      "WebhookEvent",
    ]);
  });

  test("of a single webhook with a constant is open too", () => {
    const { model } = webhooksOf({ webhooks: { created: sending(event("a")) } });
    expect(unionOf(model?.type)).toMatchObject({ discriminator: { wire: "type" }, open: true });
  });

  test("of a property whose constants recur is not told apart by it", () => {
    const { model } = webhooksOf({
      webhooks: { a: sending(event("same")), b: sending(event("same", { id: true })) },
    });
    const union = unionOf(model?.type);
    expect(union.discriminator).toBeUndefined();
    expect(union.open).toBe(true);
  });

  test("has the variants of a payload that is a union", () => {
    const schemas = {
      Event: { oneOf: [{ $ref: "#/components/schemas/A" }, event("b")] },
      A: event("a"),
    };
    const { model } = webhooksOf({
      webhooks: { all: sending({ $ref: "#/components/schemas/Event" }), c: sending(event("c")) },
      components: { schemas },
    });
    const { variants } = unionOf(model?.type);
    expect(variants.map((variant) => variant.discriminatorValues)).toEqual([["a"], ["b"], ["c"]]);
  });

  test("lists a payload that several webhooks share once", () => {
    const payload = sending({ $ref: "#/components/schemas/A" });
    const { model } = webhooksOf({
      webhooks: { one: payload, two: payload },
      components: { schemas: { A: event("a") } },
    });
    expect(unionOf(model?.type).variants).toHaveLength(1);
  });

  test("keeps the names of the document", () => {
    const { models } = webhooksOf({
      webhooks: { one: sending({ title: "Renamed", ...event("a") }) },
      components: { schemas: { WebhookEvent: event("own") } },
    });
    const names = models.map(({ suggestedName }) => suggestedName);
    expect(names).toEqual(["WebhookEvent", "Renamed", "WebhookEvent"]);
  });
});

describe("what is left out", () => {
  test.each([
    ["no body", { post: {} }],
    ["no JSON", sending({ type: "string" }, "text/plain")],
    ["no schema", { post: { requestBody: { content: { "application/json": {} } } } }],
    ["no operation", {}],
  ])("a webhook with %s is a warning", (_, item) => {
    const { webhooks, diagnostics } = webhooksOf({ webhooks: { a: item } });
    expect(webhooks).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: "feature-unsupported", pointer: "/webhooks/a" }]);
  });

  test("an ignored webhook is no warning", () => {
    const { webhooks, diagnostics } = webhooksOf({
      webhooks: { a: { "x-speakeasy-ignore": true, ...sending(event("a")) } },
    });
    expect(webhooks).toBeUndefined();
    expect(diagnostics).toEqual([]);
  });
});

const signed = (security: unknown) =>
  webhooksOf({ webhooks: { a: sending(event("a")) }, "x-speakeasy-webhooks": { security } });

describe("signatures", () => {
  test("are those of Standard Webhooks by default", () => {
    const { webhooks } = webhooksOf({ webhooks: { a: sending(event("a")) } });
    expect(webhooks?.security).toEqual({ kind: "standard" });
  });

  test.each([
    [{ headerName: "X-S", signatureTextEncoding: "hex" }, "hex"],
    [{ headerName: "X-S", algorithm: "hmac-sha256" }, "base64"],
    [{ name: "X-S", encoding: "base64url" }, "base64url"],
  ])("are in the header %j", (security, encoding) => {
    const { webhooks, diagnostics } = signed({ type: "signature", ...security });
    expect(webhooks?.security).toEqual({ kind: "header", name: "X-S", encoding });
    expect(diagnostics).toEqual([]);
  });

  test.each([
    undefined,
    null,
    "signature",
    { type: "custom" },
    { type: "signature" },
    { type: "signature", headerName: "X S" },
    { type: "signature", headerName: 'X"' },
    { type: "signature", headerName: "X-S", algorithm: "hmac-sha1" },
    { type: "signature", headerName: "X-S", signatureTextEncoding: "base32" },
  ])("that the SDK cannot validate are a warning: %j", (security) => {
    const { webhooks, diagnostics } = signed(security);
    expect(webhooks?.security).toEqual({ kind: "unknown" });
    expect(diagnostics).toMatchObject([
      { code: "extension-invalid", pointer: "/x-speakeasy-webhooks/security" },
    ]);
  });
});
