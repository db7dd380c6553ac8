/** `paginate` never rejects, whatever the client does, and always ends. */
import { SDKValidationError } from "connections-sdk";
import { type Result, err, invalidRequest, mapPages, ok, paginate } from "connections-sdk/platform";
import { expect, test } from "vitest";
import { collect } from "../contract/calls.js";

type Page = { readonly next?: string | null };

const next = (page: Page): string | null | undefined => page.next;

/** A client that returns these pages, and the cursors that it received. */
function clientOf(...pages: readonly (Page | Error)[]): {
  readonly cursors: (string | undefined)[];
  readonly fetchPage: (cursor: string | undefined) => Promise<Result<Page, never>>;
} {
  const cursors: (string | undefined)[] = [];
  return {
    cursors,
    async fetchPage(cursor) {
      const page = pages[cursors.push(cursor) - 1] ?? {};
      if (page instanceof Error) throw page;
      return ok(page);
    },
  };
}

test.for<[string, Page[], (string | undefined)[]]>([
  ["a page without a cursor", [{ next: "a" }, {}], [undefined, "a"]],
  ["a cursor that is null", [{ next: "a" }, { next: null }], [undefined, "a"]],
  ["a cursor that is empty", [{ next: "a" }, { next: "" }], [undefined, "a"]],
  ["a cursor that repeats", [{ next: "a" }, { next: "b" }, { next: "a" }], [undefined, "a", "b"]],
])("%s ends the pages", async ([, pages, expected]) => {
  const { cursors, fetchPage } = clientOf(...pages);
  expect(await collect(paginate(fetchPage, next))).toHaveLength(expected.length);
  expect(cursors).toEqual(expected);
});

test("a page is fetched when it is read", async () => {
  const { cursors, fetchPage } = clientOf({ next: "a" }, {});
  expect(await paginate(fetchPage, next)).toEqual(ok({ next: "a" }));
  expect(cursors).toEqual([undefined]);
});

test("the first page is fetched once, however often it is read", async () => {
  const { cursors, fetchPage } = clientOf({});
  const pages = paginate(fetchPage, next);
  expect([await pages, ...(await collect(pages))]).toEqual([ok({}), ok({})]);
  expect(cursors).toEqual([undefined]);
});

async function failing(cursor: string | undefined): Promise<Result<Page, Error>> {
  return cursor === undefined ? ok({ next: "a" }) : err(new Error("gone"));
}

test("an error ends the pages", async () => {
  expect(await collect(paginate(failing, next))).toEqual([
    ok({ next: "a" }),
    err(new Error("gone")),
  ]);
});

test.for<[string, (Page | Error)[]]>([
  ["first", [new Error("boom")]],
  ["second", [{ next: "a" }, new Error("boom")]],
])("a %s page that rejects is an error as data", async ([, pages]) => {
  const results = await collect(paginate(clientOf(...pages).fetchPage, next));
  expect(results).toHaveLength(pages.length);
  expect(results.at(-1)).toMatchObject({
    ok: false,
    error: { name: "UnexpectedClientError", message: "Unexpected error: boom" },
  });
});

test("a cursor that cannot be read is an error as data", async () => {
  const results = await collect(
    paginate(clientOf({}).fetchPage, () => {
      throw new Error("boom");
    }),
  );
  expect(results).toMatchObject([{ ok: true }, { error: { name: "UnexpectedClientError" } }]);
});

test("a validation error of any page names the member of the verb's request", async () => {
  const request = { groupRef: "acme" };
  const listed = mapPages(
    request,
    () =>
      paginate(
        (cursor): Promise<Result<Page, SDKValidationError>> =>
          Promise.resolve(
            cursor === undefined
              ? ok({ next: "a" })
              : err(invalidRequest({}, ["account"], "expected another")),
          ),
        next,
      ),
    () => ({ connections: [] }),
    () => ["groupRef"],
  );
  const [, last] = await collect(listed);
  expect(last).toMatchObject({ ok: false, error: { issues: [{ path: ["groupRef"] }] } });
});
