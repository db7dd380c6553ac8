/** Values that a style cannot express: the error names the member of the request. */
import { expect, test } from "vitest";
import {
  type Operation,
  type Parameter,
  SDKValidationError,
  deepObject,
  empty,
  header,
  labelExploded,
  operation,
  path,
  query,
  simple,
  spaceDelimited,
} from "../../../src/lib/index.js";
import { object, unknown } from "../../../src/lib/schema/index.js";
import { coreOf, errorOf } from "../../support/sdk.js";

test.for<[parameter: Parameter, value: unknown, message: string]>([
  [query("the_list", "theList", spaceDelimited), ["a b"], 'names and values without " "'],
  [query("the_list", "theList", deepObject), [{ a: 1 }, {}], "no empty items in an array"],
  [header("The-List", "theList", simple), ["a,b"], 'names and values without ","'],
  [header("The-List", "theList", simple), [""], 'no array that only holds ""'],
  [path("the_list", "theList", labelExploded), ["a.b"], 'names and values without "."'],
])("a value that cannot be read back is rejected by its name (case %#)", async (row) => {
  const [parameter, value, message] = row;
  const find: Operation<{ theList?: unknown }, void> = operation(() => ({
    id: "find",
    method: "GET",
    path: parameter.write ? "/" : "/{the_list}",
    parameters: [parameter],
    request: object(() => ({ theList: unknown })),
    responses: [empty(204)],
  }));
  const error = errorOf(await find(coreOf("http://127.0.0.1:9"), { theList: value }));
  expect(error).toBeInstanceOf(SDKValidationError);
  expect(error.message).toMatch(`Request validation failed: theList: `);
  expect(error.message).toContain(message);
  expect(error).toMatchObject({ issues: [{ path: ["theList"] }], rawValue: { theList: value } });
});
