import { afterEach, expect, test, vi } from "vitest";
import { oauth2 } from "../../../src/lib/oauth/index.js";
import { errorOf, valueOf } from "../../support/sdk.js";
import { inTurn, respondWith, serve } from "../../support/server.js";
import { expectNothingUnhandled } from "../../support/unhandled.js";
import {
  api,
  authority,
  clientOf,
  credentials,
  get,
  hold,
  issue,
  post,
  refuse,
  tokens,
} from "./authority.js";

expectNothingUnhandled();
afterEach(() => {
  vi.useRealTimers();
  for (const name of Object.keys(process.env))
    if (name.startsWith("TESTSDK_")) delete process.env[name];
});

/** Moves the clock, but no timer. */
function pass(seconds: number): void {
  const now = Date.now() + seconds * 1000;
  vi.useFakeTimers({ toFake: ["Date"], now });
}

test("a token is fetched once and used by all calls", async () => {
  const { tokenURL, forms } = await authority();
  const server = await api();
  const client = clientOf(server.url, { clientCredentials: tokenURL });
  valueOf(await get(client));
  valueOf(await post(client, {}));
  expect(tokens(server)).toEqual(["token-1", "token-1"]);
  expect(forms()).toEqual([
    {
      grant_type: "client_credentials",
      scope: "read write",
      client_id: "app",
      client_secret: "canary-client-secret",
    },
  ]);
});

test("calls at the same time share one token request", async () => {
  const { tokenURL, forms } = await authority();
  const server = await api();
  const client = clientOf(server.url, { clientCredentials: tokenURL });
  await Promise.all(Array.from({ length: 20 }, async () => valueOf(await get(client))));
  expect(new Set(tokens(server))).toEqual(new Set(["token-1"]));
  expect(forms()).toHaveLength(1);
});

test("a call that is aborted does not cancel the token request of the others", async () => {
  const { held, release } = hold();
  const controller = new AbortController();
  const { tokenURL, forms } = await authority(async (seen, response, count) => {
    controller.abort();
    await held;
    return issue()(seen, response, count);
  });
  const server = await api();
  const client = clientOf(server.url, { clientCredentials: tokenURL });
  const aborted = get(client, undefined, { signal: controller.signal });
  const other = get(client);
  expect(errorOf(await aborted).name).toBe("RequestAbortedError");
  release();
  valueOf(await other);
  expect(forms()).toHaveLength(1);
});

test("operations with other scopes get tokens of their own", async () => {
  const { tokenURL, forms } = await authority();
  const server = await api();
  const flows = { clientCredentials: tokenURL };
  const client = clientOf(server.url, flows);
  const other = clientOf(server.url, flows, {}, { security: [[oauth2("login", flows)]] });
  valueOf(await get(client));
  valueOf(await get(other));
  expect(forms().map(({ scope }) => scope)).toEqual(["read write", undefined]);
});

test("scopes of the credential take the place of the operation's", async () => {
  const { tokenURL, forms } = await authority();
  const server = await api();
  const login = { ...credentials, scopes: ["admin"] };
  valueOf(await get(clientOf(server.url, { clientCredentials: tokenURL }, { login })));
  expect(forms()[0]).toMatchObject({ scope: "admin" });
});

test.for<[expiresIn: unknown, after: number, requests: number]>([
  [3600, 3500, 1],
  [3600, 3541, 2],
  ["3600", 3500, 1],
  ["3600", 3541, 2],
  [60, 29, 1],
  [60, 31, 2],
  [undefined, 1e9, 1],
  ["soon", 1e9, 1],
  [null, 1e9, 1],
  [1e300, 1e9, 1],
  [0, 0, 2],
  [-5, 0, 2],
])(
  "a token that expires in %j is used for %d s: %d requests",
  async ([expiresIn, after, requests]) => {
    const { tokenURL, forms } = await authority({ expires_in: expiresIn });
    const server = await api();
    const client = clientOf(server.url, { clientCredentials: tokenURL });
    valueOf(await get(client));
    pass(after);
    valueOf(await get(client));
    expect(forms()).toHaveLength(requests);
  },
);

test("a renewal that fails in the last minute of a token leaves the token in use", async () => {
  const down = respondWith(503);
  const { tokenURL } = await authority(inTurn(issue({ expires_in: 3600 }), down));
  const server = await api();
  const client = clientOf(server.url, { clientCredentials: tokenURL });
  valueOf(await get(client));
  pass(3570);
  valueOf(await get(client));
  expect(tokens(server)).toEqual(["token-1", "token-1"]);
  pass(40);
  expect(errorOf(await get(client)).message).toContain("responded with status 503");
});

test("another secret never gets the token of the right one", async () => {
  const { tokenURL } = await authority((seen, response, count) =>
    (seen.body.includes(credentials.clientSecret) ? issue() : refuse("invalid_client"))(
      seen,
      response,
      count,
    ),
  );
  const server = await api();
  valueOf(await get(clientOf(server.url, { clientCredentials: tokenURL })));
  const wrong = { ...credentials, clientSecret: "a guess" };
  let login: unknown = credentials;
  const other = clientOf(
    server.url,
    { clientCredentials: tokenURL },
    { login: () => Promise.resolve(login) },
  );
  valueOf(await get(other));
  login = wrong;
  expect(errorOf(await get(other)).message).toContain("invalid_client");
  expect(server.seen).toHaveLength(2);
});

test("tokens of other clients are not shared", async () => {
  const { tokenURL, forms } = await authority();
  const server = await api();
  valueOf(await get(clientOf(server.url, { clientCredentials: tokenURL })));
  valueOf(await get(clientOf(server.url, { clientCredentials: tokenURL })));
  expect(forms()).toHaveLength(2);
});

test("an access token, or a function that returns one, is sent as it is", async () => {
  const server = await api();
  const flows = { clientCredentials: "https://nowhere.invalid" };
  valueOf(await get(clientOf(server.url, flows, { login: "mine" })));
  valueOf(await get(clientOf(server.url, flows, { login: () => "sync" })));
  valueOf(await get(clientOf(server.url, flows, { login: async () => "async" })));
  expect(tokens(server)).toEqual(["mine", "sync", "async"]);
});

test("a function can return credentials, for secrets that are kept elsewhere", async () => {
  const { tokenURL, forms } = await authority();
  const server = await api();
  const login = () => Promise.resolve({ ...credentials, clientId: server.url });
  const client = clientOf(server.url, { clientCredentials: tokenURL }, { login });
  valueOf(await get(client));
  valueOf(await get(client));
  expect(tokens(server)).toEqual(["token-1", "token-1"]);
  expect(forms()).toHaveLength(1);
});

test("credentials come from the environment, if all parts of a grant are there", async () => {
  const { tokenURL, forms } = await authority();
  const server = await api();
  const flows = { clientCredentials: tokenURL, parameters: [{ name: "audience" }] };
  process.env["TESTSDK_LOGIN_CLIENT_ID"] = "from-env";
  const client = clientOf(server.url, flows, { login: undefined });
  expect(errorOf(await get(client)).message).toContain("missing credential: pass login");
  process.env["TESTSDK_LOGIN_CLIENT_SECRET"] = "secret-from-env";
  process.env["TESTSDK_LOGIN_AUDIENCE"] = "things";
  valueOf(await get(client));
  expect(forms()).toEqual([
    {
      grant_type: "client_credentials",
      scope: "read write",
      audience: "things",
      client_id: "from-env",
      client_secret: "secret-from-env",
    },
  ]);
});

test("retries of the call cover the token request, even if the call is not idempotent", async () => {
  const { tokenURL } = await authority(inTurn(respondWith(503), issue()));
  const server = await api();
  const client = clientOf(server.url, { clientCredentials: tokenURL });
  valueOf(await post(client, {}));
  expect(tokens(server)).toEqual(["token-2"]);
});

test("the token request goes through the transport, but not through middleware", async () => {
  const { tokenURL } = await authority();
  const server = await serve(respondWith(204));
  const urls: string[] = [];
  const seen: string[] = [];
  const client = clientOf(
    server.url,
    { clientCredentials: tokenURL },
    {
      httpClient: {
        send: (call) => {
          urls.push(call.url);
          return fetch(call.url, {
            method: call.method,
            headers: call.headers,
            body: call.body as string,
          });
        },
        createController: () => new AbortController(),
      },
      middleware: [
        (next) => (call) => {
          seen.push(call.url);
          return next(call);
        },
      ],
    },
  );
  valueOf(await post(client, {}));
  expect(urls).toEqual([tokenURL, `${server.url}/things`]);
  expect(seen).toEqual([`${server.url}/things`]);
});

test("a client keeps the tokens of a thousand credentials, the last used ones", async () => {
  const { tokenURL, forms } = await authority();
  const server = await api();
  let clientId = "first";
  const login = () => Promise.resolve({ ...credentials, clientId });
  const client = clientOf(server.url, { clientCredentials: tokenURL }, { login });
  const call = async (id: string): Promise<void> => {
    clientId = id;
    valueOf(await get(client));
  };
  await call("first");
  await call("second");
  for (let other = 0; other < 998; other++) await call(`other ${other}`);
  await call("first");
  await call("one more"); // in place of the second
  await call("first");
  expect(forms()).toHaveLength(1001);
  await call("second");
  expect(forms()).toHaveLength(1002);
});
