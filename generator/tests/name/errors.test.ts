import { expect, test } from "vitest";
import { assignNames } from "../../src/name/assign-names.js";
import { built } from "../model/documents.js";

const json = (schema: object): object => ({ content: { "application/json": { schema } } });
const shape = (...names: string[]): object =>
  json({ properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])) });
const to = (name: string): object => json({ $ref: `#/components/schemas/${name}` });
const component = (name: string): object => ({ $ref: `#/components/responses/${name}` });
const object = (...names: string[]): object => ({
  properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
});
const override = (name: string, response: object): object => ({
  ...response,
  "x-speakeasy-name-override": name,
});

type Responses = Readonly<Record<string, object>>;

/** The error classes of each operation, by status, and after a colon the class that they extend. */
function classes(
  operations: Readonly<Record<string, Responses>>,
  components: object = {},
  sharedErrors = true,
): Readonly<Record<string, Readonly<Record<string, string | undefined>>>> {
  const paths = Object.fromEntries(
    Object.entries(operations).map(([operationId, responses], index) => [
      `/p${index}`,
      { post: { operationId, tags: ["things"], responses: { 204: {}, ...responses } } },
    ]),
  );
  const { api } = built({ paths, components });
  const names = assignNames(api, { sdkClassName: "SDK", sharedErrors });
  return Object.fromEntries(
    api.operations.map((operation) => [
      operation.id,
      Object.fromEntries(
        operation.responses
          .filter(({ isError }) => isError)
          .map((response) => {
            const home = names.operation(operation).error(response);
            const base = home?.base === undefined ? "" : `: ${home.base.name}`;
            return [response.status, home && `${home.name}${base}`];
          }),
      ),
    ]),
  );
}

const problem = { schemas: { Problem: object("title") } };
const standard = {
  ...problem,
  responses: {
    BadRequest: to("Problem"),
    Unauthorized: to("Problem"),
    not_found: shape("missing"),
  },
};

test("a response component is one class, whichever operations and statuses refer to it", () => {
  const responses = {
    400: component("BadRequest"),
    401: component("Unauthorized"),
    422: component("BadRequest"),
  };
  const want = { 400: "BadRequest", 401: "Unauthorized", 422: "BadRequest" };
  expect(
    classes({ a: responses, b: responses, c: { 404: component("not_found") } }, standard),
  ).toEqual({ a: want, b: want, c: { 404: "NotFound" } });
});

test("a schema component is one class", () => {
  const nullable = json({ oneOf: [{ $ref: "#/components/schemas/Problem" }, { type: "null" }] });
  const wrapped = json({ allOf: [{ $ref: "#/components/schemas/Problem" }] });
  expect(
    classes(
      { a: { 400: to("Problem"), 404: to("Problem") }, b: { 409: nullable, 410: wrapped } },
      problem,
    ),
  ).toEqual({ a: { 400: "Problem", 404: "Problem" }, b: { 409: "Problem", 410: "Problem" } });
});

test("what the runtime covers has no class", () => {
  const media = { "application/problem+json": { schema: object("title") } };
  expect(
    classes({
      a: { 400: {}, 401: json({}), "4XX": { content: media }, default: { content: media } },
    }),
  ).toEqual({ a: { 400: undefined, 401: undefined, "4XX": undefined, default: undefined } });
});

test("inline errors of equal shape are one class with the word of their status", () => {
  expect(
    classes({
      a: { 401: shape("x", "y"), 404: shape("x", "y"), 429: shape("x") },
      b: { 401: shape("y", "x"), 404: json({ type: "array", items: { type: "string" } }) },
      c: { 404: shape("x", "y") },
    }),
  ).toEqual({
    a: { 401: "Unauthorized", 404: "NotFound", 429: "TooManyRequests" },
    b: { 401: "Unauthorized", 404: "BNotFound" },
    c: { 404: "NotFound" },
  });
});

test("the shape that most operations have is named after the status, the others after their operations", () => {
  expect(
    classes({
      getBooking: { 401: shape("other") },
      getStations: { 401: shape("x") },
      getTrips: { 401: shape("x") },
      "cancel-booking": { 401: shape("third") },
      "cancel-trip": { 401: shape("third") },
    }),
  ).toEqual({
    getBooking: { 401: "GetBookingUnauthorized" },
    getStations: { 401: "Unauthorized" },
    getTrips: { 401: "Unauthorized" },
    "cancel-booking": { 401: "CancelBookingUnauthorized" },
    "cancel-trip": { 401: "CancelBookingUnauthorized" },
  });
});

test("an operation that comes later renames no class", () => {
  const before = { a: { 401: shape("x"), 404: to("Problem"), 500: shape("z") } };
  const later = { 401: shape("other"), 404: shape("missing"), 500: shape("z"), 503: shape("z") };
  expect(classes({ ...before, b: later }, problem)).toEqual({
    ...classes(before, problem),
    b: {
      401: "BUnauthorized",
      404: "NotFound",
      500: "InternalServerError",
      503: "ServiceUnavailable",
    },
  });
});

test("every status has words, and so have ranges and default", () => {
  const statuses = ["400", "408", "418", "451", "499", "511", "5XX", "4XX", "default"];
  expect(
    Object.values(
      classes({ a: Object.fromEntries(statuses.map((key) => [key, shape("x")])) })["a"] ?? {},
    ),
  ).toEqual([
    "BadRequest",
    "RequestTimeout",
    "ImATeapot",
    "UnavailableForLegalReasons",
    "Status499",
    "NetworkAuthenticationRequired",
    "ServerError",
    "ClientErrorResponse",
    "DefaultError",
  ]);
});

test("an override is the name of the class", () => {
  const components = {
    ...problem,
    responses: {
      BadRequest: override("Response400", to("Problem")),
      NotFound: json({ ...object("x"), "x-speakeasy-name-override": "Response404" }),
    },
  };
  expect(
    classes(
      {
        a: { 400: component("BadRequest"), 404: component("NotFound") },
        b: { 400: override("Mine", component("BadRequest")), 409: override("Mine", to("Problem")) },
        c: { 409: override("conflict-error", shape("x")), 400: component("BadRequest") },
      },
      components,
    ),
  ).toEqual({
    a: { 400: "Response400", 404: "Response404" },
    b: { 400: "Mine", 409: "Mine" },
    c: { 400: "Response400", 409: "ConflictError" },
  });
});

test("an override keeps its name next to a model and before a component of the same name", () => {
  const components = {
    schemas: { Failed: object("x"), Problem: object("y") },
    responses: { Gone: shape("z") },
  };
  expect(
    classes(
      {
        a: { 410: component("Gone"), 404: to("Problem") },
        b: { 404: override("Failed", shape("other")), 410: override("Gone", shape("b")) },
      },
      components,
    ),
  ).toEqual({ a: { 404: "Problem", 410: "GoneError" }, b: { 404: "Failed", 410: "Gone" } });
});

test("names of the runtime and of the language get a word", () => {
  const names = [
    "Error",
    "APIError",
    "ConnectionError",
    "type_error",
    "Request",
    "SDKError",
    "Map",
  ];
  const schemas = Object.fromEntries(names.map((name) => [name, object(name)]));
  const responses = Object.fromEntries(names.map((name, index) => [400 + index, to(name)]));
  expect(Object.values(classes({ a: responses }, { schemas })["a"] ?? {})).toEqual([
    "ErrorResponse",
    "APIErrorResponse",
    "ConnectionErrorResponse",
    "TypeErrorResponse",
    "RequestError",
    "SDKErrorResponse",
    "MapError",
  ]);
});

test("the word of a clash takes no name that the document gives", () => {
  const schemas = { Error: object("a"), ErrorResponse: object("b") };
  expect(classes({ a: { 400: to("Error"), 401: to("ErrorResponse") } }, { schemas })).toEqual({
    a: { 400: "AError", 401: "ErrorResponse" },
  });
});

test("an error that has the name of another model gets a word", () => {
  const schemas = { NotFound: object("lost"), Gone: object("gone"), Problem: object("title") };
  const responses = { NotFound: to("Problem"), Gone: to("Gone") };
  expect(
    classes(
      { a: { 404: component("NotFound"), 410: component("Gone") }, b: { 404: shape("x") } },
      { schemas, responses },
    ),
  ).toEqual({ a: { 404: "NotFoundError", 410: "Gone" }, b: { 404: "BNotFound" } });
});

test("classes of one name and several shapes get words", () => {
  const two = {
    content: {
      "application/json": { schema: object("a") },
      "application/problem+json": { schema: object("b") },
    },
  };
  const components = {
    schemas: { Bad: object("x"), bad: object("y") },
    responses: { Refused: two },
  };
  const { api } = built({
    paths: {
      "/a": {
        get: { operationId: "a", responses: { 204: {}, 400: component("Refused"), 401: two } },
      },
    },
    components,
  });
  const names = assignNames(api, { sdkClassName: "SDK" });
  const [operation] = api.operations;
  expect(
    operation?.responses
      .slice(1)
      .map((response) => names.operation(operation).error(response)?.name),
  ).toEqual(["Refused", "RefusedProblem", "Unauthorized", "AUnauthorized"]);
  expect(classes({ b: { 400: to("Bad"), 404: to("bad") } }, components)).toEqual({
    b: { 400: "Bad", 404: "BadError" },
  });
});

test("an inline error that is equal to the component of its name has its class", () => {
  expect(
    classes(
      { a: { 404: component("not_found") }, b: { 404: shape("missing") }, c: { 404: shape("y") } },
      standard,
    ),
  ).toEqual({ a: { 404: "NotFound" }, b: { 404: "NotFound" }, c: { 404: "CNotFound" } });
});

test("without sharing, each operation has classes that extend those of the components", () => {
  expect(
    classes(
      {
        doIt: {
          400: to("Problem"),
          401: component("Unauthorized"),
          402: to("Problem"),
          403: to("Problem"),
          404: shape("x"),
          409: override("Mine", component("BadRequest")),
          410: override("Mine", to("Problem")),
          default: shape("y"),
        },
        other: { 400: to("Problem"), 401: component("Unauthorized"), 404: shape("x") },
      },
      standard,
      false,
    ),
  ).toEqual({
    doIt: {
      400: "DoItProblem: Problem",
      401: "DoItUnauthorized: Unauthorized",
      402: "DoItThingsProblem: Problem",
      403: "DoItForbiddenProblem: Problem",
      404: "DoItNotFound",
      409: "Mine",
      410: "Mine",
      default: "DoItDefaultError",
    },
    other: {
      400: "OtherProblem: Problem",
      401: "OtherUnauthorized: Unauthorized",
      404: "OtherNotFound",
    },
  });
});
