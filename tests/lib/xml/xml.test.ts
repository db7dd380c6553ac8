import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type XMLRoot, type XMLType, readXML, writeXML } from "../../../src/lib/xml/index.js";
import { limits } from "../../support/limits.js";
import { runs } from "../../support/runs.js";

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

const tag: XMLType = {
  fields: [
    { key: "name", type: "string" },
    { key: "weight", type: "number" },
  ],
};
const pet: XMLType = {
  fields: [
    { key: "id", type: "number", in: "attribute" },
    { key: "name", type: "string", name: "pet-name" },
    { key: "isWild", type: "boolean" },
    { key: "photos", type: { items: "string" } },
    { key: "pens", type: { items: "number", item: { name: "pen" } }, required: true },
    { key: "tags", type: { items: () => tag, item: { name: "tag" }, wrapped: true } },
    { key: "mother", type: () => pet },
  ],
};

const inherited: XMLType = { fields: [{ key: "constructor", type: "number" }], extra: "string" };

/** Values and their XML, both ways. */
const examples: readonly (readonly [title: string, XMLRoot, value: unknown, xml: string])[] = [
  ["a string", { type: "string", name: "a" }, "x & <y>", "<a>x &amp; &lt;y&gt;</a>"],
  ["an empty string", { type: "string", name: "a" }, "", "<a/>"],
  ["spaces", { type: "string", name: "a" }, " x\n ", "<a> x\n </a>"],
  ["a number", { type: "number", name: "a" }, -1.5e30, "<a>-1.5e+30</a>"],
  ["a boolean", { type: "boolean", name: "a" }, false, "<a>false</a>"],
  [
    "an object",
    { type: pet, name: "pet" },
    { id: 5, name: "Rex", isWild: true, pens: [] },
    '<pet id="5"><pet-name>Rex</pet-name><isWild>true</isWild></pet>',
  ],
  [
    "lists with and without an element around them",
    { type: pet, name: "pet" },
    { photos: ["a", "b"], pens: [1, 2], tags: [{ name: "t", weight: 1 }, { name: "u" }] },
    "<pet><photos>a</photos><photos>b</photos><pen>1</pen><pen>2</pen>" +
      "<tags><tag><name>t</name><weight>1</weight></tag><tag><name>u</name></tag></tags></pet>",
  ],
  [
    "a recursive object",
    { type: pet, name: "pet" },
    { pens: [], mother: { id: 1, pens: [], mother: { name: "Eve", pens: [3] } } },
    '<pet><mother id="1"><mother><pet-name>Eve</pet-name><pen>3</pen></mother></mother></pet>',
  ],
  [
    "a list as a whole",
    { type: { items: "number", item: { name: "n" } }, name: "ns" },
    [1, 2],
    "<ns><n>1</n><n>2</n></ns>",
  ],
  [
    "text beside attributes",
    {
      type: {
        fields: [
          { key: "lang", type: "string", in: "attribute" },
          { key: "body", type: "string", in: "text" },
        ],
      },
      name: "t",
    },
    { lang: 'a"b\n', body: "x<y" },
    '<t lang="a&quot;b&#10;">x&lt;y</t>',
  ],
  [
    "any members",
    { type: { fields: [], extra: "number" }, name: "m" },
    { a: 1, b: 2 },
    "<m><a>1</a><b>2</b></m>",
  ],
  [
    "null",
    { type: { fields: [{ key: "a", type: "string" }] }, name: "m" },
    { a: null },
    '<m><a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/></m>',
  ],
  [
    "namespaces and prefixes",
    {
      name: "feed",
      namespace: "urn:a",
      type: {
        fields: [
          { key: "id", type: "number", in: "attribute", prefix: "x", namespace: "urn:x" },
          { key: "title", type: "string", prefix: "dc", namespace: "urn:dc" },
        ],
      },
    },
    { id: 1, title: "T" },
    '<feed xmlns="urn:a" xmlns:x="urn:x" x:id="1"><dc:title xmlns:dc="urn:dc">T</dc:title></feed>',
  ],
  [
    "one of several objects",
    {
      name: "a",
      type: {
        variants: [
          {
            fields: [
              { key: "kind", type: "string" },
              { key: "size", type: "number" },
            ],
          },
          {
            fields: [
              { key: "kind", type: "string" },
              { key: "isRound", type: "boolean" },
            ],
          },
        ],
      },
    },
    { kind: "ball", isRound: true },
    "<a><kind>ball</kind><isRound>true</isRound></a>",
  ],
  [
    "names that objects inherit",
    { type: inherited, name: "m" },
    { constructor: 1, toString: "x", ["__proto__"]: "y" },
    "<m><constructor>1</constructor><toString>x</toString><__proto__>y</__proto__></m>",
  ],
];

test.for(examples)("%s is written and read", ([, root, value, xml]) => {
  const written = writeXML(value, root);
  expect(written).toBe(declaration + xml.replace('"__proto__"', "__proto__"));
  expect(readXML(written, root)).toEqual(value);
});

describe("reading is tolerant", () => {
  const tolerated: readonly (readonly [string, XMLType, string, unknown])[] = [
    [
      "a wrapped list that is declared without a wrapper",
      pet,
      "<p><photos><string>a</string><string>b</string></photos></p>",
      { photos: ["a", "b"], pens: [] },
    ],
    [
      "an empty wrapper",
      { fields: [{ key: "list", type: { items: () => tag } }] },
      "<p><list/></p>",
      { list: [] },
    ],
    [
      "a wrapper around objects",
      { fields: [{ key: "list", type: { items: () => tag } }] },
      "<p><list><Tag><name>a</name></Tag></list></p>",
      { list: [{ name: "a" }] },
    ],
    [
      "a list without its wrapper",
      pet,
      "<p><tag><name>a</name></tag><tag/></p>",
      { pens: [], tags: [{ name: "a" }, {}] },
    ],
    [
      "a list by the name of its member",
      pet,
      "<p><pens>1</pens><pens>2</pens></p>",
      { pens: [1, 2] },
    ],
    [
      "items of another name",
      pet,
      "<p><tags><t><name>a</name></t></tags></p>",
      { pens: [], tags: [{ name: "a" }] },
    ],
    ["an attribute that is an element", pet, "<p><id>5</id></p>", { id: 5, pens: [] }],
    ["an element that is an attribute", pet, '<p pet-name="Rex"/>', { name: "Rex", pens: [] }],
    [
      "prefixes",
      pet,
      '<x:p xmlns:x="urn:x" x:id="5"><x:isWild>1</x:isWild></x:p>',
      { id: 5, isWild: true, pens: [] },
    ],
    [
      "comments, instructions, CDATA and line breaks",
      pet,
      "<!-- a --><?pi b?>\n<p>\n  <isWild> true </isWild>\n  <!-- c --><pet-name><![CDATA[<b>&]]></pet-name>\n</p>\n",
      { isWild: true, name: "<b>&", pens: [] },
    ],
    [
      "a number that is none",
      pet,
      "<p><mother><id>five</id></mother></p>",
      { pens: [], mother: { id: "five", pens: [] } },
    ],
    ["an empty number", tag, "<t><weight/></t>", { weight: null }],
    [
      "unknown elements and attributes",
      tag,
      '<t a="1"><b>x</b><c><d>1</d><d>2</d></c><b>y</b></t>',
      { a: "1", b: ["x", "y"], c: { d: ["1", "2"] } },
    ],
    [
      "text that only one member can be",
      {
        fields: [
          { key: "language", type: "string", in: "attribute" },
          { key: "content", type: "string" },
        ],
      },
      '<t language="en">\n  Some text.\n</t>',
      { language: "en", content: "Some text." },
    ],
    ["text that no member can be", pet, "<p>text</p>", { pens: [], "#text": "text" }],
    ["numbers and words", { variants: ["boolean", "number", "string"] }, "<a>1</a>", true],
    ["words", { variants: ["boolean", "number", "string"] }, "<a>x</a>", "x"],
  ];
  test.for(tolerated)("%s", ([, type, xml, value]) => {
    expect(readXML(xml, { type })).toEqual(value);
  });
});

describe("reading is safe", () => {
  test("entities of the document are not resolved, however they nest", () => {
    const bomb = `<!DOCTYPE a [<!ENTITY b "${"x".repeat(1000)}"><!ENTITY c "${"&b;".repeat(1000)}">]><a>${"&c;".repeat(1000)}</a>`;
    const started = performance.now();
    expect(readXML(bomb, { type: "string" })).toBe("&c;".repeat(1000));
    expect(performance.now() - started).toBeLessThan(limits.computing);
  });

  test("files and URLs are not loaded", () => {
    const external = '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><a>&f;</a>';
    expect(readXML(external, { type: "string" })).toBe("&f;");
  });

  test("names that change objects are members", () => {
    const value = readXML(
      '<a __proto__="x"><constructor>y</constructor><b><__proto__><z>1</z></__proto__></b></a>',
      { type: { fields: [] } },
    ) as Record<string, never>;
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(value)).toEqual(["constructor", "b", "__proto__"]);
    expect(({} as { z?: unknown }).z).toBeUndefined();
  });

  test.for([
    "",
    " ",
    "{}",
    "<a>",
    "<a></b>",
    "<a/><b/>",
    "<a b=1/>",
    "<a>&#0;</a>",
    "<a".repeat(9),
  ])("what is not XML is an error: %j", (text) => {
    expect(() => readXML(text, { type: "string" })).toThrow();
  });

  test("nesting that is too deep is an error", () => {
    const depth = 200_000;
    expect(() =>
      readXML("<a>".repeat(depth) + "</a>".repeat(depth), { type: "unknown" }),
    ).toThrow();
  });
});

test.for<[string, XMLType, unknown, string]>([
  ["a control character", "string", "\0", "expected characters that XML allows"],
  ["half a character", "string", "\ud800", "expected characters that XML allows"],
  [
    "a name with a space",
    { fields: [], extra: "string" },
    { "a b": "x" },
    "expected names that XML allows",
  ],
  [
    "a name that is markup",
    { fields: [], extra: "string" },
    { "a><b": "x" },
    "expected names that XML allows",
  ],
  ["an empty name", { fields: [], extra: "string" }, { "": "x" }, "expected names that XML allows"],
])("%s cannot be written", ([, type, value, message]) => {
  expect(() => writeXML(value, { type, name: "a" })).toThrow(message);
});

test("whatever is written is read as the same value", () => {
  const text = fc
    .string({ unit: "grapheme" })
    // oxlint-disable-next-line no-control-regex -- XML does not allow them
    .filter((value) => !/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(value));
  const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
  const { pet: anyPet } = fc.letrec<{ pet: unknown }>((tie) => ({
    pet: fc.record(
      {
        id: number,
        name: text,
        isWild: fc.boolean(),
        photos: fc.array(text, { minLength: 1, maxLength: 3 }),
        pens: fc.array(number, { maxLength: 3 }),
        tags: fc.array(fc.record({ name: text, weight: number }, { requiredKeys: [] }), {
          maxLength: 3,
        }),
        mother: fc.option(tie("pet"), { nil: undefined, depthSize: "small" }),
      },
      { requiredKeys: ["pens"] },
    ),
  }));
  fc.assert(
    fc.property(anyPet, (value) => {
      const root: XMLRoot = { type: pet, name: "pet" };
      expect(readXML(writeXML(value, root), root)).toEqual(withoutUndefined(value));
    }),
    runs(300),
  );
});

function withoutUndefined(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
