/**
 * A synthetic OpenAPI document: resources of twenty operations, and for each operation three models
 * with 26 members in total, half of them in snake_case, and a declared problem. The same seed gives
 * the same document.
 */
export function makeDocument(operations: number, seed = 1): unknown {
  const random = numbers(seed);
  const groups = Array.from({ length: Math.ceil(operations / 20) }, (_, i) => `resource${i}`);
  const schemas: Record<string, unknown> = { Problem: problem };
  const paths: Record<string, Record<string, unknown>> = {};
  for (let i = 0; i < operations; i++) {
    const group = groups[i % groups.length] ?? "";
    const verb = verbs[Math.floor(i / groups.length) % verbs.length] ?? verbs[0];
    const name = `${verb.name}${upper(group)}V${Math.floor(i / groups.length / verbs.length)}`;
    const path = `/${group}/v${i}${verb.path}`;
    const parts = [`${upper(name)}Detail`, upper(`${name}Item`), `${upper(name)}Input`] as const;
    schemas[parts[0]] = object(fields(6, random));
    const nested = { detail: ref(parts[0]), details: { type: "array", items: ref(parts[0]) } };
    schemas[parts[1]] = object({ ...fields(8, random), ...nested });
    schemas[parts[2]] = object(fields(7, random));
    paths[path] = { [verb.method]: operation(name, group, verb, parts) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Made up", version: "1.0.0" },
    servers: [{ url: "https://api.example.com" }],
    security: [{ key: [] }],
    tags: groups.map((name) => ({ name, description: `All about ${name}.` })),
    paths,
    components: {
      schemas,
      securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } },
    },
  };
}

interface Verb {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly body: boolean;
}

const verbs: readonly [Verb, ...Verb[]] = [
  { name: "list", method: "get", path: "", body: false },
  { name: "create", method: "post", path: "", body: true },
  { name: "get", method: "get", path: "/{id}", body: false },
  { name: "update", method: "patch", path: "/{id}", body: true },
  { name: "replace", method: "put", path: "/{id}", body: true },
];

const problem = object({
  title: { type: "string" },
  detail: { type: "string" },
  status: { type: "integer" },
});

function operation(
  name: string,
  group: string,
  { path, body }: Verb,
  [, item, input]: readonly [string, string, string],
): unknown {
  const text = { type: "string" };
  const query = ["filter", "sort", "fields"].map((key) => ({
    name: key,
    in: "query",
    schema: text,
  }));
  const id = { name: "id", in: "path", required: true, schema: text };
  return {
    operationId: name,
    tags: [group],
    summary: `Does ${name}`,
    description: "What it does in two sentences. Nobody reads the second one.",
    parameters: path === "" ? query : [id, ...query],
    ...(body && { requestBody: { required: true, content: json(ref(input)) } }),
    responses: {
      200: {
        description: "Done.",
        content: json(name.startsWith("list") ? { type: "array", items: ref(item) } : ref(item)),
      },
      404: {
        description: "Not there.",
        content: { "application/problem+json": { schema: ref("Problem") } },
      },
    },
  };
}

function fields(count: number, random: () => number): Record<string, unknown> {
  const kinds = [
    ...Array.from({ length: 6 }, () => ({ type: "string" })),
    { type: "string", format: "date-time" },
    { type: "integer" },
    { type: "boolean" },
    { type: ["string", "null"] },
    { type: "array", items: { type: "string" } },
    { type: "object", additionalProperties: { type: "string" } },
    { type: "string", enum: ["on", "off", "unknown"] },
  ];
  const picked = Array.from({ length: count }, (_, i) => {
    const kind = kinds[Math.floor(random() * kinds.length)];
    return [
      i % 2 === 0 ? `field${i}` : `field_${i}`,
      { ...kind, description: `The field number ${i}.` },
    ] as const;
  });
  return { id: { type: "string" }, ...Object.fromEntries(picked) };
}

function object(properties: Record<string, unknown>): unknown {
  return { type: "object", required: Object.keys(properties).slice(0, 2), properties };
}

function ref(name: string): unknown {
  return { $ref: `#/components/schemas/${name}` };
}

function json(schema: unknown): unknown {
  return { "application/json": { schema } };
}

function upper(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/**
 * Pseudorandom numbers from 0 to 1 by a linear congruential generator (with the constants of
 * Numerical Recipes).
 */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}
