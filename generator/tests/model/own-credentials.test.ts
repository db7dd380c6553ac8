import { expect, test } from "vitest";
import { ownCredentials } from "../../src/model/operation-facts.js";
import { operationOf } from "./documents.js";

const securitySchemes = {
  Main: { type: "http", scheme: "bearer" },
  Own: { type: "apiKey", in: "header", name: "X-Own" },
  Other: { type: "http", scheme: "basic" },
};

test.each<readonly [what: string, common: object[], own: object[] | undefined, want: object]>([
  ["security of its own", [{ Main: [] }], [{ Own: [] }], { Own: true }],
  [
    "alternatives of its own",
    [{ Main: [] }],
    [{ Own: [] }, { Other: [] }],
    { Own: false, Other: false },
  ],
  ["a scheme beside the common one", [{ Main: [] }], [{ Main: [], Own: [] }], { Own: true }],
  [
    "a scheme in every alternative",
    [{ Main: [] }],
    [{ Own: [] }, { Own: [], Other: [] }],
    { Own: true, Other: false },
  ],
  ["optional security of its own", [{ Main: [] }], [{}, { Own: [] }], { Own: true }],
  ["the common security", [{ Main: [] }], undefined, {}],
  ["the common security as an alternative", [{ Main: [] }], [{ Main: [] }, { Own: [] }], {}],
  ["no security", [{ Main: [] }], [], {}],
  ["security in a document without a common one", [], [{ Own: [] }], {}],
  ["other scopes of a common scheme", [{ Main: ["a"] }], [{ Main: ["b"] }], {}],
])("an operation with %s", (_, common, own, want) => {
  const { api, operation } = operationOf({ ...(own && { security: own }) }, {
    components: { securitySchemes },
    security: common,
  } as never);
  const found = ownCredentials(api, operation);
  expect(Object.fromEntries(found.map(({ scheme, required }) => [scheme.key, required]))).toEqual(
    want,
  );
});
