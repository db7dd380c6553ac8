/** `instanceof` works with errors of another copy of the package, such as its CommonJS build. */
import { inspect } from "node:util";
import { expect, test } from "vitest";
import * as here from "../../../src/lib/errors/index.js";
import { isA } from "../../../src/lib/errors/base.js";
import { ErrorMessage } from "../../../src/platforms/codat/models/errors/index.js";
import type { ErrorResponse } from "../../../src/lib/errors/index.js";
import { bundle } from "../../size/bundle.js";

type Errors = typeof here;

interface Copy {
  readonly there: Errors;
  readonly codat: { readonly ErrorMessage: typeof ErrorMessage };
}

// A bundle, because resetting the modules would reset those of other tests too.
const { code } = await bundle(
  `export * as there from "./src/lib/errors/index.js";
  export * as codat from "./src/platforms/codat/models/errors/index.js";`,
  { named: true },
);
const { there, codat } = (await import(
  /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
)) as Copy;

const response: ErrorResponse = {
  // As far as it is read.
  response: { status: 404, statusText: "", headers: new Headers() } as never,
  body: "",
  redact: (value) => value,
};

function instances(errors: Errors, message: typeof ErrorMessage): Record<string, Error> {
  return {
    ConnectionError: new errors.ConnectionError("m"),
    RequestTimeoutError: new errors.RequestTimeoutError("m"),
    RequestAbortedError: new errors.RequestAbortedError("m"),
    InvalidRequestError: new errors.InvalidRequestError("m"),
    UnexpectedClientError: new errors.UnexpectedClientError("m"),
    UnsupportedOperationError: new errors.UnsupportedOperationError("nango", "unlink"),
    APIError: new errors.APIError(response),
    APIProblem: new errors.APIProblem(response, {}),
    ErrorMessage: new message(response, { error: "e" } as never), // its members do not matter here
    SDKValidationError: new errors.SDKValidationError([], {}),
    ResponseValidationError: new errors.ResponseValidationError(200, [], {}),
  };
}

const ours = { ...here, ErrorMessage };
const theirs = { ...there, ErrorMessage: codat.ErrorMessage };
const kinds = Object.keys(ours).filter((name) => name !== "issue") as (keyof Errors)[];

test("the two copies are two copies", () => {
  expect(here.SDKError).not.toBe(there.SDKError);
  expect(kinds).toHaveLength(13);
});

test.for(Object.keys(instances(here, ErrorMessage)))("%s", (name) => {
  const own = instances(here, ErrorMessage)[name];
  const foreign = instances(there, codat.ErrorMessage)[name];
  for (const kind of kinds) {
    const expected = own instanceof (ours[kind] as never);
    expect([kind, foreign instanceof (ours[kind] as never)]).toEqual([kind, expected]);
    expect([kind, own instanceof (theirs[kind] as never)]).toEqual([kind, expected]);
    expect(isA(foreign, ours[kind] as never)).toBe(expected);
  }
  expect(own instanceof here.SDKError && foreign instanceof Error).toBe(true);
  expect(Reflect.get(ours[name as keyof Errors], "_name")).toBe(name);
  expect(own?.name).toBe(name);
});

test("an error of the other copy is an instance of its class and of the bases, and of nothing else", () => {
  const foreign = new codat.ErrorMessage(response, {} as never); // its members do not matter here
  const is = kinds.filter((kind) => foreign instanceof (ours[kind] as never));
  expect(new Set(is)).toEqual(new Set(["ErrorMessage", "TypedError", "APIError", "SDKError"]));
});

test("a user's subclass is plain JavaScript", () => {
  class Mine extends here.ConnectionError {}
  class Theirs extends there.ConnectionError {}
  const mine = new Mine("m");
  expect(mine instanceof Mine && mine instanceof here.ConnectionError).toBe(true);
  expect(new here.ConnectionError("m") instanceof Mine).toBe(false);
  expect(new there.ConnectionError("m") instanceof Mine).toBe(false);
  expect(new Theirs("m") instanceof Mine).toBe(false);
  // Of the other copy, it is what it extends.
  expect(mine instanceof there.ConnectionError && mine instanceof there.SDKError).toBe(true);
  expect(mine instanceof there.RequestTimeoutError).toBe(false);
  expect(Object.create(here.ConnectionError.prototype) instanceof here.ConnectionError).toBe(true);
});

test("classes of the same name are different classes", () => {
  class ErrorMessage2 extends here.TypedError<object> {
    static override get _name(): string {
      return "ErrorMessage";
    }
    override readonly name = "ErrorMessage";
  }
  expect(new ErrorMessage2(response, {}) instanceof ErrorMessage).toBe(false);
  expect(new ErrorMessage(response, {} as never) instanceof ErrorMessage2).toBe(false);
});

const lookalike = { constructor: { _name: "ConnectionError" }, name: "ConnectionError" };
test.for([
  null,
  undefined,
  0,
  "ConnectionError",
  Symbol("s"),
  () => {},
  new Error("m"),
  { name: "ConnectionError" },
  lookalike,
  { constructor: null },
  { constructor: "ConnectionError" },
  Object.create(null),
  here.ConnectionError,
])("%o is no error of the SDK", (value) => {
  for (const kind of kinds) expect(value instanceof (ours[kind] as never)).toBe(false);
});

test("a value that throws when it is read is no error, as with any class", () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  expect(isA(proxy, here.SDKError)).toBe(false);
});

test("nothing of it is visible", () => {
  const error = new here.ConnectionError("m");
  expect(new Set(Object.keys(error))).toEqual(new Set(["name", "retryable"]));
  expect(Reflect.ownKeys(error).filter((key) => typeof key === "symbol")).toEqual([]);
  for (const shown of [inspect(error), inspect(error, { depth: 9 }), JSON.stringify(error)])
    expect(shown).not.toMatch(/_name|Symbol|connections-sdk"/);
  for (const kind of kinds) {
    expect(Object.keys(ours[kind])).toEqual([]);
    expect(inspect(ours[kind])).not.toContain("_name");
  }
});
