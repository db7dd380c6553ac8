import { expect, test } from "vitest";
import { operationOf } from "./documents.js";

const methods = ["get", "head", "options", "trace", "put", "delete", "post", "patch"];
const fromMethod = new Map(methods.map((method) => [method, !/^p(?:ost|atch)$/.test(method)]));

test.each(methods)(
  "%s: the extension counts if it says something else than the method",
  (method) => {
    const idempotentOf = (value: object): boolean | undefined =>
      operationOf(value, {}, "/things", method).operation.idempotent;
    const says = fromMethod.get(method);
    expect(idempotentOf({})).toBe(undefined);
    expect(idempotentOf({ "x-idempotent": says })).toBe(undefined);
    expect(idempotentOf({ "x-idempotent": !says })).toBe(!says);
  },
);

test.each([["true"], [1], [null], [{}]])("%j is not a value of the extension", (given) => {
  const { operation, diagnostics } = operationOf({ "x-idempotent": given });
  expect(operation.idempotent).toBe(undefined);
  expect(diagnostics).toMatchObject([
    { code: "extension-invalid", pointer: "/paths/~1things/get/x-idempotent" },
  ]);
});

const parameters = [
  { name: "mode", in: "query", schema: { type: "string" }, "x-not-idempotent-when": ["reset"] },
];

test.each<readonly [string, string, object, boolean]>([
  ["a GET", "get", {}, true],
  ["a POST that is idempotent", "post", { "x-idempotent": true }, true],
  ["a POST", "post", {}, false],
  ["a GET that is not idempotent", "get", { "x-idempotent": false }, false],
])("values with which %s is not idempotent: has effect: %s", (_, method, value, hasEffect) => {
  const { diagnostics } = operationOf({ ...value, parameters }, {}, "/things", method);
  const warning = {
    code: "extension-unsupported",
    pointer: `/paths/~1things/${method}`,
    message: "`x-not-idempotent-when` of `mode` has no effect: the operation is never idempotent.",
  };
  expect(diagnostics).toEqual(hasEffect ? [] : [expect.objectContaining(warning)]);
});
