/** Codat's pages: numbered from 1, with links relative to the root of the API. */
import { SDK } from "connections-sdk";
import { codat } from "connections-sdk/codat";
import { connectionsList } from "connections-sdk/codat/funcs/connectionsList.js";
import { type Emulator, createEmulator } from "connections-sdk/testing";
import { setupServer } from "msw/node";
import { expect, test } from "vitest";
import { AUTH_HEADER, company, emulated } from "./emulated.js";
import { limits } from "../../support/limits.js";

const on = emulated();

function fill(emulator: Emulator, count: number): void {
  const [first] = emulator.codat.connections;
  if (!first) expect.unreachable();
  emulator.codat.connections = [];
  for (let i = 0; i < count; i++) {
    emulator.codat.connections.push({ ...first, id: `c-${String(i).padStart(4, "0")}` });
  }
}

test(
  "every connection of many pages is read once, in order",
  { timeout: limits.computing },
  async () => {
    fill(on.emulator, 1043);
    const ids: string[] = [];
    for await (const { id } of on
      .sdk()
      .connections.list({ ...company, orderBy: "-id" })
      .items())
      ids.push(id);
    expect(ids).toHaveLength(1043);
    expect(ids).toEqual(
      Array.from({ length: 1043 }, (_, i) => `c-${String(1042 - i).padStart(4, "0")}`),
    );
    const pages = on.emulator.log.map(({ path }) => new URL(path, "http://x").searchParams);
    expect(pages.map((query) => query.get("page"))).toEqual([
      null,
      ..."23456789".split(""),
      "10",
      "11",
    ]);
    expect(new Set(pages.map((query) => query.get("orderBy")))).toEqual(new Set(["-id"]));
  },
);

test("a page has its number, its size and its links", async () => {
  fill(on.emulator, 5);
  const page = await on.sdk().connections.list({ ...company, page: 2, pageSize: 2 });
  const path = `/companies/${company.companyId}/connections`;
  expect(page).toMatchObject({ pageNumber: 2, pageSize: 2, totalResults: 5 });
  expect(page.links).toEqual({
    self: { href: path },
    current: { href: `${path}?page=2&pageSize=2` },
    next: { href: `${path}?page=3&pageSize=2` },
    previous: { href: `${path}?page=1&pageSize=2` },
  });
  const last = await on.sdk().connections.list({ ...company, page: 3, pageSize: 2 });
  expect(last.links.next).toBeUndefined();
});

test("an error in the middle is the last result", async () => {
  fill(on.emulator, 5);
  const seen: unknown[] = [];
  for await (const page of connectionsList(on.sdk(), { ...company, pageSize: 2 })) {
    seen.push(page.ok ? page.value.pageNumber : page.error.name);
    on.emulator.fail({ status: 403 });
  }
  expect(seen).toEqual([1, "ErrorMessage"]);
});

test("a link to another origin is not followed, so that the key is not sent there", async () => {
  const body = { results: [], pageNumber: 1, pageSize: 1, totalResults: 2 };
  const href = "https://example.com/companies?page=2";
  const links = { self: { href }, current: { href }, next: { href } };
  on.emulator.fail({ body: { ...body, _links: links } });
  const results: unknown[] = [];
  for await (const page of connectionsList(on.sdk(), company))
    results.push(page.ok || page.error.name);
  expect(results).toEqual([true, "InvalidRequestError"]);
});

test("the unified API reads the same pages, also from the vendor's own URL", async () => {
  const emulator = createEmulator();
  const server = setupServer(...emulator.handlers);
  server.listen({ onUnhandledRequest: "error" });
  fill(emulator, 250);
  const sdk = new SDK({ platform: codat({ authHeader: AUTH_HEADER }) });
  const listed = sdk.connections.list({ groupRef: company.companyId, extra: { pageSize: 99 } });
  expect((await listed).connections).toHaveLength(99);
  const ids: string[] = [];
  for await (const { id } of listed.items()) ids.push(id);
  expect(new Set(ids).size).toBe(250);
  expect(emulator.log.map(({ url }) => new URL(url).origin)).toEqual([
    "https://api.codat.io",
    "https://api.codat.io",
    "https://api.codat.io",
  ]);
  server.close();
});
