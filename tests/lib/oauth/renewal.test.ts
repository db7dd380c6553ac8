import { expect, test } from "vitest";
import {
  type Operation,
  type Schema,
  binary,
  bytesBody,
  empty,
  operation,
} from "../../../src/lib/typed.js";
import { errorOf, valueOf } from "../../support/sdk.js";
import { inTurn, respondWith, serve } from "../../support/server.js";
import { expectNothingUnhandled } from "../../support/unhandled.js";
import { api, authority, clientOf, get, hold, post, tokens } from "./authority.js";

expectNothingUnhandled();

const upload: Operation<Uint8Array | Blob | ReadableStream<Uint8Array>, void> = operation(() => ({
  id: "upload",
  method: "POST",
  path: "/upload",
  request: binary as Schema<never>, // a stream is one
  body: bytesBody(),
  responses: [empty(204)],
}));

const none = { retries: { strategy: "none" } } as const;

test("a 401 renews the token and sends the call again, even a POST without retries", async () => {
  const { tokenURL, forms } = await authority();
  const server = await api("token-1");
  const client = clientOf(server.url, { clientCredentials: tokenURL });
  valueOf(await post(client, { a: 1 }, none));
  expect(tokens(server)).toEqual(["token-1", "token-2"]);
  expect(server.seen.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}']);
  valueOf(await get(client));
  expect(forms()).toHaveLength(2);
});

test("a call is sent again once only", async () => {
  const { tokenURL, forms } = await authority();
  const server = await serve(respondWith(401));
  const client = clientOf(server.url, { clientCredentials: tokenURL });
  expect(errorOf(await get(client))).toMatchObject({ statusCode: 401, kind: "unauthorized" });
  expect(tokens(server)).toEqual(["token-1", "token-2"]);
  expect(forms()).toHaveLength(2);
});

test("the renewal does not count as an attempt", async () => {
  const { tokenURL } = await authority();
  const responses = [401, 503, 503, 204].map((status) => respondWith(status));
  const server = await serve(inTurn(...responses));
  const client = clientOf(server.url, { clientCredentials: tokenURL });
  valueOf(await get(client));
  expect(server.seen).toHaveLength(4);
});

test("calls that are refused together renew the token once", async () => {
  const { tokenURL, forms } = await authority();
  const server = await api("token-1");
  const client = clientOf(server.url, { clientCredentials: tokenURL });
  await Promise.all(Array.from({ length: 10 }, async () => valueOf(await get(client))));
  expect(forms()).toHaveLength(2);
});

test("a 401 for an old token does not drop the one that has replaced it", async () => {
  const { tokenURL, forms } = await authority();
  const { held, release } = hold();
  const server = await serve(async (seen, response, count) => {
    if (count === 1) await held;
    const isOld = seen.headers.authorization === "Bearer token-1";
    return respondWith(isOld ? 401 : 204)(seen, response, count);
  });
  const client = clientOf(server.url, { clientCredentials: tokenURL });
  const slow = get(client);
  while (server.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  valueOf(await get(client)); // 401, renewed
  release();
  valueOf(await slow);
  expect(forms()).toHaveLength(2);
});

test("a stream is not sent again, but the next call gets a new token", async () => {
  const { tokenURL } = await authority();
  const server = await api("token-1");
  const client = clientOf(server.url, { clientCredentials: tokenURL });
  const stream = new Blob(["content"]).stream();
  expect(errorOf(await upload(client, stream))).toMatchObject({ statusCode: 401 });
  valueOf(await get(client));
  expect(tokens(server)).toEqual(["token-1", "token-2"]);
});

test("a POST that was redirected is not sent again: its work may have been done", async () => {
  const { tokenURL } = await authority();
  const server = await serve((seen, response, count) =>
    (seen.method === "POST"
      ? respondWith(303, undefined, { location: "/done" })
      : respondWith(401))(seen, response, count),
  );
  const client = clientOf(server.url, { clientCredentials: tokenURL });
  expect(errorOf(await post(client, {}))).toMatchObject({ statusCode: 401 });
  expect(server.seen.map(({ method }) => method)).toEqual(["POST", "GET"]);
});

test("a GET that was redirected on the same host is sent again with a new token", async () => {
  const { tokenURL } = await authority();
  const server = await serve((seen, response, count) => {
    const isOld = seen.headers.authorization === "Bearer token-1";
    const there = seen.url === "/there" ? respondWith(isOld ? 401 : 204) : undefined;
    return (there ?? respondWith(308, undefined, { location: "/there" }))(seen, response, count);
  });
  const client = clientOf(server.url, { clientCredentials: tokenURL });
  valueOf(await get(client));
  expect(tokens(server)).toEqual(["token-1", "token-1", "token-2", "token-2"]);
});

test("another host gets no token, and its 401 no POST again", async () => {
  const { tokenURL } = await authority();
  const elsewhere = await serve(respondWith(401));
  const location = `${elsewhere.url}/things`;
  const server = await serve(respondWith(303, undefined, { location }));
  const client = clientOf(server.url, { clientCredentials: tokenURL });
  expect(errorOf(await post(client, {}))).toMatchObject({ statusCode: 401 });
  expect(errorOf(await get(client))).toMatchObject({ statusCode: 401 });
  expect(new Set(tokens(elsewhere))).toEqual(new Set([undefined]));
  expect(server.seen.filter(({ method }) => method === "POST")).toHaveLength(1);
});

test("the renewal is part of its attempt, and middleware sees both requests", async () => {
  const { tokenURL } = await authority();
  const server = await serve(inTurn(...[401, 503, 503, 204].map((status) => respondWith(status))));
  const attempts: number[] = [];
  const client = clientOf(
    server.url,
    { clientCredentials: tokenURL },
    {
      middleware: [
        (next) => (call) => {
          attempts.push(call.attempt);
          return next(call);
        },
      ],
    },
  );
  valueOf(await get(client));
  expect(attempts).toEqual([1, 1, 2, 3]);
});

test("a renewal that fails ends the call with the error of the token endpoint", async () => {
  const { tokenURL } = await authority(
    inTurn(
      respondWith(200, { access_token: "token-1" }),
      respondWith(401, { error: "invalid_client" }),
    ),
  );
  const server = await api("token-1");
  const error = errorOf(await post(clientOf(server.url, { clientCredentials: tokenURL }), {}));
  expect(error).toMatchObject({ name: "InvalidRequestError" });
  expect(error.message).toContain("login: the token endpoint");
});

test("a 401 for an access token of the caller's own is not sent again", async () => {
  const server = await serve(respondWith(401));
  const flows = { clientCredentials: "https://nowhere.invalid" };
  errorOf(await get(clientOf(server.url, flows, { login: "mine" })));
  expect(server.seen).toHaveLength(1);
});

test("the caller's own Authorization header is sent as it is, and fetches no token", async () => {
  const { tokenURL, forms } = await authority();
  const server = await api();
  const client = clientOf(server.url, { clientCredentials: tokenURL });
  valueOf(await get(client, undefined, { headers: { authorization: "Bearer own" } }));
  expect(tokens(server)).toEqual(["own"]);
  expect(forms()).toEqual([]);
});
