import { connectionsDelete } from "connections-sdk/funcs/connectionsDelete.js";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import { expect, test } from "vitest";
import { collect, errorOf, functions, ground } from "./calls.js";
import type { PlatformDescription } from "./description.js";

const names = ["projectIdOrName", "groupRef", "consumerRef", "provider", "connectionId"];

/** What coordinates are worth: they can be stored, and none is ever ignored. */
export function coordinates(platform: PlatformDescription): void {
  const on = ground(platform);
  const list = platform.verbs.list?.request ?? {};

  test("the coordinates of every listed connection, stored as JSON, get and delete it", async () => {
    const sdk = on.sdk();
    const listed = await collect(connectionsList(sdk, list).items());
    expect(listed.length).toBeGreaterThan(1);
    for (const item of listed) {
      if (!item.ok) throw item.error;
      const stored: unknown = JSON.parse(JSON.stringify(item.value.coordinates));
      expect(stored).toMatchObject({ platform: platform.name, version: 1 });
      const got = await connectionsGet(sdk, stored);
      if (got.ok) expect(got.value).toMatchObject({ id: item.value.id, coordinates: stored });
      // Nango refuses to return a connection whose credentials it cannot refresh.
      else expect(got.error).toMatchObject({ kind: "credentialsRefused" });
      expect(await connectionsDelete(sdk, stored)).toMatchObject({ ok: true });
    }
    expect(await collect(connectionsList(sdk, list).items())).toEqual([]);
  });

  test("what generate makes, list finds by every coordinate", async () => {
    const request = platform.verbs.generate?.request ?? {};
    const given = { ...request, ...platform.whose };
    const sdk = on.sdk();
    const made = await sdk.connections.generate(given);
    const filters = platform.takes("list").filter((name) => name in given);
    expect(filters.length).toBeGreaterThan(0);
    for (const name of filters) {
      const needed = platform.verbs.list?.coordinates ?? [];
      const filter = Object.fromEntries(
        Object.entries(given).filter(([key]) => key === name || needed.includes(key)),
      );
      const items = await collect(sdk.connections.list(filter).items());
      // Mammoth tells the key of a new connection only in the list.
      const isMade = (id: string): boolean => (made.id === "" ? id !== "" : id === made.id);
      expect(items.some(({ id }) => isMade(id))).toBe(true);
    }
  });

  const changed: [what: string, change: object, member: string][] = [
    ["another platform's coordinates", { platform: "elsewhere" }, "platform"],
    ["a platform that is no name", { platform: 7 }, "platform"],
    ["coordinates without a platform", { platform: undefined }, "platform"],
    ["coordinates of a later version", { version: 2 }, "version"],
    ["coordinates without a version", { version: undefined }, "version"],
  ];
  test.for(changed)("%s are refused, and nothing is sent", async ([, change, member]) => {
    for (const [name, { request }] of on.verbs) {
      const given = { ...request, platform: platform.name, version: 1, ...change };
      const error = errorOf(await functions[name](on.sdk(), given));
      expect(error).toMatchObject({ name: "InvalidRequestError" });
      expect(error.message).toMatch(new RegExp(`^${member}: `));
    }
    expect(on.served.emulator.log).toEqual([]);
  });

  test.for(on.verbs)("a coordinate without a value is refused in %s", async ([verb, of]) => {
    for (const name of names)
      for (const value of [undefined, null, ""]) {
        const error = errorOf(await functions[verb](on.sdk(), { ...of.request, [name]: value }));
        expect(error).toMatchObject({ name: "SDKValidationError", issues: [{ path: [name] }] });
        expect(error.message).toContain(`${name}: expected a value, received `);
      }
    expect(on.served.emulator.log).toEqual([]);
  });

  test.for(on.verbs)("a coordinate that %s cannot honor is refused", async ([verb, of]) => {
    const refused = names.filter((name) => !platform.takes(verb).includes(name));
    for (const name of refused) {
      const error = errorOf(await functions[verb](on.sdk(), { ...of.request, [name]: "x" }));
      expect(error).toMatchObject({ name: "InvalidRequestError" });
      expect(error.message).toMatch(new RegExp(`^${name}: "${verb}" on ${platform.name} `));
    }
    expect(on.served.emulator.log).toEqual([]);
  });

  test("a connection without an id has no coordinates, and its verbs say so", async () => {
    const error = errorOf(await connectionsGet(on.sdk(), undefined));
    expect(error).toMatchObject({ name: "SDKValidationError" });
    expect(on.served.emulator.log).toEqual([]);
  });
}
