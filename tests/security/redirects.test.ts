/** What leaves for the target of a redirect, and what is shown of it, on both transports. */
import { describe, expect, test } from "vitest";
import {
  type HTTPClient,
  type SecurityScheme,
  apiKeyCookie,
  apiKeyHeader,
  apiKeyQuery,
  basic,
  bearer,
} from "../../src/lib/index.js";
import { NodeHTTPClient } from "../../src/node/index.js";
import { coreOf, thingsCreate, thingsGet } from "../support/sdk.js";
import { inTurn, respondWith, serve } from "../support/server.js";
import { leaks } from "./places.js";

const SECRET = "c4nary-0f-the-key";
const OF_THE_LINK = "c4nary-0f-the-link";
const request = { thingId: "t" };
const to = (location: string, status = 307) => respondWith(status, "", { location });
const found = respondWith(200, { id: "t" });

const transports: readonly (readonly [name: string, create: () => HTTPClient | undefined])[] = [
  ["fetch", () => undefined],
  ["NodeHTTPClient", () => new NodeHTTPClient()],
];

const schemes: readonly (readonly [what: string, scheme: SecurityScheme, credential: unknown])[] = [
  ["a header", apiKeyHeader("it", "X-Me"), SECRET],
  ["a query", apiKeyQuery("it", "me"), SECRET],
  ["a cookie", apiKeyCookie("it", "me"), SECRET],
  ["a bearer", bearer("it"), SECRET],
  ["basic", basic("it"), { username: SECRET, password: SECRET }],
];

/** Secrets that a location may hold. */
const locations: readonly string[] = [
  `/there?access_token=${OF_THE_LINK}&page=2`,
  `/there?page=2#id_token=${OF_THE_LINK}`,
  `/there?X-Amz-Credential=a&X-Amz-Signature=${OF_THE_LINK}&page=2`,
  `/there?sv=1&sig=${OF_THE_LINK}&page=2`,
  `/there?X-Goog-Signature=${OF_THE_LINK}&page=2`,
  `/there?page=2&to=${encodeURIComponent(`https://a.test/?token=${OF_THE_LINK}`)}`,
];

describe.each(transports)("%s", (_, create) => {
  test.for(schemes)("%s is not sent to another origin", async ([, scheme, it]) => {
    for (const status of [301, 302, 303, 307, 308]) {
      const other = await serve(found);
      const server = await serve(to(`${other.url}/there`, status));
      const core = coreOf(server.url, { it, httpClient: create() } as never, {
        security: [[scheme]],
      });
      const headers = { "x-session-id": SECRET, "x-copy": SECRET };
      expect((await thingsGet(core, request, { headers })).ok).toBe(true);
      const { headers: sent, url, body } = other.last();
      expect(leaks({ sent, url, body }, SECRET)).toEqual([]);
      expect(leaks(sent, Buffer.from(`${SECRET}:${SECRET}`).toString("base64"))).toEqual([]);
    }
  });

  test("a body is not sent to another origin", async () => {
    const other = await serve(found);
    for (const status of [307, 308]) {
      const server = await serve(to(`${other.url}/there`, status));
      const core = coreOf(server.url, { httpClient: create() });
      expect((await thingsCreate(core, { id: SECRET })).ok).toBe(false);
    }
    expect(leaks(other.seen, SECRET)).toEqual([]);
  });

  test.for(locations)("the location %s is shown without its secret", async (location) => {
    const lines: string[] = [];
    const log = (line: unknown): void => void lines.push(String(line));
    const debugLogger = { group: log, groupEnd: () => {}, log };
    for (const last of [found, respondWith(404, { message: "no such thing" }), to("/", 302)]) {
      const server = await serve(inTurn(to(location), last));
      const core = coreOf(server.url, { debugLogger, httpClient: create() });
      const promise = thingsGet(core, request);
      expect(leaks(await promise, OF_THE_LINK)).toEqual([]);
      const [, inspection] = await promise.$inspect();
      expect(leaks(inspection.request, OF_THE_LINK)).toEqual([]);
      expect(server.seen.length).toBeGreaterThan(1);
    }
    expect(lines.join("\n")).toContain("page=2");
    expect(lines.join("\n")).not.toContain(OF_THE_LINK);
  });

  test.for([
    `http://user:${OF_THE_LINK}@127.0.0.1:1/`,
    `javascript:alert("${OF_THE_LINK}")`,
    `https://a.test:99999/?token=${OF_THE_LINK}`,
  ])("the location %s is not followed", async (location) => {
    const server = await serve(to(location));
    const result = await thingsGet(coreOf(server.url, { httpClient: create() }), request);
    expect(result.ok).toBe(false);
    expect(leaks(result, OF_THE_LINK)).toEqual([]);
    expect(server.seen).toHaveLength(1);
  });
});
