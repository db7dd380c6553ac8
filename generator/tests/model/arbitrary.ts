/** Random documents: most of them strange, all of them JSON. */
import fc from "fast-check";

const odd = <T>(usual: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 30, arbitrary: usual },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) },
  );

const names = fc.oneof(
  fc.constantFrom(
    "A",
    "B",
    "C",
    "a",
    "b",
    "id",
    "kind",
    "user_id",
    "userId",
    "Error",
    "2fa",
    "",
    "__proto__",
    "x y",
  ),
  fc.string({ maxLength: 4 }),
);

const refs = fc.oneof(
  names.map((name) => `#/components/schemas/${name}`),
  fc.constantFrom(
    "#/components/schemas/A/properties/a",
    "#/components/schemas/B/items",
    "#/components/schemas/A/allOf/0",
    "#/paths/~1a/get/responses/200/content/application~1json/schema",
    "#/nowhere",
    "#",
    "other.yaml",
  ),
);

const types = fc.constantFrom(
  "string",
  "number",
  "integer",
  "boolean",
  "object",
  "array",
  "null",
  "text",
);
const formats = fc.constantFrom(
  "date-time",
  "date",
  "byte",
  "binary",
  "bigint",
  "int64",
  "uuid",
  "constructor",
);
const scalars = fc.oneof(
  fc.constantFrom("a", "b", "c", "", null, true, false, 1, 2, 1.5),
  fc.jsonValue({ maxDepth: 1 }),
);

const schemas = fc.letrec<{ schema: unknown; object: unknown }>((tie) => {
  const schema = tie("schema");
  const list = fc.array(schema, { maxLength: 3 });
  const map = fc.dictionary(names, schema, { maxKeys: 3 });
  return {
    schema: fc.oneof(
      { maxDepth: 4, depthIdentifier: "schema" },
      fc.boolean(),
      fc.record({ $ref: refs }),
      fc.record({ type: types }),
      tie("object"),
    ),
    object: keywords({
      $ref: refs,
      type: odd(fc.oneof(types, fc.array(types, { maxLength: 3 }))),
      format: odd(formats),
      enum: odd(fc.array(scalars, { maxLength: 3 })),
      const: scalars,
      properties: odd(map),
      required: odd(fc.array(names, { maxLength: 2 })),
      additionalProperties: odd(schema),
      patternProperties: odd(map),
      items: odd(schema),
      prefixItems: odd(list),
      allOf: odd(list),
      anyOf: odd(list),
      oneOf: odd(list),
      not: schema,
      discriminator: odd(
        fc.record(
          { propertyName: names, mapping: odd(fc.dictionary(names, refs, { maxKeys: 2 })) },
          { requiredKeys: ["propertyName"] },
        ),
      ),
      readOnly: fc.boolean(),
      writeOnly: fc.boolean(),
      default: scalars,
      title: odd(names),
      description: odd(names),
      minLength: odd(fc.nat()),
      maxItems: odd(fc.nat(3)),
      contentEncoding: odd(fc.constant("base64")),
      "x-speakeasy-name-override": odd(names),
      "x-speakeasy-unknown-values": odd(fc.constantFrom("allow", "disallow")),
      "x-speakeasy-enums": odd(fc.array(names)),
      "x-enum-varnames": odd(fc.array(names)),
      "x-speakeasy-something": scalars,
    }),
  };
});

/** An object with a few of the members. With all of them, hardly any schema would mean anything. */
function keywords(members: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<object> {
  const entries = Object.entries(members).map(([key, value]) =>
    value.map((item): readonly [string, unknown] => [key, item]),
  );
  return fc.array(fc.oneof(...entries), { maxLength: 4 }).map((list) => Object.fromEntries(list));
}

/** A schema, or something in the place of one. */
export const anySchema: fc.Arbitrary<unknown> = schemas.schema;

const medias = fc.constantFrom(
  "application/json",
  "application/problem+json",
  "*/*",
  "text/plain",
  "image/png",
  "multipart/form-data",
  "application/x-www-form-urlencoded",
  "text/event-stream",
  "application/xml",
);
const content = fc.dictionary(medias, fc.record({ schema: anySchema }, { requiredKeys: [] }), {
  maxKeys: 2,
});
const locations = fc.constantFrom("path", "query", "header", "cookie");
const override = { "x-speakeasy-name-override": names };

const parameter = fc.record(
  { name: names, in: locations, required: fc.boolean(), schema: anySchema, ...override },
  { requiredKeys: ["name", "in"] },
);

const response = fc.record({ description: names, content, ...override }, { requiredKeys: [] });
const statuses = fc.constantFrom(
  "200",
  "201",
  "204",
  "302",
  "400",
  "404",
  "4XX",
  "500",
  "default",
  "x-odd",
);

const operation = fc.record(
  {
    operationId: names,
    tags: fc.array(names, { maxLength: 2 }),
    parameters: fc.array(parameter, { maxLength: 4 }),
    requestBody: fc.record({ content, ...override }, { requiredKeys: ["content"] }),
    responses: fc.dictionary(statuses, response, { maxKeys: 4 }),
    "x-speakeasy-group": fc.array(names, { maxLength: 2 }).map((parts) => parts.join(".")),
    ...override,
  },
  { requiredKeys: [] },
);

const path = fc
  .array(
    fc.oneof(
      names,
      names.map((name) => `{${name}}`),
    ),
    { maxLength: 3 },
  )
  .map((parts) => `/${parts.join("/")}`);
const scheme = fc.oneof(
  fc.record({ type: fc.constant("apiKey"), in: fc.constantFrom("header", "query"), name: names }),
  fc.record({ type: fc.constant("http"), scheme: fc.constantFrom("bearer", "basic", "digest") }),
);

/** The parts of a document that `check` accepts, around schemas that it might reject. */
export const anyParts: fc.Arbitrary<object> = fc.record({
  components: fc.record({
    schemas: fc.dictionary(names, anySchema, { maxKeys: 5 }),
    securitySchemes: fc.dictionary(names, scheme, { maxKeys: 3 }),
  }),
  security: fc.array(fc.dictionary(names, fc.constant([]), { maxKeys: 2 }), { maxLength: 2 }),
  paths: fc.dictionary(
    path,
    fc.dictionary(fc.constantFrom("get", "post"), operation, { maxKeys: 2 }),
    { maxKeys: 4 },
  ),
});
