/** The requests for `list` that cover an account, on every platform. */
import { type AnyScopesRequest, type AnySDK, SDK, ampersand } from "connections-sdk";
import { codat } from "connections-sdk/codat";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import { connectionsScopes } from "connections-sdk/funcs/connectionsScopes.js";
import { mammoth } from "connections-sdk/mammoth";
import { nango } from "connections-sdk/nango";
import { mapScopes, ok } from "connections-sdk/platform";
import { type ServedEmulator, serve } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type AnySDK as Loose, collect, errorOf, functions } from "./contract/calls.js";

let served: ServedEmulator;
beforeAll(async () => {
  served = await serve();
});
afterEach(() => served.emulator.reset());
afterAll(() => served.close());

const company = "8a210b68-6988-11ed-a1eb-0242ac120002";
const apiKey = "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19";
const at = (name: "ampersand" | "codat" | "mammoth" | "nango"): { serverURL: string } => ({
  serverURL: served.serverURL(name),
});
const sdks = {
  ampersand: () => new SDK({ platform: ampersand({ apiKeyHeader: "key", ...at("ampersand") }) }),
  nango: () => new SDK({ platform: nango({ apiKey, ...at("nango") }) }),
  codat: () => new SDK({ platform: codat({ authHeader: "Basic a2V5", ...at("codat") }) }),
  mammoth: () => new SDK({ platform: mammoth({ apiKey: "k", apiSecret: "s", ...at("mammoth") }) }),
} satisfies Readonly<Record<string, () => AnySDK>>;

/** The ids of every connection that the scopes of a request cover. */
async function audit(sdk: AnySDK, request: AnyScopesRequest): Promise<string[]> {
  const ids: string[] = [];
  for await (const scope of sdk.connections.scopes(request).items())
    for await (const { id } of sdk.connections.list(scope).items()) ids.push(id);
  return ids;
}

/** The ids of the connections that an emulated platform has. */
const idsOf = (all: readonly { readonly id: string }[]): string[] => all.map(({ id }) => id);

/** Expects the same ids, each of them once, in any order. */
function expectSame(found: readonly string[], expected: readonly string[]): void {
  expect(found).toHaveLength(expected.length);
  expect(new Set(found)).toEqual(new Set(expected));
}

test("the scopes of an account cover each of its connections once", async () => {
  const { emulator } = served;
  expectSame(await audit(sdks.ampersand(), {}), idsOf(emulator.ampersand.connections));
  expect(await audit(sdks.nango(), {})).toHaveLength(emulator.nango.connections.length);
  expectSame(await audit(sdks.codat(), {}), idsOf(emulator.codat.connections));
  const found: string[] = [];
  for (const { workspaceId, projectId } of emulator.mammoth.projects) {
    const projectIdOrName = `${workspaceId}/${projectId}`;
    found.push(...(await audit(sdks.mammoth(), { projectIdOrName })));
  }
  const keys = emulator.mammoth.connections.map(({ connectionKey }) => connectionKey);
  expectSame(found, keys);
});

test("every page of companies has scopes, and is requested when it is needed", async () => {
  served.emulator.codat.companies = Array.from({ length: 250 }, (_, index) => `company-${index}`);
  const scopes = sdks.codat().connections.scopes({});
  expect((await scopes).scopes).toHaveLength(100);
  expect(served.emulator.log).toHaveLength(1);
  const pages = await collect(scopes);
  expect(pages.map((page) => page.scopes.length)).toEqual([100, 100, 50]);
  expect(await collect(scopes.items())).toHaveLength(250);
});

const narrowed: [keyof typeof sdks, AnyScopesRequest, readonly object[]][] = [
  ["ampersand", { projectIdOrName: "my-project" }, [{ projectIdOrName: "my-project" }]],
  [
    "ampersand",
    { projectIdOrName: "my-project", groupRef: "g", provider: "apollo" },
    [{ projectIdOrName: "my-project", groupRef: "g", provider: "apollo" }],
  ],
  ["codat", { groupRef: company }, [{ groupRef: company }]],
  ["nango", { groupRef: "g", provider: "hubspot" }, [{ groupRef: "g", provider: "hubspot" }]],
  ["nango", {}, [{}]],
  [
    "mammoth",
    { projectIdOrName: "4/12", provider: "sftp" },
    [
      { projectIdOrName: "4/12", provider: "sftp" },
      { projectIdOrName: "4/12", provider: "sftp", extra: { isExport: true } },
    ],
  ],
];
test.for(narrowed)(
  "%s needs no request for the scopes of %j",
  async ([name, request, expected]) => {
    const sdk: AnySDK = sdks[name]();
    expect(await collect(sdk.connections.scopes(request).items())).toEqual(expected);
    expect(served.emulator.log).toEqual([]);
  },
);

const refused: [keyof typeof sdks, object, string, string][] = [
  ["codat", { projectIdOrName: "p" }, "InvalidRequestError", 'projectIdOrName: "scopes" on codat'],
  ["mammoth", { projectIdOrName: "4/12", groupRef: "g" }, "InvalidRequestError", "groupRef: "],
  ["mammoth", {}, "SDKValidationError", "projectIdOrName: expected "],
  ["ampersand", { groupRef: undefined }, "SDKValidationError", "groupRef: expected a value"],
  ["nango", { groupRef: "" }, "SDKValidationError", "groupRef: expected a value"],
  [
    "ampersand",
    { projectIdOrName: ["p"] },
    "SDKValidationError",
    "projectIdOrName: expected string",
  ],
  ["nango", { provider: { id: 1 } }, "SDKValidationError", "provider: expected string, received"],
  ["codat", { groupRef: 5 }, "SDKValidationError", "groupRef: expected string, received number"],
  ["nango", { groupref: "g" }, "InvalidRequestError", "groupref: expected groupRef"],
];
test.for(refused)("%s refuses the scopes of %j", async ([name, request, error, message]) => {
  const result = await functions.scopes(sdks[name]() as unknown as Loose, request);
  expect(errorOf(result)).toMatchObject({ name: error });
  expect(errorOf(result).message).toContain(message);
  expect(served.emulator.log).toEqual([]);
});

test("a project without an id is an error, instead of being left out", async () => {
  served.emulator.fail({ body: [{ name: "my-project" }] });
  const result = await connectionsScopes(sdks.ampersand(), {});
  expect(errorOf(result)).toMatchObject({ name: "UnexpectedClientError" });
});

test("companies that are no list are an error, and no companies are none", async () => {
  served.emulator.fail({ body: { results: {} } });
  const error = errorOf(await connectionsScopes(sdks.codat(), {}));
  expect(error).toMatchObject({ name: "UnexpectedClientError" });
  served.emulator.fail({ body: {} });
  expect(await connectionsScopes(sdks.codat(), {})).toEqual({ ok: true, value: { scopes: [] } });
});

test("what fails ends the scopes, however they are read", async () => {
  served.emulator.fail({ status: 401, times: "always" });
  const result = connectionsScopes(sdks.codat(), {});
  const kinds = (await collect(result.items())).map((item) => !item.ok && item.error);
  expect(kinds).toMatchObject([{ kind: "unauthorized" }]);
  await expect(collect(sdks.codat().connections.scopes({}))).rejects.toMatchObject({
    kind: "unauthorized",
  });
});

test("a platform without scopes does not support them", async () => {
  const { _platform: platform } = sdks.codat();
  const { scopes: _, ...verbs } = platform?.verbs ?? {};
  const own = new SDK({ platform: { ...platform, verbs } as never });
  const result = await functions.scopes(own as unknown as Loose, {});
  expect(errorOf(result)).toMatchObject({ name: "UnsupportedOperationError", operation: "scopes" });
});

/** Returns the scopes of every customer, whatever it is asked for. */
function everyones(_: unknown, request: object): unknown {
  return mapScopes(
    request,
    () => Promise.resolve(ok(["theirs", "mine"])),
    (refs) => refs.map((groupRef) => ({ groupRef })),
  );
}

describe("a client for one customer", () => {
  test("has the scopes of this customer only", async () => {
    const groupRef = "group-123";
    expect(
      await collect(sdks.ampersand().within({ groupRef }).connections.scopes({}).items()),
    ).toEqual([
      { projectIdOrName: "project-0001", groupRef },
      { projectIdOrName: "project-0002", groupRef },
    ]);
    const person = sdks.nango().within({ groupRef, consumerRef: "user-1" });
    expect((await person.connections.scopes({})).scopes).toEqual([
      { groupRef, consumerRef: "user-1" },
    ]);
    expect(served.emulator.log).toHaveLength(1);
  });

  test("hears of no other company", async () => {
    const theirs = sdks.codat().within({ groupRef: company });
    expect((await theirs.connections.scopes({})).scopes).toEqual([{ groupRef: company }]);
    expect(served.emulator.log).toEqual([]);
    const other = await connectionsScopes(theirs, { groupRef: "somebody-else" });
    expect(errorOf(other)).toMatchObject({ name: "InvalidRequestError" });
  });

  test("audits its own connections", async () => {
    const theirs = sdks.ampersand().within({ groupRef: "group-123" });
    for await (const scope of connectionsScopes(theirs, {}).items()) {
      if (!scope.ok) throw scope.error;
      for await (const item of connectionsList(theirs, scope.value).items())
        expect(item).toMatchObject({ ok: true, value: { group: { ref: "group-123" } } });
    }
    expect(await audit(theirs, {})).toHaveLength(4);
  });

  test("has no scope that names somebody else, whatever the platform returns", async () => {
    const { _platform: platform } = sdks.codat();
    const lying = { ...platform, verbs: { ...platform?.verbs, scopes: everyones } };
    const theirs = new SDK({ platform: lying as never }).within({ groupRef: "mine" });
    expect((await functions.scopes(theirs as unknown as Loose, {})) as unknown).toEqual({
      ok: true,
      value: { scopes: [{ groupRef: "mine" }] },
    });
  });
});
