/** What JSON cannot carry in a request ends the call before anything is sent. */
import { expect, test } from "vitest";
import {
  type Operation,
  deepObject,
  empty,
  formBody,
  jsonBody,
  jsonValue,
  memberBody,
  multipartBody,
  operation,
  query,
} from "../../../src/lib/typed.js";
import { type Schema, object, optional, record, unknown } from "../../../src/lib/typed.js";
import type { BodyEncoder } from "../../../src/lib/spec/bodies.js";
import { coreOf, errorOf, thingsCreate, thingsList, valueOf } from "../../support/sdk.js";
import { respondWith, serve } from "../../support/server.js";

interface Note {
  id?: unknown;
  requestBody?: unknown;
  filter?: unknown;
  tags?: unknown;
}
const Note: Schema<Note> = object<Note>(() => ({
  id: optional(unknown),
  requestBody: optional(
    object<{ metadata?: Record<string, unknown>; any?: unknown }>(() => ({
      metadata: optional(record(unknown)) as never,
      any: optional(unknown),
    })),
  ),
  filter: optional(unknown),
  tags: optional(record(unknown)),
}));

function sending(body: BodyEncoder | undefined): Operation<Note, void> {
  return operation(() => ({
    id: "note",
    method: "POST",
    path: "/",
    request: Note,
    parameters: [query("filter", "filter", jsonValue), query("tags", "tags", deepObject)],
    ...(body && { body }),
    responses: [empty(204)],
  }));
}

const bodies = [
  ["JSON", jsonBody("requestBody")],
  ["JSON with one member", memberBody("note", "requestBody")],
  ["a form", formBody("requestBody")],
  ["multipart", multipartBody("requestBody")],
] as const;
const map = new Map([["a", 1]]);

test.for(
  bodies.flatMap(([name, body]) =>
    (
      [
        [{ requestBody: { metadata: map } }, "requestBody.metadata"],
        [
          { requestBody: { metadata: { a: { b: Promise.resolve() } } } },
          "requestBody.metadata.a.b",
        ],
        [{ requestBody: { any: [new Set()] } }, "requestBody.any.0"],
        [{ requestBody: { more: { at: new Date(NaN) } } }, "requestBody.more.at"],
        [{ requestBody: Promise.resolve({}) }, "requestBody"],
        [{ requestBody: map }, "requestBody"],
      ] as const
    ).map(([request, path]) => [name, path, body, request] as const),
  ),
)("%s: %s is an SDKValidationError, and nothing is sent", async ([, path, body, request]) => {
  const server = await serve(respondWith(204));
  const error = errorOf(await sending(body)(coreOf(server.url), request));
  expect(error).toMatchObject({ name: "SDKValidationError" });
  expect("issues" in error && error.issues.map((issue) => issue.path.join("."))).toEqual([path]);
  expect(server.seen).toEqual([]);
});

test("a query cannot carry it either", async () => {
  const server = await serve(respondWith(204));
  const call = sending(undefined);
  for (const request of [{ filter: map }, { tags: map }, { filter: { a: [NaN] } }]) {
    const error = errorOf(await call(coreOf(server.url), request));
    expect(error.name).toBe("SDKValidationError");
  }
  expect(server.seen).toEqual([]);
});

test("members that are not sent can be anything", async () => {
  const server = await serve(respondWith(200, []));
  const request = { projectId: "p", signalMap: map, callback: (): void => {} };
  expect(valueOf(await thingsList(coreOf(server.url), request))).toEqual([]);
});

test("files in multipart bodies are sent, also where no schema names them", async () => {
  const server = await serve(respondWith(204));
  const requestBody = { any: new Blob(["one"]), more: [new Blob(["two"]), new Uint8Array([51])] };
  const call = sending(multipartBody("requestBody"));
  valueOf(await call(coreOf(server.url), { requestBody }));
  for (const part of ["one", "two", "3"])
    expect(server.last().body).toContain(`\r\n\r\n${part}\r\n`);
});

test("getters of a request are called once", async () => {
  const server = await serve(respondWith(201, { id: "t" }));
  let reads = 0;
  const data = {
    get value(): number {
      return ++reads;
    },
  };
  const thing = {
    get id(): string {
      return `read ${++reads}`;
    },
    data,
    more: data,
  };
  valueOf(await thingsCreate(coreOf(server.url), thing));
  expect(reads).toBe(3);
  expect(JSON.parse(server.last().body)).toMatchObject({ data: { value: expect.any(Number) } });
});

test("a cycle is reported by its path, and no value is quoted", async () => {
  const server = await serve(respondWith(201, {}));
  const cyclic: Record<string, unknown> = { password: "canary" };
  cyclic["self"] = cyclic;
  const error = errorOf(await thingsCreate(coreOf(server.url), { id: "t", data: cyclic }));
  expect(error.name).toBe("SDKValidationError");
  expect(error.message).toBe(
    "Request validation failed: data.self: expected JSON value without cycles, received object",
  );
});
