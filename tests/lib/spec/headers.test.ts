import { expect, test } from "vitest";
import { InvalidRequestError } from "../../../src/lib/index.js";
import { setHeader, setHeaders } from "../../../src/lib/spec/headers.js";

function after(source: Parameters<typeof setHeaders>[1]): Record<string, string> {
  const headers: Record<string, string> = { accept: "application/json", "x-old": "1" };
  setHeaders(headers, source);
  return headers;
}
const old = { accept: "application/json", "x-old": "1" };

test.for<[name: string, source: Parameters<typeof setHeaders>[1], headers: object]>([
  ["nothing", undefined, old],
  ["null", null, old],
  ["an object", { "X-A": "b" }, { ...old, "x-a": "b" }],
  [
    "an object of other scalars",
    { n: 5, t: true, f: false, z: 0 },
    { ...old, n: "5", t: "true", f: "false", z: "0" },
  ],
  ["a null member", { Accept: null }, { "x-old": "1" }],
  ["an undefined member", { accept: undefined }, old],
  ["a null for what is not there", { "x-new": null }, old],
  ["a name in other capitals", { ACCEPT: "text/plain" }, { ...old, accept: "text/plain" }],
  ["Headers", new Headers({ "X-A": "b" }), { ...old, "x-a": "b" }],
  ["pairs", [["X-A", "b"]], { ...old, "x-a": "b" }],
  ["a Map", new Map([["X-A", "b"]]), { ...old, "x-a": "b" }],
  ["white space around", { a: " b\t" }, { ...old, a: "b" }],
  ["white space within", { a: "b c\td" }, { ...old, a: "b c\td" }],
  ["Latin-1", { a: "é" }, { ...old, a: "é" }],
  ["the empty value", { a: "" }, { ...old, a: "" }],
])("headers can be %s", ([, source, headers]) => {
  expect(after(source)).toEqual(headers);
});

test.for(["a\nb", "a\r\nx: y", "a\0b", "日本", "€", "a\u007fb", "\ud800"])(
  "the value %j is rejected, and not quoted",
  (value) => {
    const set = (): void => setHeader({}, "x-key", value);
    expect(set).toThrow(InvalidRequestError);
    expect(set).toThrow(/^Invalid header "x-key"/);
  },
);

test.for(["", " ", "a b", "a:", "é", "a\n", "(x)", "__proto__", "__PROTO__"])(
  "%j is not a header name",
  (name) => {
    expect(() => setHeaders({}, [[name, "v"]])).toThrow(InvalidRequestError);
  },
);

test("whatever is accepted, the platform accepts too", () => {
  const accepted: string[] = [];
  for (let code = 0; code < 0x180; code++) {
    const headers: Record<string, string> = {};
    try {
      setHeader(headers, "x", `a${String.fromCharCode(code)}b`);
    } catch {
      continue;
    }
    accepted.push(headers["x"] ?? "");
  }
  expect(accepted.length).toBe(1 + 95 + 128);
  for (const value of accepted) expect(new Headers({ x: value }).get("x")).toBe(value);
});
