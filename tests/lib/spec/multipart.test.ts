/** Multipart bodies: what stands in each part, for a reader of our own and for the platform's. */
import { expect, onTestFinished, test, vi } from "vitest";
import {
  type BodyEncoder,
  SDKValidationError,
  type SentBody,
  multipartBody,
} from "../../../src/lib/index.js";
import { binary, encode, object, optional } from "../../../src/lib/schema/index.js";
import { type ReadPart, readMultipart } from "../../support/multipart.js";

interface Written {
  readonly body: SentBody | undefined;
  readonly type: string;
}

function write(encoder: BodyEncoder, request: unknown): Written {
  const headers: Record<string, string> = {};
  const body = encoder.write(request, headers);
  return { body, type: headers["content-type"] ?? "" };
}

/** The parts of a body, as both readers see them. */
async function partsOf({ body, type }: Written): Promise<readonly ReadPart[]> {
  const bytes = Buffer.from(await new Response(body as BodyInit).arrayBuffer());
  const parts = readMultipart(type, bytes);
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  const seen = await Promise.all(
    [...form].map(async ([name, part]) =>
      typeof part === "string"
        ? [name, part]
        : [name, part.name, Buffer.from(await part.arrayBuffer()).toString()],
    ),
  );
  // Readers drop a byte order mark at the start of a string.
  expect(seen).toEqual(
    parts.map(({ name, filename, text }) =>
      filename === undefined ? [name, text.replace(/^\uFEFF/, "")] : [name, filename, text],
    ),
  );
  return parts;
}

const one = async (value: unknown, contentType?: string): Promise<readonly unknown[]> => {
  const encoder = multipartBody(undefined, contentType ? { part: { contentType } } : {});
  const parts = await partsOf(write(encoder, { part: value }));
  return parts.map(({ filename, type, text }) => [filename, type, text]);
};

const json = "application/json";
test.for<[what: string, value: unknown, type: string | undefined, ...parts: unknown[][]]>([
  ["a string", "a\nb", undefined, [undefined, undefined, "a\nb"]],
  ["a string with a type", "# a", "text/markdown", [undefined, "text/markdown", "# a"]],
  ["a string as JSON", 'a "b"', json, [undefined, json, '"a \\"b\\""']],
  ["an empty string as JSON", "", json, [undefined, json, '""']],
  ["a number as JSON", 5, json, [undefined, json, "5"]],
  ["false as JSON", false, json, [undefined, json, "false"]],
  ["an instant as JSON", new Date(0), json, [undefined, json, '"1970-01-01T00:00:00.000Z"']],
  ["an object", { a: [1] }, undefined, [undefined, json, '{"a":[1]}']],
  ["an object of a JSON type", {}, "a/b+json", [undefined, "a/b+json", "{}"]],
  ["a list as JSON", [1, "a"], json, [undefined, json, '[1,"a"]']],
  ["an empty list as JSON", [], json, [undefined, json, "[]"]],
  [
    "a list of lists",
    [[1], [2, 3]],
    undefined,
    [undefined, json, "[1]"],
    [undefined, json, "[2,3]"],
  ],
  [
    "lines of JSON",
    '{"a":1}\n',
    "application/x-ndjson",
    [undefined, "application/x-ndjson", '{"a":1}\n'],
  ],
  [
    "JSON with parameters",
    "a",
    "application/json; charset=utf-8",
    [undefined, "application/json; charset=utf-8", '"a"'],
  ],
  ["one of several types", "a", "text/csv, text/plain", [undefined, "text/csv", "a"]],
  ["any type", "a", "text/*", [undefined, undefined, "a"]],
  ["bytes", new Uint8Array([104]), undefined, ["part", "application/octet-stream", "h"]],
  [
    "bytes of several types",
    new Uint8Array([104]),
    "image/png, image/gif",
    ["part", "image/png", "h"],
  ],
  [
    "bytes of any type",
    new Uint8Array([104]),
    "image/*",
    ["part", "application/octet-stream", "h"],
  ],
  ["bytes of a JSON type", new TextEncoder().encode("{}"), json, ["part", json, "{}"]],
  [
    "a file of its own type",
    new File(["h"], "a.gif", { type: "image/gif" }),
    "image/*",
    ["a.gif", "image/gif", "h"],
  ],
  ["a file without a name", new File(["h"], ""), undefined, ["", "application/octet-stream", "h"]],
  ["nulls in a list", [null, "a", undefined], undefined, [undefined, undefined, "a"]],
])("%s is written as the document says", async ([, value, type, ...parts]) => {
  expect(await one(value, type)).toEqual(parts);
});

test("a string that is a file's content is not quoted, whatever its type", async () => {
  const encoder = multipartBody(undefined, { part: { contentType: json, file: true } });
  expect(await partsOf(write(encoder, { part: '{"a":1}' }))).toMatchObject([
    { filename: undefined, type: json, text: '{"a":1}' },
  ]);
});

test.for(['日本 "q".txt', "a\r\nb", "a\nb\rc", "a;b=c", "a\\b", "a/b", "%22", " "])(
  "the file name %j arrives",
  async (name) => {
    const [part] = await partsOf(write(multipartBody(), { [name]: new File(["x"], name) }));
    // %22 in a name cannot be told from an escaped quote: that is how browsers escape.
    expect(part).toMatchObject({
      name: name.replace("%22", '"'),
      filename: name.replace("%22", '"'),
    });
  },
);

test("members keep their order, and lists repeat the part", async () => {
  const file = new Blob(["2"]);
  const parts = await partsOf(write(multipartBody(), { b: "1", a: [file, "3"], c: null, "": "4" }));
  expect(parts.map(({ name, text }) => [name, text])).toEqual([
    ["b", "1"],
    ["a", "2"],
    ["a", "3"],
    ["", "4"],
  ]);
});

test("a body without a stream is a Blob: its length is known, and it can be sent again", async () => {
  const { body, type } = write(multipartBody(), { a: "x", file: new Blob(["y".repeat(1000)]) });
  expect(body).toBeInstanceOf(Blob);
  const blob = body as Blob;
  expect(blob.type).toBe(type);
  expect(await blob.text()).toBe(await blob.text());
  expect(blob.size).toBe((await blob.text()).length);
});

test("another multipart media type is sent as the document declares it", async () => {
  const written = write(multipartBody(undefined, {}, "multipart/mixed"), { a: "x" });
  expect(written.type).toMatch(/^multipart\/mixed; boundary=/);
  expect((written.body as Blob).type).toBe(written.type);
  expect(await (written.body as Blob).text()).toContain('name="a"');
});

test("two bodies have different boundaries", () => {
  const types = new Set(Array.from({ length: 50 }, () => write(multipartBody(), {}).type));
  expect(types.size).toBe(50);
});

const chunked = (...chunks: readonly string[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });

test("a body with streams is a stream, and its parts are in order", async () => {
  const parts = { b: { contentType: "text/csv" } };
  const written = write(multipartBody(undefined, parts), {
    a: chunked("1", "2"),
    t: "text",
    b: [chunked("3"), chunked()],
    c: new Blob(["4"]),
  });
  expect(written.body).toBeInstanceOf(ReadableStream);
  expect(
    (await partsOf(written)).map((part) => [part.name, part.filename, part.type, part.text]),
  ).toEqual([
    ["a", "a", "application/octet-stream", "12"],
    ["t", undefined, undefined, "text"],
    ["b", "b", "text/csv", "3"],
    ["b", "b", "text/csv", ""],
    ["c", "c", "application/octet-stream", "4"],
  ]);
});

test("nothing is read from a stream before the body is", async () => {
  const pull = vi.fn();
  const stream = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
  const { body } = write(multipartBody(), { a: stream });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(pull).not.toHaveBeenCalled();
  await (body as ReadableStream).cancel();
});

test("cancelling the body cancels its streams, those that were not begun too", async () => {
  const cancelled: unknown[] = [];
  const endless = (name: string): ReadableStream<Uint8Array> =>
    new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(1)),
      cancel: (reason) => void cancelled.push([name, reason]),
    });
  const { body } = write(multipartBody(), { a: endless("a"), b: endless("b") });
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  for (let i = 0; i < 5; i++) await reader.read();
  await reader.cancel("enough");
  expect(cancelled).toEqual([
    ["a", "enough"],
    ["b", "enough"],
  ]);
});

test("a stream that breaks breaks the body, and the others are cancelled", async () => {
  const cause = new Error("no more");
  const cancel = vi.fn();
  const { body } = write(multipartBody(), {
    a: new ReadableStream({ pull: () => Promise.reject(cause) }),
    b: new ReadableStream({ cancel }),
  });
  await expect(new Response(body as ReadableStream).text()).rejects.toBe(cause);
  expect(cancel).toHaveBeenCalledWith(cause);
});

/** A `Blob` of another implementation, such as that of a polyfill. */
const foreign = (more: object): object => ({
  arrayBuffer: () => Promise.resolve(new ArrayBuffer(0)),
  ...more,
});

test("a Blob of another implementation is read as a stream", async () => {
  const file = foreign({ name: "f.txt", type: "text/csv", stream: () => chunked("f") });
  const written = write(multipartBody(), { file });
  expect((await partsOf(written))[0]).toMatchObject({
    filename: "f.txt",
    type: "text/csv",
    text: "f",
  });
});

const locked = chunked("x");
locked.getReader();
const cyclic: Record<string, unknown> = {};
cyclic["self"] = cyclic;

test.for<[what: string, value: unknown]>([
  ["a cycle", cyclic],
  ["a bigint in JSON", { n: 1n }],
  ["a stream that is being read", locked],
  ["half a surrogate pair", "\ud800"],
  ["a file in JSON", { file: new Blob() }],
  ["bytes in JSON", { list: [new Uint8Array(1)] }],
  ["a Buffer in JSON", { list: [Buffer.from("x")] }],
  ["a stream in JSON", { stream: chunked() }],
  ["a response", foreign({})],
  ["a type that would add a header", foreign({ type: "a/b\r\nx: y", stream: chunked })],
])("%s is an SDKValidationError that names the part", ([, value]) => {
  const writing = (): unknown => multipartBody("body").write({ body: { a: value } }, {});
  expect(writing).toThrow(SDKValidationError);
  expect(writing).toThrow(/^Request validation failed: body\.a: expected /);
});

test.for<[given: string | undefined, expected: string]>([
  ["application/json", "multipart/form-data; boundary=own"],
  ["multipart/form-data", "multipart/form-data; boundary=own"],
  ["multipart/form-data; boundary=theirs", "multipart/form-data; boundary=own"],
  ["multipart/related; type=x", "multipart/related; boundary=own"],
  ["", "multipart/form-data; boundary=own"],
  [undefined, "multipart/form-data; boundary=own"],
])("a caller's content type %j does not take the boundary away", ([given, expected]) => {
  const headers: Record<string, string> = given === undefined ? {} : { "content-type": given };
  multipartBody().finish?.(headers, "multipart/form-data; boundary=own");
  expect(headers).toEqual({ "content-type": expected });
});

test("20,000 parts, half of them files, are quickly written and read", async () => {
  const files = Array.from({ length: 10_000 }, (_, i) => new Blob([`${i}`]));
  const texts = files.map((_, i) => `${i}`);
  const { body, type } = write(multipartBody(), { files, texts });
  const parts = readMultipart(type, Buffer.from(await (body as Blob).arrayBuffer()));
  expect(parts.map(({ text }) => text)).toEqual([...texts, ...texts]);
});

/** Runs as in React Native, whose `FormData` takes files by their location. */
function inReactNative(): (readonly [name: string, value: unknown])[] {
  const appended: (readonly [name: string, value: unknown])[] = [];
  vi.stubGlobal("navigator", { product: "ReactNative" });
  vi.stubGlobal(
    "FormData",
    class {
      append(name: string, value: unknown): void {
        appended.push([name, value]);
      }
    },
  );
  onTestFinished(() => void vi.unstubAllGlobals());
  return appended;
}

const photo = { uri: "file:///a.jpg", name: "a.jpg", type: "image/jpeg" };

test("a file of React Native goes through its FormData, and so does everything beside it", () => {
  const appended = inReactNative();
  const schema = object(() => ({ photo: binary, note: optional(binary) }));
  expect(encode(schema, { photo })).toEqual({ ok: true, value: { photo } });
  const parts = { meta: { contentType: json } };
  const headers = {};
  const body = multipartBody(undefined, parts).write(
    { photo, note: "n", tags: [1, 2], meta: "m" },
    headers,
  );
  expect(body).toBeInstanceOf(FormData);
  expect(headers).toEqual({});
  expect(appended).toEqual([
    ["photo", photo],
    ["note", "n"],
    ["tags", "1"],
    ["tags", "2"],
    ["meta", { string: '"m"', type: json }],
  ]);
  const given = { "content-type": "multipart/form-data" };
  multipartBody().finish?.(given, undefined);
  expect(given).toEqual({});
});

test("elsewhere an object with a uri is JSON, and no file", async () => {
  expect(await one(photo)).toEqual([[undefined, json, JSON.stringify(photo)]]);
  expect(
    encode(
      object(() => ({ photo: binary })),
      { photo },
    ),
  ).toMatchObject({ ok: false });
});
