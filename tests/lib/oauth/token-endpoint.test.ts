import { expect, onTestFinished, test, vi } from "vitest";
import type { OAuthFlows } from "../../../src/lib/oauth/index.js";
import { HTTPClient } from "../../../src/lib/typed.js";
import { type CoreOptions, errorOf, valueOf } from "../../support/sdk.js";
import {
  type Responder,
  inTurn,
  respondWith,
  serve,
  serveRaw,
  silence,
  unusedURL,
} from "../../support/server.js";
import { expectNothingUnhandled } from "../../support/unhandled.js";
import {
  SECRET,
  api,
  authority,
  clientOf,
  credentials,
  formOf,
  get,
  issue,
  refuse,
} from "./authority.js";

expectNothingUnhandled();

const none = { retries: { strategy: "none" } } as const;
const good = { access_token: "canary-access-token", token_type: "bearer" };

/** The error of a call whose token endpoint responds so. Nothing must reach the API. */
async function failure(
  responder: Responder | string,
  { flows = {}, ...options }: CoreOptions & { readonly flows?: OAuthFlows } = {},
) {
  const tokenURL =
    typeof responder === "string" ? responder : (await authority(responder)).tokenURL;
  const server = await api();
  const client = clientOf(server.url, { clientCredentials: tokenURL, ...flows }, options);
  const error = errorOf(await get(client, undefined, none));
  expect(server.seen).toEqual([]);
  const shown = `${error.message} ${JSON.stringify(error)} ${String(error.stack)}`;
  expect(shown).not.toContain("canary");
  return error;
}

test.for<[what: string, responder: Responder, message: string]>([
  [
    "an error of RFC 6749",
    refuse("invalid_client", "Unknown client", 401),
    "refused the request: invalid_client (Unknown client): check clientId and clientSecret",
  ],
  ["an error without a description", refuse("invalid_scope"), "invalid_scope: check scopes"],
  [
    "an error with status 200",
    refuse("server_busy", undefined, 200),
    "refused the request: server_busy",
  ],
  [
    "a description that echoes the secret",
    refuse("invalid_client", `bad secret ${SECRET}`),
    "invalid_client (bad secret ***)",
  ],
  ["a status without an error", respondWith(404, "Not found"), "responded with status 404"],
  ["HTML", respondWith(200, "<html>Sign in</html>"), "returned no access_token as JSON"],
  ["an empty body", respondWith(200), "returned no access_token as JSON"],
  ["no token", respondWith(200, {}), "returned no access_token as JSON"],
  [
    "a token of another type",
    respondWith(200, { access_token: 5 }),
    "returned no access_token as JSON",
  ],
  ["an empty token", respondWith(200, { access_token: " " }), "returned no access_token as JSON"],
  ["a list", respondWith(200, [good]), "returned no access_token as JSON"],
  [
    "a token with a line break",
    respondWith(200, { ...good, access_token: "canary\r\nx: y" }),
    "returned an access_token that no header can hold",
  ],
  [
    "a token that is not a bearer token",
    respondWith(200, { ...good, token_type: "mac" }),
    'returned a token of type "mac": only bearer tokens are supported',
  ],
])("the error of a token endpoint that returns %s says so", async ([, responder, message]) => {
  const error = await failure(responder);
  expect(error).toMatchObject({ name: "InvalidRequestError", retryable: false });
  expect(error.message).toMatch(/^login: the token endpoint 127\.0\.0\.1:\d+ /);
  expect(error.message).toContain(message);
});

test.for([408, 429, 500, 502, 503])("status %i may pass: the call is retryable", async (status) => {
  const error = await failure(respondWith(status, { error: "server_error" }));
  expect(error).toMatchObject({
    name: "ConnectionError",
    code: "TOKEN_ENDPOINT_UNREACHABLE",
    retryable: true,
  });
  expect(error.message).toContain(`responded with status ${status}`);
});

test("a token endpoint that cannot be reached is a ConnectionError that names the option", async () => {
  const error = await failure(await unusedURL());
  expect(error).toMatchObject({ name: "ConnectionError", retryable: true });
  expect(error.message).toMatch(/^login: the token request failed: Connection to 127/);
});

test("a response that is cut is a ConnectionError", async () => {
  const url = await serveRaw((socket) =>
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{"access_token":"canary'),
  );
  const error = await failure(url);
  expect(error).toMatchObject({ name: "ConnectionError", retryable: true });
  expect(error.message).toContain("login: the token request to 127");
});

test("a body without an end is not read to its end", async () => {
  const error = await failure(
    await serveRaw((socket) => {
      socket.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n");
      const more = (): void => void (socket.writable && socket.write("x".repeat(65_536), more));
      more();
    }),
  );
  expect(error.message).toContain("returned no access_token as JSON");
});

test("a token request that hangs ends before the call does, and the next call asks again", async () => {
  // The timeout of the call is 60 s, that of the token request 30 s.
  const { setTimeout: real } = globalThis;
  const timers = vi
    .spyOn(globalThis, "setTimeout")
    .mockImplementation(((task: () => void, ms?: number) =>
      real(task, ms === 30_000 ? 50 : ms)) as typeof setTimeout);
  onTestFinished(() => timers.mockRestore());
  const { tokenURL } = await authority(inTurn(silence, issue()));
  const server = await api();
  const client = clientOf(server.url, { clientCredentials: tokenURL });
  const error = errorOf(await get(client, undefined, none));
  expect(error).toMatchObject({ name: "ConnectionError", retryable: true });
  expect(error.message).toMatch(/^login: the token request to .* timed out after 30000 ms$/);
  valueOf(await get(client));
});

test.for([301, 302, 303, 307, 308])(
  "a token endpoint that redirects with %i gets nothing elsewhere",
  async (status) => {
    const elsewhere = await serve(issue());
    const location = `${elsewhere.url}/token`;
    const error = await failure(respondWith(status, undefined, { location }));
    expect(error.message).toContain(
      "redirects, which is not followed: set tokenURL to the final URL",
    );
    expect(elsewhere.seen).toEqual([]);
  },
);

test.for([
  ["http://auth.example/token"],
  ["https://user:pw@auth.example/token"],
  ["https://auth.example/token#fragment"],
  ["ftp://auth.example/token"],
  ["https://{tenant}.example/token"],
  ["https://"],
])("%s is no URL to send a secret to", async ([url = ""]) => {
  const error = await failure(url);
  expect(error).toMatchObject({ name: "InvalidRequestError", retryable: false });
  expect(error.message).toContain("login.tokenURL: expected an https URL");
});

test("http on another machine is allowed with allowHTTP", async () => {
  const urls: string[] = [];
  const httpClient = new HTTPClient({
    fetcher: async ({ url }) => {
      urls.push(url);
      return url.endsWith("/token") ? Response.json(good) : new Response(null, { status: 204 });
    },
  });
  const flows = { clientCredentials: "http://auth.internal/token" };
  valueOf(await get(clientOf("http://api.internal", flows, { httpClient, allowHTTP: true })));
  expect(urls).toEqual(["http://auth.internal/token", "http://api.internal/things"]);
});

test.for([
  ["/oauth/token", "/oauth/token"],
  ["oauth/token", "/v1/oauth/token"],
  ["../token?tenant=a", "/token?tenant=a"],
])("a relative URL, %s, is resolved against the server's", async ([relative = "", path]) => {
  const server = await serve((seen, response, count) =>
    (seen.method === "POST" ? issue() : respondWith(204))(seen, response, count),
  );
  valueOf(await get(clientOf(`${server.url}/v1/`, { clientCredentials: relative })));
  expect(server.seen.map(({ url }) => url)).toEqual([path, "/v1/things"]);
});

test("tokenURL of the credential takes the place of the document's", async () => {
  const { tokenURL, forms } = await authority();
  const server = await api();
  const login = { ...credentials, tokenURL };
  valueOf(await get(clientOf(server.url, { clientCredentials: "https://a.invalid" }, { login })));
  expect(forms()).toHaveLength(1);
});

test("client_secret_post sends the secret in the body, client_secret_basic in a header, form-encoded", async () => {
  const { tokenURL, server: auth } = await authority();
  const server = await api();
  const login = { clientId: "a b:ü", clientSecret: "s%+: " };
  valueOf(await get(clientOf(server.url, { clientCredentials: tokenURL }, { login })));
  valueOf(await get(clientOf(server.url, { clientCredentials: tokenURL, basic: true }, { login })));
  const [post, basic] = auth.seen;
  expect(post?.headers).toMatchObject({
    accept: "application/json",
    "content-type": "application/x-www-form-urlencoded",
    "user-agent": "test-sdk/1.0",
  });
  expect(post?.headers).not.toHaveProperty("authorization");
  expect(post && formOf(post)).toMatchObject({ client_id: "a b:ü", client_secret: "s%+:" });
  const pair = Buffer.from("a+b%3A%C3%BC:s%25%2B%3A").toString("base64");
  expect(basic?.headers.authorization).toBe(`Basic ${pair}`);
  expect(basic && formOf(basic)).toEqual({ grant_type: "client_credentials", scope: "read write" });
});

test("further parameters of the document are members of the credential, with defaults", async () => {
  const { tokenURL, forms } = await authority();
  const server = await api();
  const parameters = [
    { name: "audience", default: "https://api.example" },
    { name: "resource_id", key: "resourceId" },
    { name: "absent" },
  ];
  const login = { ...credentials, resourceId: "r-1" };
  valueOf(await get(clientOf(server.url, { clientCredentials: tokenURL, parameters }, { login })));
  expect(forms()[0]).toMatchObject({ audience: "https://api.example", resource_id: "r-1" });
  expect(forms()[0]).not.toHaveProperty("absent");
});

test.for<[login: unknown, message: string]>([
  [{ clientId: "app" }, "login.clientSecret: expected a non-empty string"],
  [{ clientId: "app", clientSecret: "" }, "login.clientSecret: expected a non-empty string"],
  [{ clientId: 5, clientSecret: "s" }, "login.clientId: expected a non-empty string"],
  [{ clientSecret: "s" }, "login: expected an access token or { clientId, clientSecret }"],
  [{ refreshToken: "r" }, "login: expected an access token or { clientId, clientSecret }"],
  [{}, "login: expected an access token or { clientId, clientSecret }"],
  [5, "login: expected an access token or { clientId, clientSecret }"],
  [{ ...credentials, scopes: "read" }, "login.scopes: expected an array of scopes"],
  [{ ...credentials, scopes: ["a b"] }, "login.scopes: expected an array of scopes"],
  [{ ...credentials, tokenURL: 5 }, "login.tokenURL: expected a non-empty string"],
])("bad credentials are refused, and nothing is sent: %j", async ([login, message]) => {
  const { tokenURL, server: auth } = await authority();
  const error = await failure(tokenURL, { login });
  expect(error).toMatchObject({ name: "InvalidRequestError" });
  expect(error.message).toContain(message);
  expect(auth.seen).toEqual([]);
});

test("no secret is logged", async () => {
  const { tokenURL } = await authority(respondWith(200, { ...good, refresh_token: "canary-2" }));
  const server = await api();
  const lines: string[] = [];
  const debugLogger = {
    group: (label?: string) => void lines.push(`${label}`),
    groupEnd: () => undefined,
    log: (message: unknown) => void lines.push(`${String(message)}`),
  };
  const flows = { clientCredentials: `${tokenURL}?client_secret=${SECRET}`, basic: true };
  const client = clientOf(server.url, flows, { debugLogger });
  const [, { request }] = await get(client).$inspect();
  valueOf(await get(client));
  expect(lines.filter((line) => line.startsWith("> POST"))).toHaveLength(1);
  const encoded = Buffer.from(`app:${SECRET}`).toString("base64");
  const shown = [...lines, JSON.stringify(client), JSON.stringify(request)].join("\n");
  for (const secret of [SECRET, "canary-access-token", "canary-2", encoded])
    expect(shown).not.toContain(secret);
});
