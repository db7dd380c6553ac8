import { expect, test, vi, afterEach } from "vitest";
import type { StoredToken, TokenStore } from "../../../src/lib/oauth/index.js";
import { errorOf, valueOf } from "../../support/sdk.js";
import { type Responder, inTurn, respondWith } from "../../support/server.js";
import { expectNothingUnhandled } from "../../support/unhandled.js";
import {
  api,
  authority,
  clientOf,
  credentials,
  formOf,
  get,
  issue,
  refuse,
  tokens,
} from "./authority.js";

expectNothingUnhandled();
afterEach(() => vi.useRealTimers());

/** Moves the clock, but no timer. */
function pass(seconds: number): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + seconds * 1000 });
}

/** Replaces the refresh token each time that it is used, and refuses those that were. */
function rotating(): Responder {
  let valid = "refresh-0";
  return (seen, response, count) => {
    const form = formOf(seen);
    if (form["grant_type"] !== "password" && form["refresh_token"] !== valid)
      return refuse("invalid_grant", "used")(seen, response, count);
    valid = `refresh-${count}`;
    return issue({ expires_in: 3600, refresh_token: valid })(seen, response, count);
  };
}

/** A store in memory, which several clients can share. */
function memory(): TokenStore & { readonly kept: Map<string, StoredToken> } {
  const kept = new Map<string, StoredToken>();
  return {
    kept,
    get: (key) => kept.get(key),
    set: async (key, token) => void kept.set(key, token),
  };
}

const login = { refreshToken: "refresh-0", clientId: "app" };

test("a refresh token gets access tokens for all scopes of the user's consent", async () => {
  const { tokenURL, forms } = await authority();
  const server = await api();
  valueOf(await get(clientOf(server.url, { refreshToken: tokenURL }, { login })));
  expect(forms()).toEqual([
    { grant_type: "refresh_token", refresh_token: "refresh-0", client_id: "app" },
  ]);
});

test("a refresh token that is replaced is not used again", async () => {
  const { tokenURL, forms } = await authority(rotating());
  const server = await api();
  const client = clientOf(server.url, { refreshToken: tokenURL }, { login });
  for (let call = 0; call < 3; call++) {
    valueOf(await get(client));
    pass(3600);
  }
  expect(forms().map((form) => form["refresh_token"])).toEqual([
    "refresh-0",
    "refresh-1",
    "refresh-2",
  ]);
});

test("a refresh token that is not replaced is used again", async () => {
  const { tokenURL, forms } = await authority();
  const server = await api();
  const client = clientOf(server.url, { refreshToken: tokenURL }, { login });
  valueOf(await get(client));
  pass(3600);
  valueOf(await get(client));
  expect(forms().map((form) => form["refresh_token"])).toEqual(["refresh-0", "refresh-0"]);
});

test("a refresh token that is void ends the call with what to do", async () => {
  const { tokenURL } = await authority(refuse("invalid_grant"));
  const server = await api();
  const error = errorOf(await get(clientOf(server.url, { refreshToken: tokenURL }, { login })));
  expect(error.message).toContain("have the user sign in again");
});

test("a password is sent once, and then the refresh token that it was exchanged for", async () => {
  const { tokenURL, forms } = await authority(rotating());
  const server = await api();
  const password = { username: "ada", password: " pass word " };
  const client = clientOf(server.url, { password: tokenURL }, { login: password });
  valueOf(await get(client));
  pass(3600);
  valueOf(await get(client));
  expect(forms()).toEqual([
    { grant_type: "password", scope: "read write", ...password },
    { grant_type: "refresh_token", refresh_token: "refresh-1", scope: "read write" },
  ]);
});

test("a password is sent again when its refresh token is void", async () => {
  const { tokenURL, forms } = await authority(
    inTurn(
      issue({ expires_in: 3600, refresh_token: "short" }),
      refuse("invalid_grant"),
      issue({ expires_in: 3600 }),
    ),
  );
  const server = await api();
  const password = { username: "ada", password: "pw" };
  const client = clientOf(server.url, { password: tokenURL }, { login: password });
  valueOf(await get(client));
  pass(3600);
  valueOf(await get(client));
  expect(forms().map((form) => form["grant_type"])).toEqual([
    "password",
    "refresh_token",
    "password",
  ]);
});

test("processes that share a store share the token", async () => {
  const { tokenURL, forms } = await authority();
  const server = await api();
  const tokenStore = memory();
  const flows = { clientCredentials: tokenURL };
  for (let process = 0; process < 3; process++)
    valueOf(await get(clientOf(server.url, flows, { tokenStore })));
  expect(forms()).toHaveLength(1);
  const [[key = "", token] = []] = tokenStore.kept;
  expect(key).toMatch(/^login:[0-9a-f]{64}$/);
  expect(token).toEqual({
    accessToken: "token-1",
    expiresAt: expect.any(Number),
    renewAt: (token?.expiresAt ?? 0) - 60_000,
  });
  expect(JSON.parse(JSON.stringify(token))).toEqual(token);
});

test("a token that the API refuses is renewed by the first process, and taken by the second", async () => {
  const { tokenURL, forms } = await authority();
  const good = await api();
  const tokenStore = memory();
  const flows = { clientCredentials: tokenURL };
  const first = clientOf(good.url, flows, { tokenStore });
  const second = clientOf(good.url, flows, { tokenStore });
  valueOf(await get(first));
  valueOf(await get(second));
  const { url } = await api("token-1");
  valueOf(await get(first, undefined, { serverURL: url }));
  valueOf(await get(second, undefined, { serverURL: url }));
  expect(forms()).toHaveLength(2);
});

test("the rotated refresh token of another process is taken when one's own is void", async () => {
  const { tokenURL } = await authority(rotating());
  const server = await api();
  const shared = memory();
  const flows = { refreshToken: tokenURL };
  // The first process has read nothing when the second one has already stored its token.
  let reads = 0;
  const late: TokenStore = { ...shared, get: (key) => (reads++ ? shared.get(key) : undefined) };
  valueOf(await get(clientOf(server.url, flows, { login, tokenStore: shared })));
  valueOf(await get(clientOf(server.url, flows, { login, tokenStore: late })));
  expect(tokens(server)).toEqual(["token-1", "token-1"]);
});

test("a lock keeps processes from using a refresh token at the same time", async () => {
  const { tokenURL, forms } = await authority(rotating());
  const server = await api();
  const held = new Map<string, Promise<unknown>>();
  const tokenStore: TokenStore = {
    ...memory(),
    lock(key, task) {
      const mine = (held.get(key) ?? Promise.resolve()).then(task);
      held.set(
        key,
        mine.catch(() => undefined),
      );
      return mine;
    },
  };
  const options = { login, tokenStore };
  const clients = [1, 2, 3].map(() => clientOf(server.url, { refreshToken: tokenURL }, options));
  await Promise.all(clients.map(async (client) => valueOf(await get(client))));
  expect(forms()).toHaveLength(1);
});

test("the error of a request under a lock is the one of the token endpoint", async () => {
  const { tokenURL } = await authority(refuse("invalid_client"));
  const server = await api();
  const tokenStore: TokenStore = { ...memory(), lock: (_, task) => task() };
  const client = clientOf(server.url, { clientCredentials: tokenURL }, { tokenStore });
  expect(errorOf(await get(client)).message).toContain("refused the request: invalid_client");
});

test("a new refresh token is stored before its access token is used, and never lost", async () => {
  const { tokenURL, forms } = await authority(rotating());
  const server = await api();
  const store = memory();
  let isDown = true;
  const tokenStore: TokenStore = {
    ...store,
    set: (key, token) => {
      if (isDown) throw new Error(`cannot store ${token.refreshToken}`);
      return store.set(key, token);
    },
  };
  const client = clientOf(server.url, { refreshToken: tokenURL }, { login, tokenStore });
  const error = errorOf(await get(client));
  expect(error).toMatchObject({ name: "UnexpectedClientError" });
  expect(error.message).toBe("Unexpected error in tokenStore.set: see error.cause");
  expect(server.seen).toEqual([]);
  isDown = false;
  valueOf(await get(client));
  expect(forms()).toHaveLength(1);
  expect([...store.kept.values()]).toMatchObject([{ refreshToken: "refresh-1" }]);
});

test.for<[what: string, tokenStore: Partial<TokenStore>, method: string]>([
  ["get", { get: () => Promise.reject(new Error("down")) }, "get"],
  ["lock", { lock: () => Promise.reject(new Error("down")) }, "lock"],
])("a store whose %s fails ends the call, and nothing is sent", async ([, broken, method]) => {
  const { tokenURL, forms } = await authority();
  const server = await api();
  const tokenStore = { ...memory(), ...broken };
  const error = errorOf(
    await get(clientOf(server.url, { clientCredentials: tokenURL }, { tokenStore })),
  );
  expect(error.message).toBe(`Unexpected error in tokenStore.${method}: see error.cause`);
  expect([...forms(), ...server.seen]).toEqual([]);
});

test("what a store returns by mistake is no token", async () => {
  const { tokenURL } = await authority();
  const server = await api();
  for (const found of [null, {}, { accessToken: 5 }, "token", []]) {
    const tokenStore = { ...memory(), get: () => found as StoredToken | null };
    const client = clientOf(server.url, { clientCredentials: tokenURL }, { tokenStore });
    valueOf(await get(client));
  }
  expect(new Set(tokens(server)).has("token")).toBe(false);
});

test("other credentials have other names in a store", async () => {
  const { tokenURL } = await authority();
  const server = await api();
  const tokenStore = memory();
  for (const clientId of ["a", "b"]) {
    const options = { login: { ...credentials, clientId }, tokenStore };
    valueOf(await get(clientOf(server.url, { clientCredentials: tokenURL }, options)));
  }
  expect(tokenStore.kept.size).toBe(2);
});

test("a public client sends its id, a confidential one its secret too", async () => {
  const { tokenURL, server: auth } = await authority();
  const server = await api();
  const secret = { ...login, clientSecret: "s" };
  const flows = { refreshToken: tokenURL, basic: true };
  valueOf(await get(clientOf(server.url, flows, { login })));
  valueOf(await get(clientOf(server.url, flows, { login: secret })));
  const [open, confidential] = auth.seen;
  expect(open && formOf(open)).toMatchObject({ client_id: "app" });
  expect(open?.headers).not.toHaveProperty("authorization");
  expect(confidential?.headers.authorization).toBe(`Basic ${btoa("app:s")}`);
});

test("a token of no duration is used by the calls that wait for it, and by no later one", async () => {
  const { tokenURL, forms } = await authority(inTurn(issue({ expires_in: 0 }), respondWith(503)));
  const server = await api();
  const client = clientOf(server.url, { clientCredentials: tokenURL });
  const none = { retries: { strategy: "none" } } as const;
  const together = await Promise.all([get(client), get(client)]);
  together.forEach(valueOf);
  expect(errorOf(await get(client, undefined, none)).message).toContain("503");
  expect(forms()).toHaveLength(2);
});
