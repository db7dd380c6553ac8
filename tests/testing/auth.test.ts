import { withPlaceholders } from "connections-sdk/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CONNECTIONS, type Fixture, start } from "./client.js";

const now = new Date("2026-06-01T12:00:00Z");
const seconds = now.getTime() / 1000;
let fixture: Fixture;
beforeAll(async () => {
  fixture = await start({ now: () => now });
});
afterAll(() => fixture.close());

const list = (headers: HeadersInit) => fixture.call("GET", CONNECTIONS, undefined, headers);

const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString("base64url");
function token(claims: object = {}, header: object = {}): string {
  const head = { alg: "RS256", kid: "key-1", ...header };
  const body = {
    sub: "user",
    groupRef: "group-123",
    consumerRef: "consumer-456",
    iat: seconds - 60,
    exp: seconds + 60,
    ...claims,
  };
  return `${encode(head)}.${encode(body)}.signature`;
}

test.for(["<YOUR_API_KEY_HERE>", "anything"])("the key %s is accepted by default", async (key) => {
  expect((await list({ "x-api-key": key })).status).toBe(200);
});

test.for([
  [{}, "The request has neither an API key nor a token."],
  [{ "x-api-key": "" }, "The API key is not valid."],
  [{ "x-api-key": "invalid-key" }, "The API key is not valid."],
  [{ authorization: "Basic dTpw" }, "The request has neither an API key nor a token."],
  [{ authorization: "Bearer not.a.token" }, "The token is not a JSON Web Token."],
  [
    { authorization: `Bearer ${token({}, { alg: "HS256" })}` },
    "The token must be signed with RS256 and name its key as `kid`.",
  ],
  [
    { authorization: `Bearer ${token({ groupRef: undefined })}` },
    "The token needs the claims sub, groupRef and consumerRef.",
  ],
  [
    { authorization: `Bearer ${token({ exp: seconds + 3600 })}` },
    "The token needs iat and exp, at most 600 seconds apart.",
  ],
  [{ authorization: `Bearer ${token({ exp: seconds })}` }, "The token has expired."],
] as const)("%j is refused with 401 and the reason", async ([headers, detail]) => {
  const response = await list(headers);
  expect([response.status, response.type]).toEqual([401, "application/problem+json"]);
  expect(response.json).toMatchObject({ status: 401, detail, remedy: expect.any(String) });
});

test("a token gives access only to the connections of its group and consumer", async () => {
  const headers = { authorization: `Bearer ${token()}`, "content-type": "application/json" };
  const ids = (await list(headers)).json.map(({ id }: { id: string }) => id);
  expect(ids).toEqual(["conn-0001", "conn-0002"]);
  const other = await fixture.call("GET", `${CONNECTIONS}/conn-0003`, undefined, headers);
  expect(other.status).toBe(404);
  const foreign = { groupRef: "group-456", consumerRef: "consumer-456", provider: "apollo" };
  const made = await fixture.call("POST", `${CONNECTIONS}:generate`, foreign, headers);
  expect(made.status).toBe(403);
});

test("only the keys of the options are accepted if there are any", async () => {
  await using strict = await start({ ampersand: { apiKeys: ["one", "two"] } });
  const status = async (key: string) =>
    (await strict.call("GET", CONNECTIONS, undefined, { "x-api-key": key })).status;
  expect([await status("one"), await status("two"), await status("three")]).toEqual([
    200, 200, 401,
  ]);
});

test("examples of documentation run unchanged with placeholders in the seed", async () => {
  await using docs = await start({
    ampersand: { seed: withPlaceholders(), providers: { "<value>": "none" } },
  });
  const project = `/projects/${encodeURIComponent("<value>")}/connections`;
  const body = { groupRef: "group-123", consumerRef: "<value>", provider: "<value>" };
  expect((await docs.call("POST", `${project}:generate`, body)).status).toBe(201);
  expect((await docs.call("GET", `${CONNECTIONS}/%3Cid%3E`)).status).toBe(200);
  expect((await docs.call("DELETE", `${project}/%3Cid%3E`)).status).toBe(204);
});

test("a seed with a connection in an unknown project is an error", async () => {
  const connection = { project: "none", groupRef: "g", consumerRef: "c", provider: "apollo" };
  await expect(
    start({ ampersand: { seed: { projects: [], connections: [connection] } } }),
  ).rejects.toThrow("The seed has a connection in none, a project it has not.");
});
