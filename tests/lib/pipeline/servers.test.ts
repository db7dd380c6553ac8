import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ClientConfig,
  type Operation,
  type RequestOptions,
  HTTPClient,
  json,
  operation,
  selectServerWithVariables,
} from "../../../src/lib/typed.js";
import { type CoreOptions, Thing, coreOf, errorOf, thingsGet, valueOf } from "../../support/sdk.js";
import { runs } from "../../support/runs.js";
import { respondWith, serve } from "../../support/server.js";

const request = { thingId: "t" };

/** The URL that a call requests. */
async function requestedURL(
  config: Partial<ClientConfig>,
  options: CoreOptions = {},
  call: RequestOptions = {},
  get: Operation<{ thingId: string }, Thing, unknown> = thingsGet as never,
): Promise<string> {
  let requested = "";
  const httpClient = new HTTPClient({
    fetcher: async ({ url }) => {
      requested = url;
      return Response.json({ id: "t" });
    },
  });
  valueOf(await get(coreOf(undefined, { httpClient, ...options }, config), request, call));
  return requested;
}

const servers = ["https://a.example.com/v1", "https://b.example.com"];
const own: Operation<{ thingId: string }, Thing, unknown> = operation(() => ({
  id: "own",
  method: "GET",
  path: "/own",
  responses: [json(200, Thing)],
  servers: ["https://own.example.com/"],
}));

test("the serverURL of the call takes precedence over the client's, the operation's and the document's", async () => {
  const client = { serverURL: "https://client.example.com", serverIdx: 1 };
  const call = { serverURL: "https://call.example.com" };
  expect(await requestedURL({ servers }, client, call, own)).toBe("https://call.example.com/own");
  expect(await requestedURL({ servers }, client, {}, own)).toBe("https://client.example.com/own");
  expect(await requestedURL({ servers }, { serverIdx: 1 }, {}, own)).toBe(
    "https://own.example.com/own",
  );
  expect(await requestedURL({ servers }, { serverIdx: 1 })).toBe("https://b.example.com/things/t");
  expect(await requestedURL({ servers })).toBe("https://a.example.com/v1/things/t");
});

test("a call with serverURL is sent to another server, with the credentials", async () => {
  const server = await serve(respondWith(200, { id: "t" }));
  valueOf(await thingsGet(coreOf(undefined), request, { serverURL: server.url }));
  expect(server.last().headers).toHaveProperty("x-api-key");
});

test.for([
  ["https://example.com/", "https://example.com/things/t"],
  ["https://example.com/v1/", "https://example.com/v1/things/t"],
  ["https://example.com/v1///", "https://example.com/v1/things/t"],
  ["https://example.com/a%2Fb/ü", "https://example.com/a%2Fb/%C3%BC/things/t"],
  ["HTTPS://EXAMPLE.com:443/V1", "https://example.com/V1/things/t"],
  ["http://[::1]:8080", "http://[::1]:8080/things/t"],
  [" https://example.com ", "https://example.com/things/t"],
])("the serverURL %j requests %s", async ([serverURL, url]) => {
  expect(await requestedURL({}, { serverURL })).toBe(url);
  expect(await requestedURL({}, {}, { serverURL })).toBe(url);
});

test("serverURL can be a URL object", async () => {
  const serverURL = new URL("https://example.com/v1") as never;
  expect(await requestedURL({}, { serverURL })).toBe("https://example.com/v1/things/t");
});

test.for([
  ["", "https://api.example.invalid/v1/things/t"],
  [undefined, "https://api.example.invalid/v1/things/t"],
])("a serverURL of %j is ignored", async ([serverURL, url]) => {
  expect(await requestedURL({}, { serverURL }, { serverURL })).toBe(url);
});

const described: Partial<ClientConfig> = {
  select: selectServerWithVariables,
  servers: [
    {
      id: "prod",
      url: "https://{region}.example.com/{tenant}",
      variables: { region: { default: "us" }, tenant: { default: "t" } },
    },
    { id: "eu", url: "https://eu.example.com" },
    "https://last.example.com",
  ],
};
test.for<[options: CoreOptions, url: string]>([
  [{}, "https://us.example.com/t/things/t"],
  [{ server: "prod", region: "ap", tenant: "acme" }, "https://ap.example.com/acme/things/t"],
  [{ server: "eu" }, "https://eu.example.com/things/t"],
  [{ serverIdx: 1 }, "https://eu.example.com/things/t"],
  [{ serverIdx: 2 }, "https://last.example.com/things/t"],
])("servers with names and variables are selected by %j", async ([options, url]) => {
  expect(await requestedURL(described, options)).toBe(url);
});

/** A client whose server has one variable, `part`. */
const withPart = (url: string, variable: { default?: string; values?: string[] }) => ({
  select: selectServerWithVariables,
  servers: [{ url, variables: { part: variable } }],
});
const region = withPart("https://{part}.example.com", { default: "us" });
const folder = withPart("https://example.com/{part}/v1", { default: "t" });

// Values that would end the variable's part of the URL or start another (RFC 3986 sections 2.2,
// 3.2.2 and 5.2.4).
test.for<[config: Partial<ClientConfig>, part: string]>([
  ...["evil.com/", "evil.com?", "evil.com#", "evil.com\\", "u@evil.com", "u:p@evil", "evil:80"].map(
    (part): [Partial<ClientConfig>, string] => [region, part],
  ),
  ...["evil.com%2F", "evil.com%23", "[::1]", "e vil", "evil.com/\t", "evil\n", "\0", ""].map(
    (part): [Partial<ClientConfig>, string] => [region, part],
  ),
  ...["..", ".", "%2e%2E", ".\t.", "a/../..", "a?b", "a#b", "", "\\", " "].map(
    (part): [Partial<ClientConfig>, string] => [folder, part],
  ),
  [withPart("https://{part}", { default: "api.example.com" }), "evil.com/x"],
  // A key would be sent unencrypted.
  [withPart("{part}/v1", { default: "https://example.com" }), "http://example.com"],
  [withPart("{part}://example.com", { default: "https" }), "HTTP"],
  [withPart("https://{part}/v1", { default: "api.example.com:443" }), "u@evil.com:80"],
  [withPart("https://example.com:{part}", { default: "443" }), "443@evil.com"],
])("a server variable cannot change other parts of the URL: %j, %j", async ([config, part]) => {
  const error = errorOf(await thingsGet(coreOf(undefined, { part }, config), request));
  expect(error.name).toBe("InvalidRequestError");
  expect(error.message).toMatch(/^part: expected a part of the server URL/);
});

test.for<[config: Partial<ClientConfig>, part: unknown, url: string]>([
  [region, "eu-west-1", "https://eu-west-1.example.com/things/t"],
  [region, "a.b", "https://a.b.example.com/things/t"],
  [region, "a_b", "https://a_b.example.com/things/t"],
  [region, "münchen", "https://xn--mnchen-3ya.example.com/things/t"],
  [region, undefined, "https://us.example.com/things/t"],
  [folder, 2, "https://example.com/2/v1/things/t"],
  [folder, "a..b", "https://example.com/a..b/v1/things/t"],
  [folder, "a~b!$&'()*+,;=", "https://example.com/a~b!$&'()*+,;=/v1/things/t"],
  [withPart("https://example.com{part}", { default: "" }), "", "https://example.com/things/t"],
  // Values may contain what the default contains: here a variable stands for more than one part.
  [
    withPart("https://example.com/{part}", { default: "v1/public" }),
    "v2/internal",
    "https://example.com/v2/internal/things/t",
  ],
  [
    withPart("https://{part}", { default: "localhost:8080" }),
    "example.com:81",
    "https://example.com:81/things/t",
  ],
  [
    withPart("{part}/v1", { default: "https://example.com" }),
    "https://other.example.com:81/x",
    "https://other.example.com:81/x/v1/things/t",
  ],
  [
    withPart("{part}/v1", { default: "http://example.com" }),
    "http://other.example.com",
    "http://other.example.com/v1/things/t",
  ],
])(
  "a server variable can have any value for its part of the URL: %j, %j",
  async ([config, part, url]) => {
    expect(await requestedURL(config, { part })).toBe(url);
  },
);

/** A client whose server starts with the variable `part`. */
const endpoint = withPart("{part}/v1", { default: "" });

test.for<[config: Partial<ClientConfig>, options: CoreOptions, url: string]>([
  [endpoint, { part: "https://eu.example.com" }, "https://eu.example.com/v1/things/t"],
  [endpoint, { part: "https://eu.example.com/" }, "https://eu.example.com/v1/things/t"],
  [
    endpoint,
    { part: "HTTPS://EU.example.com:8443/a//" },
    "https://eu.example.com:8443/a/v1/things/t",
  ],
  [endpoint, { part: new URL("https://eu.example.com") }, "https://eu.example.com/v1/things/t"],
  [endpoint, { part: "http://localhost:3000" }, "http://localhost:3000/v1/things/t"],
  [endpoint, { part: "http://[::1]:3000" }, "http://[::1]:3000/v1/things/t"],
  [
    endpoint,
    { part: "http://eu.example.com", allowHTTP: true },
    "http://eu.example.com/v1/things/t",
  ],
  [
    endpoint,
    { serverURL: "https://other.example.com/v2" },
    "https://other.example.com/v2/things/t",
  ],
  [withPart("{part}", { default: "" }), { part: "https://a.b/c" }, "https://a.b/c/things/t"],
  [
    withPart("{part}:8443/v1", { default: "https://a.b" }),
    { part: "https://c.d" },
    "https://c.d:8443/v1/things/t",
  ],
  [withPart("{part}://a.b", { default: "" }), { part: "https" }, "https://a.b/things/t"],
  [
    withPart("{part}://localhost", { default: "https" }),
    { part: "http" },
    "http://localhost/things/t",
  ],
  [
    withPart("{part}://a.b", { default: "https", values: ["https", "http"] }),
    { part: "http" },
    "http://a.b/things/t",
  ],
  [
    withPart("https://{part}/v1", { default: "" }),
    { part: "eu.example.com" },
    "https://eu.example.com/v1/things/t",
  ],
  [
    withPart("https://{part}", { default: "api.b" }),
    { part: "localhost:3000" },
    "https://localhost:3000/things/t",
  ],
  [
    withPart("https://{part}/", { default: "api.b" }),
    { part: "[::1]:3000" },
    "https://[::1]:3000/things/t",
  ],
  [withPart("https://a{part}.b", { default: "" }), {}, "https://a.b/things/t"],
  [withPart("https://a.b:{part}/v1", { default: "" }), {}, "https://a.b/v1/things/t"],
])("%j with %j requests %s", async ([config, options, url]) => {
  expect(await requestedURL(config, options)).toBe(url);
});

test.for<[config: Partial<ClientConfig>, part: string]>([
  ...[
    "eu.example.com",
    "//eu.example.com",
    "https:eu.example.com",
    "https:///eu.example.com",
    "ftp://eu.example.com",
    "javascript:alert(1)",
    "https://u:p@eu.example.com",
    "https://u@eu.example.com",
    "https://eu.example.com?a=1",
    "https://eu.example.com/#",
    "https://eu.example.com\\@evil.com",
    "https://eu.example.com/a b",
    "https://eu.\texample.com",
    "https://",
    "http://eu.example.com",
    "http://localhost.example.com",
    " https://eu.example.com",
  ].map((part): [Partial<ClientConfig>, string] => [endpoint, part]),
  [withPart("{part}:8443/v1", { default: "" }), "https://a.b/c"],
  [withPart("{part}:8443/v1", { default: "" }), "https://a.b:1"],
  [withPart("{part}://a.b", { default: "https" }), "wss"],
  [withPart("{part}://a.b", { default: "https" }), "https://evil.com/"],
  [withPart("{part}://a.b", { default: "" }), "http"],
  [withPart("https://{part}/v1", { default: "" }), "evil.com/a"],
  [withPart("https://{part}/v1", { default: "" }), "u@evil.com"],
  [withPart("https://{part}/v1", { default: "" }), "a:b:80"],
  [withPart("https://{part}/v1", { default: "" }), ":80"],
  [withPart("https://{part}/v1", { default: "" }), "https://evil.com"],
  [withPart("https://{part}.a.b", { default: "" }), "evil.com:80"],
  [withPart("https://{part}:80", { default: "" }), "evil.com:80"],
  [withPart("https://a.b/{part}", { default: "" }), "https://evil.com"],
  // The default of the document is no URL.
  [withPart("{part}/v1", { default: "api.example.com" }), "api.example.com"],
])("a variable of the origin has to be one: %j, %j", async ([config, part]) => {
  const error = errorOf(await thingsGet(coreOf(undefined, { part }, config), request));
  expect(error.name).toBe("InvalidRequestError");
  expect(error.message).toMatch(/^part: expected a part of the server URL/);
});

test.for<[config: Partial<ClientConfig>, part?: string]>([
  [endpoint],
  [endpoint, ""],
  [withPart("{part}", { default: "" })],
  [withPart("{part}://a.b", { default: "" })],
  [withPart("https://{part}/v1", { default: "" })],
  [withPart("https://{part}.example.com", { default: "" })],
  [withPart("https://a.{part}.example.com", { default: "" })],
  [withPart("https://{part}:80/v1", { default: "" })],
  [withPart("https://a.b/{part}", {})],
])(
  "a variable without a default that the URL needs is required: %j, %j",
  async ([config, part]) => {
    const options = part === undefined ? {} : { part };
    const error = errorOf(await thingsGet(coreOf(undefined, options, config), request));
    expect(error).toMatchObject({
      name: "InvalidRequestError",
      message: expect.stringMatching(/^part: required, .* set serverURL$/),
    });
  },
);

test("no value of a variable leads to another host than the one it names", async () => {
  const characters = fc.constantFrom(..."ab.:/?#@[]\\%&=+- \t\n0");
  const value = fc.string({ unit: characters, maxLength: 12 });
  const templates = ["https://{part}.a.b/v1", "https://x.{part}.a.b", "https://a.b/{part}/v1"];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...templates), value, async (template, part) => {
      const url = await requestedURL(withPart(template, { default: "d" }), { part }).catch(
        () => undefined,
      );
      if (url === undefined) return;
      const { host, username, pathname } = new URL(url);
      expect([host.endsWith("a.b"), username]).toEqual([true, ""]);
      expect(pathname.split("/").length).toBe(
        template.includes("b/{") ? 5 : template.endsWith("v1") ? 4 : 3,
      );
    }),
    runs(300),
  );
});

test("a server variable with an enum accepts only its values", async () => {
  const config = withPart("https://{part}.example.com", { default: "us", values: ["us", "eu/x"] });
  expect(await requestedURL(config, { part: "us" })).toBe("https://us.example.com/things/t");
  // The values of the document are trusted.
  expect(await requestedURL(config, { part: "eu/x" })).toBe("https://eu/x.example.com/things/t");
  const error = errorOf(await thingsGet(coreOf(undefined, { part: "ap" }, config), request));
  expect(error).toMatchObject({
    name: "InvalidRequestError",
    message: expect.stringMatching(/^part: .*"us","eu\/x"/),
  });
});

test.for<[options: CoreOptions, config: Partial<ClientConfig>, message: string]>([
  [{ serverIdx: 2 }, { servers }, "the document has no server 2"],
  [{ serverIdx: -1 }, { servers }, "the document has no server -1"],
  [{ server: "us" }, described, 'the document has no server "us"'],
  [{}, { servers: [] }, "the document has no server 0"],
  [{}, { servers: ["/v1"] }, "expected an https URL"],
  [{ serverURL: "localhost:8080" }, {}, "expected an https URL"],
  [{ serverURL: "//example.com" }, {}, "expected an https URL"],
  [{ serverURL: "https://example.com/?a=1" }, {}, "expected an https URL"],
  [{ serverURL: "https://example.com/#" }, {}, "expected an https URL"],
  [{ serverURL: "https://u:p@example.com" }, {}, "expected an https URL"],
])(
  "a missing or invalid server is an InvalidRequestError that says why: %j",
  async ([options, config, message]) => {
    const error = errorOf(await thingsGet(coreOf(undefined, options, config), request));
    expect(error).toMatchObject({
      name: "InvalidRequestError",
      message: expect.stringContaining(message),
    });
  },
);

test("client options are the defaults of request members of the same name", async () => {
  const config = { globals: ["thingId"] };
  const get = (options: CoreOptions, thingId?: string) => {
    const free: Operation<object, Thing> = operation(() => ({
      id: "get",
      method: "GET",
      path: "/things/{thingId}",
      parameters: [{ name: "thingId", key: "thingId", style: (_, value) => String(value) }],
      responses: [json(200, Thing)],
    }));
    return requestedURL(config, options, {}, (thingId === undefined ? free : thingsGet) as never);
  };
  expect(await get({ thingId: "global" })).toBe("https://api.example.invalid/v1/things/global");
  expect(await get({ thingId: "global" }, "t")).toBe("https://api.example.invalid/v1/things/t");
});

test.for([
  "http://api.example.com",
  "http://127.0.0.1.example.com",
  "http://localhost.example.com",
  "http://10.0.0.1:8080/v1",
  "http://[::2]",
  "HTTP://example.com/localhost",
])("a key is not sent unencrypted to another machine: %s", async (serverURL) => {
  let sent = 0;
  const httpClient = new HTTPClient({
    fetcher: async () => {
      sent++;
      return Response.json({ id: "t" });
    },
  });
  const core = coreOf(undefined, { httpClient });
  const expected = { name: "InvalidRequestError", message: expect.stringContaining("allowHTTP") };
  expect(errorOf(await thingsGet(core, request, { serverURL }))).toMatchObject(expected);
  const client = coreOf(undefined, { httpClient, serverURL });
  expect(errorOf(await thingsGet(client, request))).toMatchObject(expected);
  expect(sent).toBe(0);
  await expect(requestedURL({}, { serverURL, allowHTTP: true })).resolves.toMatch(/^http:/);
});

test.for([
  "http://localhost:3000",
  "http://api.localhost",
  "http://127.0.0.2",
  "http://[::1]:1/v1",
])("a key can be sent unencrypted to localhost: %s", async (serverURL) => {
  expect(await requestedURL({}, { serverURL })).toBe(`${serverURL}/things/t`);
});

test("http is allowed without credentials, and for the document's servers", async () => {
  expect(await requestedURL({ security: [] }, { serverURL: "http://example.com" })).toMatch(
    /^http:/,
  );
  expect(await requestedURL({ servers: ["http://example.com"] })).toMatch(/^http:/);
});
