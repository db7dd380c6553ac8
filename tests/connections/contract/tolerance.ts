import type { Middleware, Result } from "connections-sdk";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../support/runs.js";
import { type AnySDK, functions, ground } from "./calls.js";
import type { PlatformDescription } from "./description.js";

/** A connection as its members are read by callers in JavaScript. */
type Members = Readonly<Record<string, unknown>>;

/** Values of every JSON type. */
const replacement = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, "", "text", "2024-02-30T00:00:00Z", 0, 7, true),
  fc.constantFrom<unknown>([], [null], ["text"], {}, { id: null }, [[{}]]),
);

/** Where to change a body, as a number that chooses one of its members, and what to put there. */
const changes = fc.array(fc.tuple(fc.nat(), replacement), { minLength: 1, maxLength: 5 });

/** Replaces or removes members anywhere within a body. */
function changed(body: unknown, list: readonly (readonly [number, unknown])[]): unknown {
  const copy = structuredClone(body);
  for (const [at, by] of list) {
    const places = placesIn(copy);
    const [parent, key] = places[at % places.length] ?? [];
    if (parent === undefined || key === undefined) continue;
    if (by === undefined && !Array.isArray(parent)) Reflect.deleteProperty(parent, key);
    else Reflect.set(parent, key, structuredClone(by ?? null));
  }
  return copy;
}

function placesIn(
  value: unknown,
  found: (readonly [object, string])[] = [],
): readonly (readonly [object, string])[] {
  if (typeof value !== "object" || value === null) return found;
  for (const [key, member] of Object.entries(value)) {
    found.push([value, key]);
    placesIn(member, found);
  }
  return found;
}

/** The list of connections in the body of a list. */
function listIn(body: unknown): readonly unknown[] | undefined {
  const list = Array.isArray(body)
    ? body
    : Object.entries(Object(body) as object).find(([key]) =>
        /^(connections|results)$/.test(key),
      )?.[1];
  return Array.isArray(list) ? (list as unknown[]) : undefined;
}

/** Checks the types that the unified API promises, whatever the platform sends. */
function expectConnection(connection: Members, platform: string): void {
  expect(connection).toMatchObject({
    id: expect.any(String),
    platform,
    provider: expect.any(String),
    status: expect.any(String),
  });
  expect(connection).toHaveProperty("raw");
  for (const member of ["createTime", "updateTime"]) {
    const time = connection[member];
    if (time !== undefined) expect((time as Date).getTime()).not.toBeNaN();
  }
  for (const member of ["group", "consumer"]) {
    const party = connection[member] as { ref: unknown; name?: unknown } | undefined;
    if (party === undefined) continue;
    expect(party.ref).toEqual(expect.any(String));
    expect(["string", "undefined"]).toContain(typeof party.name);
  }
  const { metadata, authorizationUrl, projectId } = connection;
  if (metadata !== undefined)
    expect(Object.prototype.toString.call(metadata)).toBe("[object Object]");
  for (const text of [authorizationUrl, projectId])
    expect(["string", "undefined"]).toContain(typeof text);
}

/** Whatever the platform puts into its responses, every connection is there. */
export function tolerance(platform: PlatformDescription): void {
  const on = ground(platform);

  /** The bodies of the platform's responses to a call. */
  async function bodiesOf(call: (sdk: AnySDK) => PromiseLike<unknown>): Promise<unknown[]> {
    const bodies: unknown[] = [];
    const keep: Middleware = (next) => async (attempt) => {
      const result = await next(attempt);
      if (!result.ok) return result;
      const body = await result.value.text();
      bodies.push(body === "" ? undefined : JSON.parse(body));
      const headers: [string, string][] = [];
      result.value.headers.forEach((value, name) => headers.push([name, value]));
      const { status } = result.value;
      return { ok: true, value: new Response(body, { status, headers }) };
    };
    await call(on.sdk({ middleware: [keep] }));
    return bodies;
  }

  test("a list keeps every connection, whatever its members are", async () => {
    const request = platform.verbs.list?.request;
    const [body] = await bodiesOf((sdk) => functions.list(sdk, request));
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const sent = changed(body, list);
        on.served.emulator.fail({ body: sent });
        const result = (await functions.list(on.sdk(), request)) as Result<
          { connections: Members[] },
          Error
        >;
        if (!result.ok) throw result.error;
        const { connections } = result.value;
        expect(connections).toHaveLength(listIn(sent)?.length ?? 0);
        for (const connection of connections) expectConnection(connection, platform.name);
      }),
      runs(60),
    );
  });

  // A scope without an id is an error, because an audit would miss it.
  const others = on.verbs.filter(([name]) => name !== "list" && name !== "scopes");
  const valued = others.filter(([, { value }]) => value !== undefined);
  test.for(valued)("%s returns the connection, whatever its members are", async ([name, verb]) => {
    const bodies = await bodiesOf((sdk) => functions[name](sdk, verb.request));
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        on.served.emulator.reset();
        // What is read to be sent along is the server's own, or it would refuse it.
        for (const [i, body] of bodies.entries())
          on.served.emulator.fail({ body: verb.reads?.[i] ? body : changed(body, list) });
        const result = (await functions[name](on.sdk(), verb.request)) as Result<Members, Error>;
        if (!result.ok) throw result.error;
        const { value } = result;
        if (value["type"] === "signIn") expect(value["authorizationUrl"]).toMatch(/^https:/);
        else expectConnection(value, platform.name);
      }),
      runs(30),
    );
  });

  test("in strict mode a connection without its members is an error", async () => {
    if (platform.untyped) return;
    on.served.emulator.fail({ body: {} });
    const sdk = on.sdk({ responseValidation: "strict" });
    const result = await functions.get(sdk, platform.verbs.get?.request);
    expect(result).toMatchObject({ error: { name: "ResponseValidationError", statusCode: 200 } });
  });

  test("the issues of a list name the platform's operation", async () => {
    const reported: unknown[] = [];
    const request = platform.verbs.list?.request;
    const [body] = await bodiesOf((sdk) => functions.list(sdk, request));
    const items = listIn(body) as object[];
    for (const key of Object.keys(items[0] ?? {})) Reflect.set(items[0] as object, key, null);
    on.served.emulator.fail({ body });
    const sdk = on.sdk({
      onResponseIssues: (issues, { operationId }) =>
        void reported.push([operationId, issues.length > 0]),
    });
    await functions.list(sdk, request);
    expect(reported).toEqual([[expect.stringMatching(/^list-?connections$/i), true]]);
  });
}
