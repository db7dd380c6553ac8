import { expect, test } from "vitest";
import { operationOf } from "./documents.js";

const content = { "application/json": { schema: { type: "object" } } };

test.each([
  ["get", true, true, "body-not-portable"],
  ["head", true, true, "body-not-portable"],
  ["get", false, false, "body-ignored"],
  ["head", undefined, false, "body-ignored"],
  ["trace", false, false, "body-ignored"],
  ["trace", true, false, "body-ignored"],
  ["delete", true, true, undefined],
  ["options", false, true, undefined],
  ["post", undefined, true, undefined],
])("%s with a body that is required: %s", (method, required, isKept, code) => {
  const requestBody = { content, ...(required !== undefined && { required }) };
  const { operation, diagnostics } = operationOf({ requestBody }, {}, "/things", method);
  expect(operation.body !== undefined).toBe(isKept);
  expect(diagnostics.map((each) => [each.code, each.pointer])).toEqual(
    code === undefined ? [] : [[code, `/paths/~1things/${method}/requestBody`]],
  );
});

test("a shared body is judged where it is used", () => {
  const $ref = "#/components/requestBodies/Filter";
  const components = { requestBodies: { Filter: { content } } };
  const { operation, diagnostics } = operationOf({ requestBody: { $ref } }, { components });
  expect(operation.body).toBeUndefined();
  expect(diagnostics).toMatchObject([
    { code: "body-ignored", message: "The body of a GET request is left out." },
  ]);
});
