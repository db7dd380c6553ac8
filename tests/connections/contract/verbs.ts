import { UnsupportedOperationError } from "connections-sdk";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import { expect, test } from "vitest";
import { collect, errorOf, functions, ground, methods, requestsOf } from "./calls.js";
import type { PlatformDescription } from "./description.js";

/** Every verb as a method and as a function. */
export function verbs(platform: PlatformDescription): void {
  const on = ground(platform);

  test.for(on.verbs)("%s is a method that returns the value", async ([name, verb]) => {
    const value = await methods[name](on.sdk(), verb.request);
    if (verb.value === undefined) expect(value).toBeUndefined();
    else expect(value).toMatchObject(verb.value);
    expect(on.served.emulator.log).toMatchObject(requestsOf(verb));
    expect(on.served.emulator.log[verb.reads?.length ?? 0]?.body).toEqual(verb.sends.body);
  });

  test.for(on.verbs)("%s is a function that returns a result", async ([name, verb]) => {
    const result = await functions[name](on.sdk(), verb.request);
    expect(result).toMatchObject({
      ok: true,
      ...(verb.value !== undefined && { value: verb.value }),
    });
    expect(Object.keys(result)).toEqual(["ok", "value"]);
    expect(on.served.emulator.log).toMatchObject(requestsOf(verb));
    expect(on.served.emulator.log[verb.reads?.length ?? 0]?.body).toEqual(verb.sends.body);
  });

  test.for(on.verbs)("$inspect of %s shows the request and response", async ([name, verb]) => {
    const promise = functions[name](on.sdk(), verb.request) as ReturnType<typeof connectionsList>;
    const [result, { request, response }] = await promise.$inspect();
    expect(result).toEqual(await promise);
    const { method, path } = requestsOf(verb).at(-1) ?? verb.sends;
    expect(request).toMatchObject({ method });
    expect(request?.url).toBe(on.served.serverURL(platform.name) + path);
    expect(response?.status).toBe(on.served.emulator.log.at(-1)?.status);
    expect(on.served.emulator.log).toHaveLength(requestsOf(verb).length);
  });

  test.for(on.unsupported)(
    "%s is an UnsupportedOperationError, and nothing is sent",
    async (name) => {
      const error = errorOf(await functions[name](on.sdk(), {}));
      expect(error).toBeInstanceOf(UnsupportedOperationError);
      expect(error).toMatchObject({
        name: "UnsupportedOperationError",
        message: `${platform.name} does not support "${name}"`,
        platform: platform.name,
        operation: name,
      });
      await expect(methods[name](on.sdk(), {})).rejects.toThrow(UnsupportedOperationError);
      expect(on.served.emulator.log).toEqual([]);
    },
  );

  test.for(platform.filters)("list filters: %o", async ({ request, count }) => {
    const { connections } = await on.sdk().connections.list(request);
    expect(connections).toHaveLength(count);
  });

  test.for(platform.pages ?? [])("list pages: %o", async ({ request, sizes }) => {
    const listed = on.sdk().connections.list(request);
    const pages = await collect(listed);
    expect(pages.map((page) => page.connections.length)).toEqual(sizes);
    expect(on.served.emulator.log).toHaveLength(sizes.length);
    const ids = pages.flatMap((page) => page.connections.map(named));
    expect(new Set(ids).size).toBe(ids.length);
    const items = await collect(connectionsList(on.sdk(), request).items());
    expect(items.map((item) => item.ok && named(item.value))).toEqual(ids);
  });

  test.for(platform.pages ?? [])(
    "each page leads to the next one: %o",
    async ({ request, sizes }) => {
      const sdk = on.sdk();
      let page: unknown;
      for (const size of sizes) {
        const given = { ...request, ...(page !== undefined && { page }) } as { extra?: object };
        // A page is numbered from the first one that was asked for.
        const { page: _, ...extra } = (given.extra ?? {}) as { page?: unknown };
        const listed = await sdk.connections.list(page === undefined ? given : { ...given, extra });
        expect(listed.connections).toHaveLength(size);
        page = listed.next;
      }
      expect(page).toBeUndefined();
    },
  );

  test("a page that no list returned is refused, and undefined is the first one", async () => {
    const request = platform.verbs.list?.request;
    for (const page of ["", "next", "-1", 1, null, {}]) {
      const error = errorOf(await functions.list(on.sdk(), { ...request, page }));
      expect(error).toMatchObject({ name: "InvalidRequestError" });
      expect(error.message).toMatch(/^page: expected /);
    }
    expect(on.served.emulator.log).toEqual([]);
    const first = await on.sdk().connections.list({ ...request, page: undefined });
    expect(first.connections.length).toBeGreaterThan(0);
  });

  test("list returns its first page, every page and every connection", async () => {
    const [filter] = platform.filters;
    const sdk = on.sdk();
    const listed = sdk.connections.list(filter?.request);
    const pages = await collect(listed);
    const items = await collect(listed.items());
    expect(pages.flatMap((page) => page.connections)).toEqual(items);
    expect(items.slice(0, pages[0]?.connections.length)).toEqual((await listed).connections);
    expect(items).toHaveLength(filter?.count ?? 0);
  });

  test("the function of list returns results for pages and connections", async () => {
    const [filter] = platform.filters;
    const listed = connectionsList(on.sdk(), filter?.request);
    const items = await collect(listed.items());
    expect(items.every((item) => item.ok)).toBe(true);
    expect(items).toHaveLength(filter?.count ?? 0);
    for await (const page of listed) expect(page.ok).toBe(true);
  });

  test("a list that fails ends with the error, however it is read", async () => {
    const sdk = on.sdk({}, "invalid");
    const listed = connectionsList(sdk, platform.filters[0]?.request);
    const error = errorOf(await listed);
    expect(await collect(listed)).toEqual([{ ok: false, error }]);
    expect(await collect(listed.items())).toEqual([{ ok: false, error }]);
    const thrown = sdk.connections.list(platform.filters[0]?.request);
    await expect(collect(thrown.items())).rejects.toThrow(error.message.slice(0, 3));
    await expect(collect(thrown)).rejects.toMatchObject({ name: error.name });
    await expect(thrown).rejects.toMatchObject({ name: error.name });
  });
}

/** What identifies a connection on every platform. */
function named({ provider, id }: { readonly provider: string; readonly id: string }): string {
  return `${provider}/${id}`;
}
