/** Bodies as a server receives them: the content of a Request made with them. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type BodyEncoder,
  SDKValidationError,
  bytesBody,
  deepObject,
  formBody,
  formJoined,
  jsonBody,
  jsonValue,
  multipartBody,
  rejectFiles,
  spaceDelimited,
  textBody,
} from "../../../src/lib/index.js";
import { runs } from "../../support/runs.js";
import { deepFreeze } from "../schema/deep-freeze.js";
import { limits } from "../../support/limits.js";

function request(encoder: BodyEncoder, values: unknown): Request {
  const headers: Record<string, string> = {};
  const body = encoder.write(values as Readonly<Record<string, unknown>>, headers) ?? null;
  return new Request("https://a.test/", {
    method: "POST",
    headers,
    body,
    duplex: "half",
  } as RequestInit);
}

const sent = async (encoder: BodyEncoder, values: unknown): Promise<[string | null, string]> => {
  const made = request(encoder, values);
  return [made.headers.get("content-type"), await made.text()];
};

test.for<[what: string, encoder: BodyEncoder, values: unknown, media: string | null, text: string]>(
  [
    [
      "a member",
      jsonBody("body"),
      { id: 1, body: { a: [1, null] } },
      "application/json",
      '{"a":[1,null]}',
    ],
    ["the request itself", jsonBody(), { a: 1 }, "application/json", '{"a":1}'],
    ["a list", jsonBody(), [1, 2], "application/json", "[1,2]"],
    ["a scalar", jsonBody(), 0, "application/json", "0"],
    ["an empty string", jsonBody(), "", "application/json", '""'],
    ["an empty object", jsonBody(), {}, "application/json", "{}"],
    ["false", jsonBody("body"), { body: false }, "application/json", "false"],
    [
      "another media type",
      jsonBody("b", "application/merge-patch+json"),
      { b: {} },
      "application/merge-patch+json",
      "{}",
    ],
    ["no body", jsonBody("body"), { id: 1 }, null, ""],
    ["text", textBody("body"), { body: "é\n" }, "text/plain", "é\n"],
    ["a number as text", textBody(), 5, "text/plain", "5"],
    ["CSV", textBody("body", "text/csv"), { body: "a,b" }, "text/csv", "a,b"],
    [
      "bytes",
      bytesBody("body"),
      { body: new Uint8Array([104, 105]) },
      "application/octet-stream",
      "hi",
    ],
    [
      "bytes that are the request",
      bytesBody(),
      new TextEncoder().encode("hi"),
      "application/octet-stream",
      "hi",
    ],
    [
      "a Blob",
      bytesBody("body", "image/png"),
      { body: new Blob(["hi"], { type: "x/y" }) },
      "image/png",
      "hi",
    ],
    ["a Blob that is the request", bytesBody(), new Blob(["hi"]), "application/octet-stream", "hi"],
    [
      "an ArrayBuffer",
      bytesBody("body"),
      { body: new TextEncoder().encode("hi").buffer },
      "application/octet-stream",
      "hi",
    ],
    [
      "a stream",
      bytesBody("body"),
      { body: new Blob(["hi"]).stream() },
      "application/octet-stream",
      "hi",
    ],
    [
      "a form",
      formBody("body"),
      { body: { a: 1, b: [2, 3] } },
      "application/x-www-form-urlencoded",
      "a=1&b=2&b=3",
    ],
    [
      "a form that is the request",
      formBody(),
      { a: "x y" },
      "application/x-www-form-urlencoded",
      "a=x%20y",
    ],
    [
      "a form without members",
      formBody("body"),
      { body: {} },
      "application/x-www-form-urlencoded",
      "",
    ],
  ],
)("%s is sent with its media type", async ([, encoder, values, media, text]) => {
  expect(await sent(encoder, values)).toEqual([media, text]);
});

test("a form omits null and undefined, and sends objects as JSON and dates as instants", async () => {
  const body = deepFreeze({
    a: null,
    b: undefined,
    c: [],
    d: { e: [1] },
    f: ["", null, "&="],
    "g h": true,
    at: new Date(0),
  });
  const form = await request(formBody("body"), { body }).formData();
  expect([...form]).toEqual([
    ["d", '{"e":[1]}'],
    ["f", ""],
    ["f", "&="],
    ["g h", "true"],
    ["at", "1970-01-01T00:00:00.000Z"],
  ]);
});

test("form members have the styles that the document declares", async () => {
  const parts = {
    list: { style: formJoined },
    deep: { style: deepObject },
    json: { style: jsonValue },
    typed: { contentType: "application/json" },
  };
  const body = { list: [1, 2], deep: { a: { b: 1 } }, json: [1], typed: ["x"], constructor: "own" };
  const form = await request(formBody("body", parts), { body }).formData();
  expect([...form]).toEqual([
    ["list", "1,2"],
    ["deep[a][b]", "1"],
    ["json", "[1]"],
    ["typed", '["x"]'],
    ["constructor", "own"],
  ]);
});

test.for<[media: string, blob: Blob, expected: string]>([
  ["*/*", new Blob(["x"], { type: "image/png" }), "image/png"],
  ["image/*", new File(["x"], "x.gif", { type: "image/gif" }), "image/gif"],
  ["*/*", new Blob(["x"]), "application/octet-stream"],
  ["application/octet-stream", new Blob(["x"], { type: "image/png" }), "application/octet-stream"],
])(
  "where %s is declared, the type of a Blob is sent if it fits",
  async ([media, blob, expected]) => {
    expect(await sent(bytesBody(undefined, media), blob)).toEqual([expected, "x"]);
  },
);

test.for<[what: string, encoder: BodyEncoder, value: unknown, path: string]>([
  ["a Blob in JSON", jsonBody("body", undefined, rejectFiles), { a: new Blob() }, "body"],
  ["bytes in JSON", jsonBody("body", undefined, rejectFiles), [new Uint8Array(1)], "body"],
  ["a Blob in a form", formBody("body"), { a: new Blob() }, "body.a"],
  ["bytes in a list of a form", formBody("body"), { a: [Buffer.from("x")] }, "body.a"],
  [
    "a stream in an object of a form",
    formBody("body", { a: { style: deepObject } }),
    { a: { b: new ReadableStream() } },
    "body.a",
  ],
])("%s is rejected, because it would be sent as {}", ([, encoder, value, path]) => {
  const write = (): unknown => encoder.write({ body: value }, {});
  expect(write).toThrow(SDKValidationError);
  expect(write).toThrow(`${path}: expected no file`);
  expect(encoder.write({ body: { a: "x" } }, {})).toBeTypeOf("string");
});

test("a member of a form that its style cannot express is named", () => {
  const encoder = formBody("body", { list: { style: spaceDelimited } });
  const write = (): unknown => encoder.write({ body: { a: 1, list: ["b c"], z: 2 } }, {});
  expect(write).toThrow('body.list: expected names and values without " "');
});

test("a form is read back unchanged", { timeout: limits.computing }, async () => {
  const text = fc.string({ unit: "binary" });
  await fc.assert(
    fc.asyncProperty(fc.dictionary(text, text), async (body) => {
      const form = await request(formBody("body"), { body }).formData();
      expect([...form]).toEqual(Object.entries(body));
    }),
    runs(50),
  );
});

interface Sent {
  name: string;
  filename?: string;
  type?: string;
  text: string;
}

async function partsOf(encoder: BodyEncoder, values: unknown): Promise<Sent[]> {
  const made = request(encoder, values);
  expect(made.headers.get("content-type")).toMatch(/^multipart\/form-data; boundary=/);
  return Promise.all(
    [...(await made.formData())].map(async ([name, part]) =>
      typeof part === "string"
        ? { name, text: part }
        : { name, filename: part.name, type: part.type, text: await part.text() },
    ),
  );
}

test.for<[what: string, value: unknown, part: Omit<Sent, "name"> | undefined]>([
  ["a string", "é", { text: "é" }],
  ["a number", 5, { text: "5" }],
  ["false", false, { text: "false" }],
  ["an instant", new Date(0), { text: "1970-01-01T00:00:00.000Z" }],
  ["nothing", undefined, undefined],
  ["null", null, undefined],
  [
    "a File",
    new File(["hi"], "a b.txt", { type: "text/csv" }),
    { filename: "a b.txt", type: "text/csv", text: "hi" },
  ],
  [
    "a Blob",
    new Blob(["hi"], { type: "text/css" }),
    { filename: "part", type: "text/css", text: "hi" },
  ],
  [
    "bytes",
    new TextEncoder().encode("hi"),
    { filename: "part", type: "application/octet-stream", text: "hi" },
  ],
  [
    "a view",
    new TextEncoder().encode("shift").subarray(0, 2),
    { filename: "part", type: "application/octet-stream", text: "sh" },
  ],
  [
    "an ArrayBuffer",
    new TextEncoder().encode("hi").buffer,
    { filename: "part", type: "application/octet-stream", text: "hi" },
  ],
  [
    "a DataView",
    new DataView(new TextEncoder().encode("hi").buffer),
    { filename: "part", type: "application/octet-stream", text: "hi" },
  ],
  ["an object", { a: [1] }, { text: '{"a":[1]}' }],
])("%s is one part of a multipart body", async ([, value, part]) => {
  const expected = part === undefined ? [] : [{ name: "part", ...part }];
  expect(await partsOf(multipartBody("body"), { body: { part: value } })).toEqual(expected);
});

test("arrays are repeated parts", async () => {
  const body = {
    tag: ["a", null, "b"],
    file: [new File(["1"], "1.txt"), new Blob(["2"])],
    none: [],
  };
  const parts = await partsOf(multipartBody("body"), { body });
  expect(parts.map(({ name, filename, text }) => [name, filename, text])).toEqual([
    ["tag", undefined, "a"],
    ["tag", undefined, "b"],
    ["file", "1.txt", "1"],
    ["file", "file", "2"],
  ]);
});

test("parts have the content types that the document declares, and files their own if they have one", async () => {
  const parts = {
    meta: { contentType: "application/vnd.meta+json" },
    note: { contentType: "text/markdown" },
    raw: { contentType: "image/png" },
    blob: { contentType: "image/png" },
    own: { contentType: "image/png" },
    list: { contentType: "application/json" },
  };
  const body = {
    meta: { a: 1 },
    note: "# hi",
    raw: new Uint8Array([1]),
    blob: new Blob(["b"]),
    own: new File(["c"], "c.jpg", { type: "image/jpeg" }),
    list: [{ a: 1 }, { a: 2 }],
  };
  const sent = await partsOf(multipartBody("body", parts), { body });
  expect(sent.map(({ name, filename, type }) => [name, filename, type])).toEqual([
    ["meta", undefined, undefined],
    ["note", undefined, undefined],
    ["raw", "raw", "image/png"],
    ["blob", "blob", "image/png"],
    ["own", "c.jpg", "image/jpeg"],
    ["list", undefined, undefined],
  ]);
});

const cyclic: Record<string, unknown> = {};
cyclic["self"] = cyclic;

test.for<[what: string, encoder: BodyEncoder, values: unknown]>([
  ["a cycle in JSON", jsonBody("body"), { body: cyclic }],
  ["a bigint in JSON", jsonBody("body"), { body: { n: 5n } }],
  ["a cycle in a form", formBody("body"), { body: { a: cyclic } }],
  ["half a surrogate pair in a form", formBody("body"), { body: { a: "\ud800" } }],
  ["a cycle in a part", multipartBody("body"), { body: { a: cyclic } }],
  ["a toJSON that throws", jsonBody("body"), { body: { toJSON: () => cyclic } }],
])("%s is an SDKValidationError that names the member", ([, encoder, values]) => {
  const write = (): unknown => encoder.write(values as Record<string, unknown>, {});
  expect(write).toThrow(SDKValidationError);
  expect(write).toThrow(
    /^Request validation failed: body(\.a)?: expected a value that can be serialized/,
  );
});
