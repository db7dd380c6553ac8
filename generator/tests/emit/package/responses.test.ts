import { expect, test } from "vitest";
import { exampleResponse, statusOf } from "../../../src/emit/package/responses.js";
import { operationOf } from "../../model/documents.js";

test.each<readonly [string, object, number]>([
  ["the first success", { 404: {}, 201: {} }, 201],
  ["a range", { "2XX": {} }, 200],
  ["a default", { default: {} }, 200],
  ["what a redirect leads to", { 302: {} }, 200],
  ["what any redirect leads to", { "3XX": {}, 404: {} }, 200],
])("handlers respond with %s", (_, responses, status) => {
  const { operation } = operationOf({ responses });
  const response = exampleResponse(operation);
  expect(response && statusOf(operation, response)).toBe(status);
});
