/**
 * What a style writes, a server can read: an independent reader, which knows the shape of the value
 * from the document, gets the value back, or the style rejects the value.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Escape,
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
  pipeDelimited,
  query,
  reserved,
  simple,
  simpleExploded,
  simpleJSON,
  spaceDelimited,
  tabDelimited,
} from "../../../src/lib/index.js";
import { runs } from "../../support/runs.js";

/** The shape of a value, as a server knows it. Scalars are strings. */
type Shape = "scalar" | { readonly list: Shape } | { readonly members: Shape };

/** A value of a shape, for which nothing stands: JSON without numbers. */
type Value = string | null | readonly Value[] | { readonly [name: string]: Value };

const scalars = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[a-z]{0,3}$/) },
  { weight: 2, arbitrary: fc.stringMatching(/^[-a,|;=&#%. [\]"{}:/?+]{0,4}$/) },
  fc.string({ unit: "binary", maxLength: 4 }),
);

function valuesOf(shape: Shape): fc.Arbitrary<Value> {
  if (shape === "scalar") return scalars;
  if ("list" in shape)
    return fc.array(fc.option(valuesOf(shape.list), { freq: 9 }), { maxLength: 4 });
  return fc.dictionary(scalars, fc.option(valuesOf(shape.members), { freq: 9 }), {
    maxKeys: 4,
    noNullPrototype: true,
  });
}

const { shape: shapes } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 3, depthIdentifier: "shape" },
    fc.constant<Shape>("scalar"),
    fc.record({ list: tie("shape") }),
    fc.record({ members: tie("shape") }),
  ),
}));

const cases = shapes.chain((shape) => fc.tuple(fc.constant(shape), valuesOf(shape)));

/** What is left of a value without nulls and empty collections, which RFC 6570 does not write. */
function written(value: Value): Value | undefined {
  if (value === null || typeof value === "string") return value ?? undefined;
  if (isList(value)) {
    const items = value.map(written).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  const members = Object.entries(value).flatMap(([name, member]) => {
    const kept = written(member);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

function isList(value: unknown): value is readonly Value[] {
  return Array.isArray(value);
}

/** As `written`, for styles that write one level and JSON below it. */
function flat(value: Value): Value | undefined {
  if (value === null || typeof value === "string") return value ?? undefined;
  if (isList(value)) {
    const items = value.filter((item) => item !== null);
    return items.length === 0 ? undefined : items;
  }
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

/** Reads an item or member: a string, or JSON below the first level. */
function read(shape: Shape, text: string): Value {
  return shape === "scalar" ? text : (JSON.parse(text) as Value);
}

/** Splits at the first separator. */
function cut(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}

function pairsOf(text: string, separator: string): readonly (readonly string[])[] {
  return text.split(separator).map((pair) => cut(pair, "=").map(decodeURIComponent));
}

type Decode = (text: string) => string;

/** How headers escape and decode: not at all. */
const plain: Escape & Decode = (text) => text;

/** `a<sep>b`, and `k<sep>v` in turn, or `k=v` if `pairs`. */
function readDelimited(
  shape: Shape,
  text: string,
  separator: string,
  pairs: boolean,
  decode: Decode = decodeURIComponent,
): Value {
  if (shape === "scalar") return decode(text);
  const pieces = text.split(separator);
  if ("list" in shape) return pieces.map((piece) => read(shape.list, decode(piece)));
  const entries = pairs
    ? pieces.map((piece) => cut(piece, "="))
    : pieces.flatMap((piece, i) => (i % 2 ? [] : [[piece, pieces[i + 1] ?? ""] as const]));
  return Object.fromEntries(
    entries.map(([name, value]) => [decode(name), read(shape.members, decode(value))]),
  );
}

function readMatrix(shape: Shape, text: string, exploded: boolean): Value {
  const pairs = text.slice(1).split(";");
  if (shape === "scalar" || !exploded)
    return readDelimited(shape, cut(pairs[0] ?? "", "=")[1], ",", false);
  const decoded = pairs.map((pair) => cut(pair, "=").map(decodeURIComponent));
  return "list" in shape
    ? decoded.map(([, value = ""]) => read(shape.list, value))
    : Object.fromEntries(
        decoded.map(([name = "", value = ""]) => [name, read(shape.members, value)]),
      );
}

/** `name=a&name=b`, or `k=v&l=w`. */
function readForm(shape: Shape, text: string): Value {
  const pairs = pairsOf(text, "&");
  if (shape === "scalar") return pairs[0]?.[1] ?? "";
  return "list" in shape
    ? pairs.map(([, value = ""]) => read(shape.list, value))
    : Object.fromEntries(
        pairs.map(([name = "", value = ""]) => [name, read(shape.members, value)]),
      );
}

/** `name[k][0]=v`: a tree of names, and at its leaves the values of each. */
interface Tree {
  readonly values: string[];
  readonly inner: Map<string, Tree>;
}

function readDeep(shape: Shape, text: string): Value {
  const root: Tree = { values: [], inner: new Map() };
  for (const pair of text.split("&")) {
    const [name = "", value = ""] = cut(pair, "=").map(decodeURIComponent);
    const path = name.slice("color".length);
    let tree = root;
    for (const key of path === "" ? [] : path.slice(1, -1).split("][")) {
      const next = tree.inner.get(key) ?? { values: [], inner: new Map<string, Tree>() };
      tree.inner.set(key, next);
      tree = next;
    }
    tree.values.push(value);
  }
  return fromTree(shape, root);
}

function fromTree(shape: Shape, { values, inner }: Tree): Value {
  if (shape === "scalar") return values[0] ?? "";
  if ("members" in shape)
    return Object.fromEntries(
      [...inner].map(([name, tree]) => [name, fromTree(shape.members, tree)]),
    );
  if (shape.list === "scalar") return values;
  return [...inner].map(([index, tree], i) => {
    expect(index).toBe(String(i));
    return fromTree(shape.list, tree);
  });
}

const afterName =
  (separator: string) =>
  (shape: Shape, text: string): Value =>
    readDelimited(shape, cut(text, "=")[1], separator, false);

type Row = readonly [
  name: string,
  style: Style,
  reader: (shape: Shape, text: string) => Value,
  expected: (value: Value) => Value | undefined,
];

const rows: readonly Row[] = [
  ["simple", simple, (shape, text) => readDelimited(shape, text, ",", false), flat],
  ["simpleExploded", simpleExploded, (shape, text) => readDelimited(shape, text, ",", true), flat],
  ["label", label, (shape, text) => readDelimited(shape, text.slice(1), ",", false), flat],
  [
    "labelExploded",
    labelExploded,
    (shape, text) => readDelimited(shape, text.slice(1), ".", true),
    flat,
  ],
  ["matrix", matrix, (shape, text) => readMatrix(shape, text, false), flat],
  ["matrixExploded", matrixExploded, (shape, text) => readMatrix(shape, text, true), flat],
  ["form", form, readForm, flat],
  ["form with allowReserved", reserved(form), readForm, flat],
  ["formJoined", formJoined, afterName(","), flat],
  ["formJoined with allowReserved", reserved(formJoined), afterName(","), flat],
  ["spaceDelimited", spaceDelimited, afterName("%20"), flat],
  ["pipeDelimited", pipeDelimited, afterName("%7C"), flat],
  ["tabDelimited", tabDelimited, afterName("%09"), flat],
  ["deepObject", deepObject, readDeep, written],
  ["deepObject with allowReserved", reserved(deepObject), readDeep, written],
  ["simpleJSON", simpleJSON, (_, text) => JSON.parse(decodeURIComponent(text)) as Value, (v) => v],
  [
    "jsonValue",
    jsonValue,
    (_, text) => JSON.parse(decodeURIComponent(cut(text, "=")[1])) as Value,
    (value) => value,
  ],
];

/** Runs a style. Returns `undefined` if it rejects the value, and "" if it writes nothing. */
function attempt(write: () => string | undefined): string | undefined {
  try {
    return write() ?? "";
  } catch (cause) {
    expect(String(cause)).toMatch(
      /expected names and values without|expected no empty items|URI malformed/,
    );
    return undefined;
  }
}

test.for(rows)("%s: what is written is read back", ([, style, reader, expected]) => {
  fc.assert(
    fc.property(cases, ([shape, value]) => {
      const text = attempt(() => style("color", value, encodeURIComponent));
      // A style of paths, which writes nothing for an empty list; the path is then rejected.
      if (text === undefined || (expected(value) === undefined && /^(|[.;]|color=)$/.test(text)))
        return;
      expect(reader(shape, text)).toEqual(expected(value));
    }),
    runs(500),
  );
});

test.for(rows)("%s accepts every value of letters only", ([, style]) => {
  const letters = fc.stringMatching(/^[a-z]{1,3}$/);
  const values = fc.oneof(letters, fc.array(letters), fc.dictionary(letters, letters));
  fc.assert(
    fc.property(values, (value) => {
      expect(attempt(() => style("color", value, encodeURIComponent))).toBeDefined();
    }),
    runs(),
  );
});

test.for<[name: string, style: Style, pairs: boolean]>([
  ["simple", simple, false],
  ["simpleExploded", simpleExploded, true],
])("%s in a header: what is sent is read back", ([, style, pairs]) => {
  fc.assert(
    fc.property(cases, ([shape, value]) => {
      const headers: Record<string, string> = {};
      try {
        header("x-color", "color", style).write?.(value, { query: "", headers });
      } catch (cause) {
        expect(String(cause)).toMatch(
          /expected (names and values without|no array)|Invalid header/,
        );
        return;
      }
      const { "x-color": text = "" } = headers;
      // HTTP removes spaces at the ends of a header (RFC 9110 section 5.5).
      if (flat(value) === undefined || text !== style("", value, plain)) return;
      expect(readDelimited(shape, text, ",", pairs, plain)).toEqual(flat(value));
    }),
    runs(500),
  );
});

test("pairs of several parameters keep to themselves in a query and in cookies", () => {
  fc.assert(
    fc.property(fc.array(scalars, { minLength: 1 }), scalars, (list, scalar) => {
      const target = { query: "", headers: {} as Record<string, string> };
      for (const write of [query("list", "list", form).write, cookie("list", "list", form).write])
        write?.(list, target);
      for (const write of [query("one").write, cookie("one").write]) write?.(scalar, target);
      const expected = [...list.map((item) => ["list", item]), ["one", scalar]];
      expect(pairsOf(target.query.slice(1), "&")).toEqual(expected);
      expect(pairsOf(target.headers["cookie"] ?? "", "; ")).toEqual(expected);
    }),
    runs(),
  );
});
