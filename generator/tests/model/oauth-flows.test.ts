import { expect, test } from "vitest";
import type { OAuthFlows } from "../../src/model/types.js";
import { built, codesOf, operationOf } from "./documents.js";

const tokenUrl = "https://a.example/token";
const flow = { tokenUrl, scopes: {} };
const plain = { basic: false, parameters: [] };

/** What is read of a scheme with such flows. */
function schemeWith(flows: object, more: object = {}) {
  const Login = { type: "oauth2", flows, ...more };
  const { api, diagnostics } = built({
    servers: [{ url: "https://a.example" }],
    components: { securitySchemes: { Login } },
  } as never);
  return { scheme: api.schemes[0], diagnostics };
}

test.each<readonly [what: string, flows: object, want: Partial<OAuthFlows>]>([
  ["client credentials", { clientCredentials: flow }, { clientCredentials: tokenUrl }],
  ["a password", { password: flow }, { password: tokenUrl, refreshToken: tokenUrl }],
  ["an authorization code", { authorizationCode: flow }, { refreshToken: tokenUrl }],
  ["a device", { deviceAuthorization: flow }, { refreshToken: tokenUrl }],
  [
    "an endpoint of its own for refresh tokens",
    { authorizationCode: { ...flow, refreshUrl: "https://a.example/refresh" } },
    { refreshToken: "https://a.example/refresh" },
  ],
  [
    "several",
    { clientCredentials: { ...flow, tokenUrl: "/app/token" }, authorizationCode: flow },
    { clientCredentials: "/app/token", refreshToken: tokenUrl },
  ],
])("the client gets tokens by the flow of %s", (_, flows, want) => {
  const { scheme, diagnostics } = schemeWith(flows);
  expect(scheme).toEqual({ key: "Login", kind: "oauth2", flows: { ...want, ...plain }, docs: {} });
  expect(codesOf(diagnostics)).toEqual([]);
});

test.each([
  ["implicit", { implicit: { authorizationUrl: "https://a.example", scopes: {} } }, []],
  ["none", {}, []],
  ["without a token URL", { clientCredentials: { scopes: {} } }, ["oauth-flow-invalid"]],
  [
    "with a token URL that is none",
    { clientCredentials: { ...flow, tokenUrl: "https://" } },
    ["oauth-flow-invalid"],
  ],
  [
    "with a token URL that has variables",
    { clientCredentials: { ...flow, tokenUrl: "https://{tenant}.example/token" } },
    ["oauth-flow-invalid"],
  ],
])("for flows that are %s, users pass access tokens", (_, flows, codes) => {
  const { scheme, diagnostics } = schemeWith(flows);
  expect(scheme).toEqual({ key: "Login", kind: "bearer", docs: {} });
  expect(codesOf(diagnostics)).toEqual([...codes, "security-flow-ignored"]);
});

test("a token URL with http needs an option of every user, which is a warning", () => {
  const { scheme, diagnostics } = schemeWith({
    clientCredentials: { ...flow, tokenUrl: "http://a.example/token" },
  });
  expect(scheme).toMatchObject({ kind: "oauth2" });
  expect(diagnostics).toMatchObject([
    { code: "oauth-flow-invalid", help: expect.stringContaining("allowHTTP") },
  ]);
});

test.each([
  ["the scheme", {}, { "x-speakeasy-token-endpoint-authentication": "client_secret_basic" }],
  ["the flow", { "x-speakeasy-token-endpoint-authentication": "client_secret_basic" }, {}],
])("client_secret_basic can be set on %s", (_, onFlow, onScheme) => {
  const { scheme, diagnostics } = schemeWith(
    { clientCredentials: { ...flow, ...onFlow } },
    onScheme,
  );
  expect(scheme).toMatchObject({ flows: { basic: true } });
  expect(codesOf(diagnostics)).toEqual([]);
});

test("further parameters of the token endpoint are read with their descriptions and defaults", () => {
  const { scheme, diagnostics } = schemeWith({
    clientCredentials: {
      ...flow,
      "x-speakeasy-overridable-scopes": true,
      "x-speakeasy-token-endpoint-additional-properties": {
        audience: { type: "string", description: "The API.", example: "AUD" },
        resource: { const: "things" },
        tenant: { type: "string", default: "acme" },
      },
    },
  });
  expect(scheme).toMatchObject({
    flows: {
      parameters: [
        { name: "audience", docs: { description: "The API." } },
        { name: "resource", default: "things" },
        { name: "tenant", default: "acme" },
      ],
    },
  });
  expect(codesOf(diagnostics)).toEqual([]);
});

test.each([
  ["x-speakeasy-token-endpoint-authentication", "private_key_jwt"],
  ["x-speakeasy-token-endpoint-authentication", true],
  ["x-speakeasy-overridable-scopes", "yes"],
  ["x-speakeasy-token-endpoint-additional-properties", ["audience"]],
  ["x-speakeasy-token-endpoint-additional-properties", { audience: "AUD" }],
  ["x-speakeasy-token-endpoint-additional-properties", { scope: { type: "string" } }],
  ["x-speakeasy-token-endpoint-additional-properties", { audience: { type: "array" } }],
  ["x-speakeasy-token-endpoint-additional-properties", { tokenURL: { type: "string" } }],
])("%s: %j is a warning, and ignored", (key, value) => {
  const { scheme, diagnostics } = schemeWith({ clientCredentials: { ...flow, [key]: value } });
  expect(scheme).toMatchObject({ flows: { clientCredentials: tokenUrl, ...plain } });
  expect(codesOf(diagnostics)).toEqual(["extension-invalid"]);
  expect(diagnostics[0]?.pointer).toContain(key);
});

test("of two parameters with one spelling in the SDK, the second is a warning", () => {
  const { scheme, diagnostics } = schemeWith({
    clientCredentials: {
      ...flow,
      "x-speakeasy-token-endpoint-additional-properties": { tenant_id: {}, tenantId: {} },
    },
  });
  expect(scheme).toMatchObject({ flows: { parameters: [{ name: "tenant_id" }] } });
  expect(codesOf(diagnostics)).toEqual(["extension-invalid"]);
});

test("an extension that is not known on a flow is a warning", () => {
  const { diagnostics } = schemeWith({ clientCredentials: { ...flow, "x-speakeasy-else": 1 } });
  expect(codesOf(diagnostics)).toEqual(["extension-unsupported"]);
});

test("an operation names the scopes of the token", () => {
  const components = {
    securitySchemes: {
      Login: { type: "oauth2", flows: { clientCredentials: flow } },
      Token: { type: "http", scheme: "bearer" },
    },
  };
  const security = [{ Login: ["read", "write"], Token: ["ignored"] }, { Login: [] }];
  const { operation } = operationOf({ security }, { components } as never);
  expect(operation.security).toEqual([
    [{ key: "Login", scopes: ["read", "write"] }, { key: "Token" }],
    [{ key: "Login" }],
  ]);
});
