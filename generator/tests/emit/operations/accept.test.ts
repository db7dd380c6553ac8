import { expect, test } from "vitest";
import type { AcceptChoice, OperationResponse } from "../../../src/model/types.js";
import { acceptHeader } from "../../../src/emit/operations/accept.js";
import { operation, response, string } from "../support/api.js";

const of = (media: string, more: Partial<OperationResponse> = {}): OperationResponse =>
  response(200, string, { media, ...more });
const failed = (media: string): OperationResponse =>
  response(400, string, { media, isError: true });
const nothing = response(204, undefined, { media: undefined, encoding: "empty" });
const choice = { isChoice: true };

test.each<readonly [string, readonly OperationResponse[], AcceptChoice | undefined, string]>([
  ["one type", [of("application/json")], undefined, "application/json"],
  ["no body", [nothing, failed("application/json")], undefined, "*/*"],
  ["a body or none", [of("application/json"), nothing], undefined, "application/json"],
  ["several of one type", [of("image/png"), of("image/jpeg")], undefined, "image/png, image/jpeg"],
  [
    "several types, by preference",
    [of("application/json", choice), of("text/csv", choice), of("image/*", choice)],
    undefined,
    "application/json, text/csv;q=0.9, image/*;q=0.8",
  ],
  [
    "an error of another type",
    [of("application/json"), failed("application/problem+json"), failed("application/json")],
    undefined,
    "application/json, application/problem+json",
  ],
  ["an error in a range", [of("*/*"), failed("application/problem+json")], undefined, "*/*"],
  [
    "what the document lists",
    [of("application/json"), failed("application/problem+json")],
    { media: ["text/csv", "text/html"], open: false },
    "text/csv, text/html, application/problem+json",
  ],
  [
    "the default of the document",
    [of("application/json")],
    { media: ["text/csv", "text/html"], open: false, default: "text/html" },
    "text/html",
  ],
])("Accept has %s", (_, responses, accept, header) => {
  expect(acceptHeader(operation("get", { responses, ...(accept && { accept }) }))).toBe(header);
});

test("the preference of many types stays positive", () => {
  const responses = Array.from({ length: 14 }, (_, i) => of(`text/x${i}`, choice));
  const header = acceptHeader(operation("get", { responses }));
  expect(header).toContain("text/x9;q=0.1, text/x10;q=0.1, text/x11;q=0.1");
});
