/** The style table of OpenAPI 3.1.1 (4.8.12.4), and what it leaves undefined. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Parameter,
  type Style,
  cookie,
  deepObject,
  form,
  formJoined,
  header,
  jsonValue,
  label,
  labelExploded,
  matrix,
  matrixExploded,
  path,
  pipeDelimited,
  plainCookie,
  query,
  querystring,
  reserved,
  simple,
  simpleExploded,
  simpleJSON,
  spaceDelimited,
  tabDelimited,
} from "../../../src/lib/index.js";
import { runs } from "../../support/runs.js";

const styles = {
  simple,
  simpleExploded,
  label,
  labelExploded,
  matrix,
  matrixExploded,
  form,
  formJoined,
  spaceDelimited,
  pipeDelimited,
  tabDelimited,
  deepObject,
  jsonValue,
};
const write = (style: Style, value: unknown): string | undefined =>
  style("color", value, encodeURIComponent);

const list = ["blue", "black", "brown"];
const rgb = { R: 100, G: 200, B: 150 };
type Row = [
  name: keyof typeof styles,
  empty: unknown,
  text: unknown,
  list: unknown,
  object: unknown,
];

test.for<Row>([
  ["simple", "", "blue", "blue,black,brown", "R,100,G,200,B,150"],
  ["simpleExploded", "", "blue", "blue,black,brown", "R=100,G=200,B=150"],
  ["label", ".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"],
  ["labelExploded", ".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
  ["matrix", ";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"],
  [
    "matrixExploded",
    ";color",
    ";color=blue",
    ";color=blue;color=black;color=brown",
    ";R=100;G=200;B=150",
  ],
  ["form", "color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"],
  ["formJoined", "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"],
  [
    "spaceDelimited",
    "color=",
    "color=blue",
    "color=blue%20black%20brown",
    "color=R%20100%20G%20200%20B%20150",
  ],
  [
    "pipeDelimited",
    "color=",
    "color=blue",
    "color=blue%7Cblack%7Cbrown",
    "color=R%7C100%7CG%7C200%7CB%7C150",
  ],
  [
    "deepObject",
    "color=",
    "color=blue",
    "color=blue&color=black&color=brown",
    "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
  ],
  [
    "jsonValue",
    "color=%22%22",
    "color=%22blue%22",
    "color=%5B%22blue%22%2C%22black%22%2C%22brown%22%5D",
    "color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D",
  ],
])("%s matches the table of the specification", ([name, ...expected]) => {
  expect(["", "blue", list, rgb].map((value) => write(styles[name], value))).toEqual(expected);
});

/** The pairs of a `deepObject`, with the name in front of each and the brackets encoded. */
const deep = (pairs: string): string =>
  pairs.replaceAll(/(^|&)/g, "$1color").replaceAll("[", "%5B").replaceAll("]", "%5D");

type Values = [name: keyof typeof styles, value: unknown, text: string | undefined];

test.for<Values>([
  ["form", [], undefined],
  ["form", {}, undefined],
  ["form", [null, undefined], undefined],
  ["form", ["a", null, undefined, "b"], "color=a&color=b"],
  ["form", { a: 1, b: null, c: undefined }, "a=1"],
  ["form", ["", ""], "color=&color="],
  ["form", 0, "color=0"],
  ["form", false, "color=false"],
  ["form", 1e21, "color=1e%2B21"],
  ["form", new Date(0), "color=1970-01-01T00%3A00%3A00.000Z"],
  ["form", [[1, 2]], "color=%5B1%2C2%5D"],
  ["form", { a: { b: 1 } }, "a=%7B%22b%22%3A1%7D"],
  ["formJoined", [], undefined],
  ["formJoined", {}, undefined],
  ["formJoined", ["a,b", "c"], "color=a%2Cb,c"],
  ["formJoined", { a: null, b: 2 }, "color=b,2"],
  ["spaceDelimited", [], undefined],
  ["spaceDelimited", ["a,b", "c"], "color=a%2Cb%20c"],
  ["pipeDelimited", ["a b", null, "c"], "color=a%20b%7Cc"],
  ["tabDelimited", ["a b", null, "c"], "color=a%20b%09c"],
  ["deepObject", {}, undefined],
  ["deepObject", { a: undefined, b: null }, undefined],
  ["deepObject", { a: { b: { c: 1 } } }, "color%5Ba%5D%5Bb%5D%5Bc%5D=1"],
  ["deepObject", { a: [1, null, 2] }, "color%5Ba%5D=1&color%5Ba%5D=2"],
  ["deepObject", { a: [], b: {}, c: 1 }, "color%5Bc%5D=1"],
  ["deepObject", { "k=&": "v=" }, "color%5Bk%3D%26%5D=v%3D"],
  ["deepObject", { at: new Date(0) }, "color%5Bat%5D=1970-01-01T00%3A00%3A00.000Z"],
  ["deepObject", [{ a: 1, b: 2 }, { a: 3 }], deep("[0][a]=1&[0][b]=2&[1][a]=3")],
  ["deepObject", { a: [{ b: [1, 2] }, null] }, deep("[a][0][b]=1&[a][0][b]=2")],
  ["deepObject", [[1, 2], [3]], deep("[0]=1&[0]=2&[1]=3")],
  ["deepObject", ["x", { a: 1 }], deep("[0]=x&[1][a]=1")],
  ["simple", [], ""],
  ["simple", ["a,b", "c/d", "é"], "a%2Cb,c%2Fd,%C3%A9"],
  ["simple", true, "true"],
  ["label", ["a.b", "c"], ".a.b,c"],
  ["matrix", [], ""],
  ["matrixExploded", ["", "a"], ";color;color=a"],
  ["matrixExploded", { a: "", b: 1 }, ";a;b=1"],
  ["jsonValue", null, "color=null"],
])("%s of %j is %j", ([name, value, text]) => {
  expect(write(styles[name], value)).toBe(text);
});

test.for<[name: keyof typeof styles, value: unknown, message: RegExp]>([
  ["spaceDelimited", ["a b", "c"], /without " "/],
  ["spaceDelimited", { "a b": 1 }, /without " "/],
  ["pipeDelimited", ["a|b"], /without "\|"/],
  ["pipeDelimited", { a: "b|c" }, /without "\|"/],
  ["tabDelimited", ["a\tb"], /without "\t"/],
  ["labelExploded", ["a.b", "c"], /without "\."/],
  ["labelExploded", { ratio: 1.5 }, /without "\."/],
  ["deepObject", { "a]": 1 }, /without "\]"/],
  ["deepObject", { a: { "[b": 1 } }, /without "\["/],
  ["deepObject", [{ a: 1 }, {}], /no empty items/],
  ["deepObject", { list: [[], [1]] }, /no empty items/],
])("%s rejects %j, which cannot be read back", ([name, value, message]) => {
  expect(() => write(styles[name], value)).toThrow(message);
});

test.for<[style: Style, value: unknown]>([
  [reserved(formJoined), ["a,b", "c"]],
  [reserved(form), { "a=b": 1 }],
  [reserved(deepObject), { "a=b": 1 }],
])("allowReserved rejects what it would leave ambiguous (case %#)", ([style, value]) => {
  expect(() => write(style, value)).toThrow(/expected (names and values without|no array)/);
});

test.for<[style: Style, value: unknown]>([
  [simple, ["a,b", "c"]],
  [simple, { a: "b,c" }],
  [simple, [{ a: 1, b: 2 }]],
  [simpleExploded, { "a=b": 1 }],
  [simple, [""]],
])("a header rejects items that contain its separator (case %#)", ([style, value]) => {
  expect(() => put(header("X-Color", "color", style), value)).toThrow(
    /expected (names and values without|no array)/,
  );
});

test("a bigint without a schema is written in digits", () => {
  expect(write(form, 5n)).toBe("color=5");
});

test.for<[value: string, plain: string, allowed: string]>([
  ["a b", "color=a%20b", "color=a%20b"],
  ["a+b", "color=a%2Bb", "color=a%2Bb"],
  ["50%", "color=50%25", "color=50%25"],
  ["%41", "color=%2541", "color=%2541"],
  ["a&b=c#d", "color=a%26b%3Dc%23d", "color=a%26b=c%23d"],
  [":/?[]@!$'()*,;=", "color=%3A%2F%3F%5B%5D%40!%24'()*%2C%3B%3D", "color=:/?[]@!$'()*,;="],
  ["日本", "color=%E6%97%A5%E6%9C%AC", "color=%E6%97%A5%E6%9C%AC"],
  ["👍", "color=%F0%9F%91%8D", "color=%F0%9F%91%8D"],
  ["\r\n\t\0", "color=%0D%0A%09%00", "color=%0D%0A%09%00"],
  ['"<>\\^`{|}', "color=%22%3C%3E%5C%5E%60%7B%7C%7D", "color=%22%3C%3E%5C%5E%60%7B%7C%7D"],
])(
  "%j in a query is encoded, with allowReserved only as far as necessary",
  ([value, plain, allowed]) => {
    expect(write(form, value)).toBe(plain);
    expect(write(reserved(form), value)).toBe(allowed);
    const url = new URL(`https://a.test/?${write(reserved(form), value) ?? ""}`);
    expect([url.searchParams.get("color"), url.hash]).toEqual([value, ""]);
  },
);

const put = (parameter: Parameter, value: unknown, into = { query: "", headers: {} }) => {
  parameter.write?.(value, into);
  return into;
};

test("query parameters are joined by & after one ?", () => {
  const into = put(query("a b"), "1");
  put(query("none", "none", form), [], into);
  put(query("list", "key", formJoined), ["x", "y"], into);
  expect(into.query).toBe("?a%20b=1&list=x,y");
});

test("a scalar is written without a style as in the style of arrays", () => {
  const scalars = fc.oneof(fc.string({ unit: "grapheme" }), fc.double(), fc.boolean(), fc.date());
  fc.assert(
    fc.property(scalars, (value) => {
      for (const [plain, styled] of [
        [query("a b"), query("a b", "a b", form)],
        [cookie("a"), cookie("a", "a", form)],
        [plainCookie("a"), plainCookie("a", "a", form)],
        [header("a"), header("a", "a", simple)],
      ] as const)
        expect(outcome(() => put(plain, value))).toEqual(outcome(() => put(styled, value)));
      const inPath = (style: Style) => outcome(() => style("a", value, encodeURIComponent));
      expect(inPath(path("a").style)).toEqual(inPath(simple));
    }),
    runs(300),
  );
});

function outcome(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

test.for<[style: Style, value: unknown, text: string]>([
  [simple, "plain text", "plain text"],
  [simple, ["a", "b"], "a,b"],
  [simple, rgb, "R,100,G,200,B,150"],
  [simpleExploded, rgb, "R=100,G=200,B=150"],
  [simpleJSON, rgb, '{"R":100,"G":200,"B":150}'],
  [simple, "50% & more", "50% & more"],
  [simple, [], ""],
])("a header is not percent-encoded (case %#)", ([style, value, text]) => {
  expect(put(header("X-Color", "color", style), value).headers).toEqual({ "x-color": text });
});

test.for(["a\r\nx: y", "日本", "\0"])(
  "a header value of %j is rejected, and not quoted",
  (value) => {
    expect(() => put(header("X-Color"), value)).toThrow(/^(?!.*(x: y|日本)).*"X-Color"/s);
  },
);

test("JSON in a path is a segment without the name", () => {
  expect(simpleJSON("color", rgb, encodeURIComponent)).toBe(
    encodeURIComponent(JSON.stringify(rgb)),
  );
});

test("cookies are joined by ;", () => {
  const into = put(cookie("session"), "a b;c");
  put(cookie("list", "list", form), ["x", "y"], into);
  put(cookie("none", "none", form), [], into);
  expect(into.headers).toEqual({ cookie: "session=a%20b%3Bc; list=x; list=y" });
});

test("a cookie ends at a semicolon, even with allowReserved", () => {
  const into = put(cookie("a", "a", reserved(form)), "x;y&z,1");
  expect(into.headers).toEqual({ cookie: "a=x%3By%26z,1" });
});

test.for<[value: unknown, cookie: string | undefined]>([
  ["a%20b, c=d&e", "c=a%20b, c=d&e"],
  [["x&y", "z"], "c=x&y; c=z"],
  [{ k: "v w", l: 1 }, "k=v w; l=1"],
  [[], undefined],
])("a cookie of the style cookie is sent as it is: %j", ([value, want]) => {
  expect(put(plainCookie("c", "c", form), value).headers).toEqual(
    want === undefined ? {} : { cookie: want },
  );
});

test("a cookie of the style cookie that is not exploded is one cookie", () => {
  expect(put(plainCookie("c", "c", formJoined), ["a b", "c"]).headers).toEqual({
    cookie: "c=a b,c",
  });
});

test.for(["a; admin=1", ["a", "b;c"], { "k;l": 1 }, { k: ";" }, "a\0b"])(
  "a cookie of the style cookie adds no other: %j is rejected",
  (value) => {
    expect(() => put(plainCookie("c", "c", form), value)).toThrow(
      'expected names and values without ";"',
    );
  },
);

test.for<[style: Style | undefined, value: unknown, query: string]>([
  [
    undefined,
    { q: "a&b", n: [1, 2], o: { x: 1 }, none: null },
    "?q=a%26b&n=1&n=2&o=%7B%22x%22%3A1%7D",
  ],
  [undefined, {}, ""],
  [simpleJSON, { a: "b c" }, "?%7B%22a%22%3A%22b%20c%22%7D"],
  [simple, "$.a[1:2]", "?%24.a%5B1%3A2%5D"],
])("the whole query string (case %#)", ([style, value, want]) => {
  expect(put(querystring("q", "q", style), value).query).toBe(want);
});

test("the whole query string of an object is what a form would send", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))),
      (value) => {
        const { query: text } = put(querystring("q"), value);
        const pairs = Object.entries(value).flatMap(([k, v]) =>
          [v].flat().map((item) => [k, item]),
        );
        expect([...new URLSearchParams(text)]).toEqual(pairs);
      },
    ),
    runs(),
  );
});

const text = fc.string({ unit: "binary" });
const member = fc.oneof(text, fc.integer(), fc.boolean());
/** Strings that every style can write: without the separators of some. */
const readable = text.filter((value) => !/[[\] .|\t]/.test(value));
const items = fc.oneof(readable, fc.integer(), fc.boolean());
const values = fc.oneof(
  member,
  fc.array(items),
  fc.dictionary(readable, items, { noNullPrototype: true }),
);

test("no style writes characters that a URL does not allow or that end the value", () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(styles)), text, values, (style, name, value) => {
      const written = style(name, value, encodeURIComponent) ?? "";
      expect(written).not.toMatch(/[^!-~]|[#?"<>\\^`{}|[\]]/);
      const raw = Array.isArray(value) ? value.length : Object.keys(Object(value)).length;
      const joints = style === form || style === deepObject ? Math.max(0, raw - 1) : 0;
      if (typeof value === "object")
        expect(written.split("&").length - 1).toBeLessThanOrEqual(joints);
      else expect(written).not.toContain("&");
    }),
    runs(),
  );
});

test("URLSearchParams reads a query back", () => {
  fc.assert(
    fc.property(text, fc.array(member, { minLength: 1 }), (name, list) => {
      const read = new URLSearchParams(form(name, list, encodeURIComponent));
      expect([...read]).toEqual(list.map((item) => [name, String(item)]));
      const joined = new URLSearchParams(formJoined(name, list, encodeURIComponent));
      expect(joined.get(name)).toBe(list.join(","));
      const allowed = new URLSearchParams(reserved(form)(name, list, encodeURIComponent));
      expect(allowed.size).toBeGreaterThanOrEqual(list.length);
    }),
    runs(),
  );
  fc.assert(
    fc.property(fc.dictionary(readable, member, { minKeys: 1 }), (object) => {
      const pairs = Object.entries(object).map(([k, v]) => [k, String(v)]);
      expect([...new URLSearchParams(form("x", object, encodeURIComponent))]).toEqual(pairs);
      const deep = new URLSearchParams(deepObject("x", object, encodeURIComponent));
      expect([...deep]).toEqual(pairs.map(([k, v]) => [`x[${k}]`, v]));
      const json = new URLSearchParams(jsonValue("x", object, encodeURIComponent));
      expect(JSON.parse(json.get("x") ?? "")).toEqual({ ...object });
    }),
    runs(),
  );
});

test("decodeURIComponent reads a path segment back", () => {
  fc.assert(
    fc.property(text, fc.array(text, { minLength: 1 }), (one, list) => {
      const segment = simple("x", one, encodeURIComponent) ?? "";
      expect(segment).not.toMatch(/[/?#;,]/);
      expect(decodeURIComponent(segment)).toBe(one);
      const segments = (simple("x", list, encodeURIComponent) ?? "").split(",");
      expect(segments.map(decodeURIComponent)).toEqual(list);
    }),
    runs(),
  );
});

test.each([
  ["deepObject", deepObject],
  ["jsonValue", jsonValue],
])("%s converts members of any type with allowReserved as well", (_, style) => {
  expect(reserved(style).open).toBe(style.open);
  expect(style.open).toBeTypeOf("function");
});
