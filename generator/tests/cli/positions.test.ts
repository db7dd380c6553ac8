import { expect, test } from "vitest";
import { locator } from "../../src/cli/positions.js";

const YAML = `a:
  - one
  - b: 2
    c d: [x, y]
"e/f":
  g: 1
`;

const JSON_TEXT = `{
  "a": ["one", { "b": 2,
    "c d": ["x", "y\\"],{"] }],
  "e\\/f" : {"g":1e3, "g": {"twice": true}},
  "": null
}
`;

test.each([
  ["", "1:1"],
  ["/a", "1:1"],
  ["/a/0", "2:5"],
  ["/a/1/b", "3:5"],
  ["/a/1/c d/1", "4:14"],
  ["/e~1f/g", "6:3"],
  ["/e~1f/missing/more", "5:1"],
])("finds %s in YAML at %s", (pointer, place) => {
  expect(locator(YAML)(pointer)).toBe(place);
});

test.each([
  ["", "1:1"],
  ["/a", "2:3"],
  ["/a/0", "2:9"],
  ["/a/1", "2:16"],
  ["/a/1/b", "2:18"],
  ["/a/1/c d/1", "3:18"],
  ["/e~1f", "4:3"],
  ["/e~1f/g", "4:13"],
  ["/e~1f/g/twice", "4:13"],
  ["/", "5:3"],
  ["/a/7/b", "2:3"],
  ["/missing", "1:1"],
])("finds %s in JSON at %s", (pointer, place) => {
  expect(locator(JSON_TEXT)(pointer)).toBe(place);
});

test("positions are the same for JSON read as JSON and as YAML", () => {
  const text = JSON.stringify({ a: [{ "b c": '"\\' }, [], {}], d: { e: { f: [null, true, -1] } } });
  const [json, yaml] = [locator(text), locator(`${text}\n# a comment`)];
  for (const pointer of ["/a", "/a/0", "/a/0/b c", "/a/2", "/d/e", "/d/e/f/2", "/d/e/f"]) {
    expect(json(pointer)).toBe(yaml(pointer));
  }
});
