/** Operations that declare several media types. */
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  type ContentTypeOptions,
  InvalidRequestError,
  type InspectionWithHeaders,
  type Operation,
  type OperationWithHeaders,
  type OperationWithOptions,
  type RequestOptions,
  SDKValidationError,
  type Schema,
  acceptOption,
  anyContent,
  array,
  as,
  base64,
  binary,
  bodyByContentType,
  boolean,
  byContentType,
  bytes,
  bytesBody,
  closedEnum,
  dateTime,
  empty,
  formBody,
  headersInResult,
  integer,
  json,
  jsonBody,
  multipartBody,
  number,
  object,
  operation,
  optional,
  path,
  record,
  rejectFiles,
  string,
  text,
  textBody,
  withHeaders,
} from "../../../src/lib/typed.js";
import { Thing, coreOf, errorOf, valueOf } from "../../support/sdk.js";
import { respondWith, serve } from "../../support/server.js";

type Report =
  | { contentType: "application/json"; data: Thing }
  | { contentType: "text/csv"; data: string }
  | { contentType: "application/pdf"; data: Uint8Array }
  | { contentType: string; data: Uint8Array };

interface ReportOptions extends RequestOptions {
  accept?: "application/json" | "text/csv" | undefined;
}

const media = ["application/json", "text/csv", "application/pdf", "image/*"];
const usual = "application/json, text/csv;q=0.9, application/pdf;q=0.8, image/*;q=0.7";

const report: OperationWithOptions<void, Report | Thing[] | void, never, ReportOptions> = operation(
  () => ({
    id: "report",
    method: "GET",
    path: "/report",
    responses: [
      ...byContentType({
        "application/json": json(200, Thing),
        "text/csv": text(200, "text/csv"),
        "application/pdf": bytes(200, "application/pdf"),
        "image/*": bytes(200, "image/*"),
      }),
      json(202, array(Thing)),
      empty(204),
    ],
    accept: acceptOption(usual, media),
  }),
);

async function reported(status: number, body: string | Uint8Array, type?: string) {
  const server = await serve((_, response) => {
    response.writeHead(status, type === undefined ? {} : { "content-type": type }).end(body);
  });
  return valueOf(await report(coreOf(server.url)));
}

test("the value says which media type the server has sent", async () => {
  const one = '{"id":"1","create_time":"2026-01-01T00:00:00Z"}';
  const thing = { id: "1", createTime: new Date("2026-01-01T00:00:00Z") };
  expect(await reported(200, one, "application/json; charset=utf-8")).toEqual({
    contentType: "application/json",
    data: thing,
  });
  expect(await reported(200, one, "application/vnd.thing+json")).toEqual({
    contentType: "application/json",
    data: thing,
  });
  expect(await reported(200, "a,b", "Text/CSV; header=present")).toEqual({
    contentType: "text/csv",
    data: "a,b",
  });
  const pdf = new Uint8Array([37, 80, 68, 70, 255]);
  expect(await reported(200, pdf, "application/pdf")).toEqual({
    contentType: "application/pdf",
    data: pdf,
  });
  expect(await reported(200, pdf, "image/gif")).toEqual({ contentType: "image/gif", data: pdf });
  expect(await reported(201, "a,b", "text/csv")).toEqual({ contentType: "text/csv", data: "a,b" });
});

test("the values of other statuses stay as they are", async () => {
  expect(await reported(202, '[{"id":"1"}]', "application/json")).toEqual([{ id: "1" }]);
  expect(await reported(204, "")).toBeUndefined();
});

test("a response that does not fit is an error, or kept with its issues", async () => {
  const server = await serve(respondWith(200, '{"id":1}', { "content-type": "application/json" }));
  const [lenient, { issues }] = await report(coreOf(server.url)).$inspect();
  expect(valueOf(lenient)).toEqual({ contentType: "application/json", data: { id: 1 } });
  expect(issues.map((each) => each.path)).toEqual([["id"]]);
  const strict = await report(coreOf(server.url), undefined, { responseValidation: "strict" });
  expect(errorOf(strict).name).toBe("ResponseValidationError");
});

test("JSON types with types of their own are told apart", async () => {
  const both: Operation<void, unknown> = operation(() => ({
    id: "both",
    method: "GET",
    path: "/",
    responses: byContentType({
      "application/json": json(200, Thing),
      "application/vnd.times+json": json(
        200,
        array(dateTime) as Schema<unknown>,
        "application/vnd.times+json",
      ),
    }) as never[],
  }));
  const headers = { "content-type": "application/vnd.times+json" };
  const server = await serve(respondWith(200, '["2026-01-01T00:00:00Z"]', headers));
  expect(valueOf(await both(coreOf(server.url)))).toEqual({
    contentType: "application/vnd.times+json",
    data: [new Date("2026-01-01T00:00:00Z")],
  });
});

describe("accept", () => {
  test.each<[given: string | undefined, sent: string]>([
    [undefined, usual],
    ["text/csv", "text/csv"],
    ["image/png", "image/png"],
    ["image/*", "image/*"],
  ])("%s is sent alone (case %#)", async (accept, sent) => {
    const server = await serve(respondWith(204));
    const options = { accept } as ReportOptions;
    valueOf(await report(coreOf(server.url), undefined, options));
    expect(server.last().headers.accept).toBe(sent);
  });

  test("headers of the call take precedence", async () => {
    const server = await serve(respondWith(204));
    const headers = { accept: "text/html" };
    valueOf(await report(coreOf(server.url), undefined, { accept: "text/csv", headers }));
    expect(server.last().headers.accept).toBe("text/html");
  });

  test.each(["text/html", "", "*/*", "text/csv\r\nx: y", "text/csv; a=\nb", 7, {}, ["text/csv"]])(
    "%j is an error, and nothing is sent",
    async (accept) => {
      const server = await serve(respondWith(204));
      const error = errorOf(await report(coreOf(server.url), undefined, { accept } as never));
      expect(error).toBeInstanceOf(InvalidRequestError);
      expect(server.seen).toEqual([]);
    },
  );

  test("the error names the media types", async () => {
    const error = errorOf(
      await report(coreOf("https://h.invalid"), undefined, { accept: "x" as "text/csv" }),
    );
    expect(error.message).toBe(
      "accept: expected application/json or text/csv or application/pdf or image/*",
    );
  });

  test("any media type can be chosen if the document lists none", async () => {
    const free: OperationWithOptions<void, void, never, RequestOptions & ContentTypeOptions> =
      operation(() => ({
        id: "free",
        method: "GET",
        path: "/",
        responses: [empty(204)],
        accept: acceptOption("*/*"),
      }));
    const server = await serve(respondWith(204));
    valueOf(await free(coreOf(server.url), undefined, { accept: "application/vnd.v2+json" }));
    expect(server.last().headers.accept).toBe("application/vnd.v2+json");
    const bad = await free(coreOf(server.url), undefined, { accept: "a\r\nb: c" });
    expect(errorOf(bad)).toBeInstanceOf(InvalidRequestError);
  });
});

interface Upload {
  name: string;
  createTime?: Date | undefined;
  file?: Blob | Uint8Array | ReadableStream<Uint8Array> | undefined;
}
const Plain: Schema<Upload> = object(() => ({
  name: string,
  createTime: as("create_time", optional(dateTime)),
  file: optional(base64),
})) as never;
const Form: Schema<Upload> = object(() => ({
  name: string,
  createTime: as("created", optional(dateTime)),
  file: optional(binary),
})) as never;

interface UploadRequest {
  id: string;
  body?: unknown;
}
interface UploadOptions extends RequestOptions {
  contentType?: string | undefined;
}
const upload: OperationWithOptions<UploadRequest, void, never, UploadOptions> = operation(() => ({
  id: "upload",
  method: "POST",
  path: "/uploads/{id}",
  request: object<UploadRequest>(() => ({ id: string, body: optional(anyContent) })),
  parameters: [path("id")],
  body: bodyByContentType(
    {
      "text/csv": [string, textBody("body", "text/csv")],
      "application/json": [Plain, jsonBody("body", "application/json", rejectFiles)],
      "application/x-www-form-urlencoded": [Plain, formBody("body")],
      "multipart/form-data": [Form, multipartBody("body")],
      "application/octet-stream": [binary, bytesBody("body")],
      "image/png": [binary, bytesBody("body", "image/png")],
      "audio/*": [binary, bytesBody("body", "audio/*")],
    },
    "body",
  ),
  responses: [empty(204)],
}));

async function uploaded(body: unknown, options: UploadOptions = {}) {
  const server = await serve(respondWith(204));
  valueOf(await upload(coreOf(server.url), { id: "1", body }, options));
  const { headers, body: sent } = server.last();
  return { type: headers["content-type"], body: sent };
}

const createTime = new Date("2026-01-01T00:00:00Z");

describe("the media type of a body", () => {
  test.each<[what: string, body: unknown, type: string, sent: string]>([
    ["a string", "a,b", "text/csv", "a,b"],
    ["bytes", new TextEncoder().encode("abc"), "application/octet-stream", "abc"],
    ["a buffer", new TextEncoder().encode("abc").buffer, "application/octet-stream", "abc"],
    ["a stream", new Blob(["abc"]).stream(), "application/octet-stream", "abc"],
    ["a Blob without a type", new Blob(["abc"]), "application/octet-stream", "abc"],
    ["a Blob of another type", new Blob(["a"], { type: "x/y" }), "application/octet-stream", "a"],
    ["a Blob of a declared type", new Blob(["abc"], { type: "image/png" }), "image/png", "abc"],
    ["a Blob of a type in a range", new Blob(["abc"], { type: "audio/ogg" }), "audio/ogg", "abc"],
    [
      "an object",
      { name: "n", createTime },
      "application/json",
      '{"name":"n","create_time":"2026-01-01T00:00:00.000Z"}',
    ],
  ])("follows from the value: %s", async (_, body, type, sent) => {
    expect(await uploaded(body)).toEqual({ type, body: sent });
  });

  test.each<[what: string, file: unknown]>([
    ["a Blob", new Blob(["abc"], { type: "text/plain" })],
    ["a stream", new Blob(["abc"]).stream()],
  ])("of an object that holds %s is multipart", async (_, file) => {
    const { type, body } = await uploaded({ name: "n", createTime, file });
    expect(type).toMatch(/^multipart\/form-data; ?boundary=/);
    expect(body).toContain('name="created"');
    expect(body).toContain("abc");
  });

  test("is what contentType says", async () => {
    const value = { name: "n" };
    const form = "application/x-www-form-urlencoded";
    expect(await uploaded(value, { contentType: form })).toEqual({ type: form, body: "name=n" });
    const { type } = await uploaded(value, { contentType: "multipart/form-data" });
    expect(type).toMatch(/^multipart\/form-data; ?boundary=/);
    const raw = new TextEncoder().encode("abc");
    expect((await uploaded(raw, { contentType: "image/png" })).type).toBe("image/png");
    expect((await uploaded(raw, { contentType: "audio/wav" })).type).toBe("audio/wav");
    expect((await uploaded("a", { contentType: "application/octet-stream" })).type).toBe(
      "application/octet-stream",
    );
  });

  test("can be another multipart type in a header, with our boundary", async () => {
    const headers = { "content-type": "multipart/mixed" };
    const { type } = await uploaded({ name: "n" }, { contentType: "multipart/form-data", headers });
    expect(type).toMatch(/^multipart\/mixed; ?boundary=/);
    expect((await uploaded({ name: "n" }, { headers: { "content-type": "a/b" } })).type).toBe(
      "a/b",
    );
  });

  test("is not sent without a body", async () => {
    expect(await uploaded(undefined)).toEqual({ type: undefined, body: "" });
  });

  test.each(["text/html", "image/gif", "", 7, null])(
    "%j is no declared one",
    async (contentType) => {
      const server = await serve(respondWith(204));
      const options = { contentType } as UploadOptions;
      const error = errorOf(await upload(coreOf(server.url), { id: "1", body: "a" }, options));
      expect(error).toBeInstanceOf(InvalidRequestError);
      expect(server.seen).toEqual([]);
    },
  );

  test.each<[body: unknown, options: UploadOptions, issue: string]>([
    [{ name: 1 }, {}, "body.name: expected string, received number"],
    [{ file: new Blob(["a"]) }, {}, "body.name: expected string, received undefined"],
    [7, {}, "body: expected string, received number"],
    [null, {}, "body: expected string, received null"],
    [
      { name: "n", file: new Blob(["a"]) },
      { contentType: "application/json" },
      "body.file: expected Uint8Array, received Blob",
    ],
    [{ name: "n" }, { contentType: "text/csv" }, "body: expected string, received object"],
  ])("a value that fits none is an error (case %#)", async (body, options, issue) => {
    const server = await serve(respondWith(204));
    const error = errorOf(await upload(coreOf(server.url), { id: "1", body }, options));
    expect(error).toBeInstanceOf(SDKValidationError);
    expect(error.message).toBe(`Request validation failed: ${issue}`);
    expect(server.seen).toEqual([]);
  });

  test("a body that is required must be there", async () => {
    const needed: Operation<unknown, void> = operation(() => ({
      id: "needed",
      method: "POST",
      path: "/",
      request: anyContent as Schema<unknown>,
      body: bodyByContentType({
        "text/csv": [string, textBody()],
        "application/json": [Plain, jsonBody()],
      }),
      responses: [empty(204)],
    }));
    const server = await serve(respondWith(204));
    expect(errorOf(await needed(coreOf(server.url), undefined)).message).toContain(
      "name: expected string",
    );
    valueOf(await needed(coreOf(server.url), { name: "n" }));
    expect(server.last().body).toBe('{"name":"n"}');
  });
});

interface Limits {
  limit: number;
  resetTime?: Date | undefined;
  lastModified?: Date | undefined;
  isCached?: boolean | undefined;
  tags?: string[] | undefined;
  counts?: number[] | undefined;
  quota?: Record<string, number> | undefined;
  word?: string | undefined;
  level?: "low" | "high" | undefined;
  ratio?: number | undefined;
}
const Limits: Schema<Limits> = object<Limits>(() => ({
  limit: as("X-RateLimit-Limit", integer),
  resetTime: as("X-Reset", optional(dateTime)),
  lastModified: as("Last-Modified", optional(dateTime)),
  isCached: as("X-Cached", optional(boolean)),
  tags: as("X-Tags", optional(array(string))),
  counts: as("X-Counts", optional(array(integer))),
  quota: as("X-Quota", optional(record(integer))),
  word: as("X-Word", optional(string)),
  level: as("X-Level", optional(closedEnum({ Low: "low", High: "high" }))),
  ratio: as("X-Ratio", optional(number)),
}));

const sentHeaders = {
  "content-type": "application/json",
  "x-ratelimit-limit": "100",
  "x-reset": "2026-01-01T00:00:00Z",
  "last-modified": "Wed, 21 Oct 2015 07:28:00 GMT",
  "x-cached": "true",
  "x-tags": "a, 2",
  "x-counts": "1,2",
  "x-quota": "a=1,b=2",
  "x-word": "12",
  "x-level": "high",
  "x-ratio": "many",
};
const decoded = {
  limit: 100,
  resetTime: createTime,
  lastModified: new Date("2015-10-21T07:28:00Z"),
  isCached: true,
  tags: ["a", "2"],
  counts: [1, 2],
  quota: { a: 1, b: 2 },
  word: "12",
  level: "high",
  ratio: "many", // kept as it came
};

describe("declared headers", () => {
  const get: OperationWithHeaders<void, Thing, never, Limits> = withHeaders<
    void,
    Thing,
    never,
    Limits
  >(
    Limits,
    operation(() => ({ id: "get", method: "GET", path: "/", responses: [json(200, Thing)] })),
  );

  test("are decoded by $inspect()", async () => {
    const server = await serve(respondWith(200, { id: "1" }, sentHeaders));
    const [result, inspection] = await get(coreOf(server.url)).$inspect();
    expect(valueOf(result)).toEqual({ id: "1" });
    expect(inspection.headers).toEqual(decoded);
    expectTypeOf(inspection).toEqualTypeOf<InspectionWithHeaders<Limits>>();
    expect(JSON.stringify(inspection)).not.toContain("2015");
    expect(valueOf(await get(coreOf(server.url)))).toEqual({ id: "1" });
  });

  test("that are missing are left out", async () => {
    const server = await serve(respondWith(200, { id: "1" }));
    expect((await get(coreOf(server.url)).$inspect())[1].headers).toEqual({});
  });

  test("are not there for errors", async () => {
    const server = await serve(respondWith(404, {}, sentHeaders));
    const [result, { headers, response }] = await get(coreOf(server.url)).$inspect();
    expect(result.ok).toBe(false);
    expect(headers).toBeUndefined();
    expect(response?.headers.get("x-word")).toBe("12");
    expect((await get(coreOf("nothing")).$inspect())[1].headers).toBeUndefined();
  });

  test("are in the result if they are asked for there", async () => {
    const whole: Operation<void, { headers: Limits; result: unknown }> = operation(() => ({
      id: "whole",
      method: "GET",
      path: "/",
      responses: headersInResult(Limits, [
        ...byContentType({
          "application/json": json(200, Thing),
          "text/csv": text(200, "text/csv"),
        }),
        empty(204),
      ]),
    }));
    const at = async (status: number, body?: unknown, type = "application/json") => {
      const server = await serve(
        respondWith(status, body, { ...sentHeaders, "content-type": type }),
      );
      return whole(coreOf(server.url), undefined, { retries: { strategy: "none" } });
    };
    expect(valueOf(await at(200, { id: "1" }))).toEqual({
      headers: decoded,
      result: { contentType: "application/json", data: { id: "1" } },
    });
    expect(valueOf(await at(200, "a", "text/csv"))).toEqual({
      headers: decoded,
      result: { contentType: "text/csv", data: "a" },
    });
    expect(valueOf(await at(204))).toEqual({ headers: decoded, result: undefined });
    expect(errorOf(await at(500, {})).name).toBe("APIError");
  });
});
