import { SDKValidationError } from "connections-sdk";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import { expect, test } from "vitest";
import { errorOf, functions, ground } from "./calls.js";
import type { PlatformDescription } from "./description.js";

/** Statuses of no platform. Names of inherited members are possible statuses too. */
const unknownWords = ["paused", "", "constructor", "__proto__", "toString"];

/** Responses that are not an object, as JSON. */
const unusable = ["[]", "null", '"text"', "1"];

/** Maps the platform's values to the unified API, and requests to the platform. */
export function mapping(platform: PlatformDescription): void {
  const on = ground(platform);
  const get = platform.verbs.get?.request ?? {};

  test("a connection has its platform, dates, and the platform's own object", async () => {
    const connection = await on.sdk().connections.get(get);
    expect(connection.platform).toBe(platform.name);
    if (!platform.untyped) expect(connection.createTime).toBeInstanceOf(Date);
    expect(connection.raw).toMatchObject(platform.raw as object);
  });

  test.for(Object.entries(platform.statuses))("the status %s is %s", async ([theirs, ours]) => {
    on.served.emulator.fail({ body: platform.wire(theirs) });
    expect((await on.sdk().connections.get(get)).status).toBe(ours);
  });

  const takesAnyStatus = !platform.untyped && !platform.derivesStatus;
  test.for(takesAnyStatus ? unknownWords : [])(
    "an unknown status is passed through: %j",
    async (word) => {
      on.served.emulator.fail({ body: platform.wire(word) });
      expect((await on.sdk().connections.get(get)).status).toBe(word);
    },
  );

  test("unknown members stay in raw", async () => {
    on.served.emulator.fail({ body: { ...platform.wire("x"), tomorrow: { is: ["here"] } } });
    const { raw } = await on.sdk().connections.get(get);
    expect(raw).toMatchObject({ tomorrow: { is: ["here"] } });
  });

  test.for(platform.untyped ? [] : unusable)(
    "the response %s is an error with the status, not a rejection",
    async (body) => {
      on.served.emulator.fail({ body, contentType: "application/json" });
      const error = errorOf(await connectionsGet(on.sdk(), get));
      expect(error).toMatchObject({ name: "ResponseValidationError", statusCode: 200 });
    },
  );

  test.for(platform.credentials)("credentials of type $type are sent", async (given) => {
    const result = await functions.generate(on.sdk(), given.request);
    expect(result).toMatchObject({ ok: true });
    expect(platform.stored(on.served.emulator)).toEqual(given.stored);
  });

  test.for(platform.refused)("$verb refuses $credentials and reports $names", async (refused) => {
    const request = { ...platform.verbs[refused.verb]?.request, credentials: refused.credentials };
    const error = errorOf(await functions[refused.verb](on.sdk(), request));
    expect(error).toBeInstanceOf(SDKValidationError);
    expect(error.message).toMatch(`Request validation failed: ${refused.names}: expected `);
    expect((error as SDKValidationError).rawValue).toBe(request);
    expect(on.served.emulator.log).toEqual([]);
  });

  const openMembers = on.verbs.flatMap(([name, { request }]) => [
    ...("metadata" in request ? [[name, ["metadata"], request] as const] : []),
    ...((request["credentials"] as { type?: unknown } | undefined)?.type === "custom"
      ? [[name, ["credentials", "values"], request] as const]
      : []),
  ]);
  test.for(openMembers)(
    "what JSON cannot carry in %s is refused at %s, and nothing is sent",
    async ([name, path, request]) => {
      const [first = "", second] = path;
      const values = [
        new Map([["a", 1]]),
        Promise.resolve(),
        { a: { b: new Date(NaN) } },
        { a: [1n] },
      ];
      for (const [i, inner] of [[], [], ["a", "b"], ["a", 0]].entries()) {
        const open = second ? { type: "custom", [second]: values[i] } : values[i];
        const error = errorOf(await functions[name](on.sdk(), { ...request, [first]: open }));
        expect(error).toBeInstanceOf(SDKValidationError);
        const { issues } = error as SDKValidationError;
        expect(issues.map((issue) => issue.path)).toEqual([[...path, ...inner]]);
      }
      expect(on.served.emulator.log).toEqual([]);
    },
  );

  const coordinates = on.verbs.flatMap(([name, verb]) =>
    verb.coordinates.map((coordinate) => [name, coordinate, verb.request] as const),
  );
  test.for(coordinates)("%s without %s reports that member", async ([name, member, request]) => {
    for (const value of [undefined, null, 7, Symbol("s")]) {
      const error = errorOf(await functions[name](on.sdk(), { ...request, [member]: value }));
      expect(error).toBeInstanceOf(SDKValidationError);
      const { issues } = error as SDKValidationError;
      expect(issues.map((issue) => issue.path)).toEqual([[member]]);
      expect(error.message).toMatch(`Request validation failed: ${member}: expected `);
    }
    expect(on.served.emulator.log).toEqual([]);
  });

  test("all missing members are reported at once", async () => {
    for (const [name, verb] of on.verbs.filter(([, of]) => of.coordinates.length > 0)) {
      const none = Object.fromEntries(
        Object.entries(verb.request).filter(([key]) => !verb.coordinates.includes(key)),
      );
      const error = errorOf(await functions[name](on.sdk(), none)) as SDKValidationError;
      const names = error.issues.map((issue) => issue.path.join("."));
      expect(new Set(names)).toEqual(new Set(verb.coordinates));
    }
  });
}
