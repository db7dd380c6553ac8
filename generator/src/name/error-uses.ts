/** Declared errors, and what the document calls each of them. */
import { isNamedSchema } from "../document/pointer.js";
import { shapeOf } from "../model/shape.js";
import { reasonOf } from "../model/status.js";
import { splitNull } from "../model/type-helpers.js";
import type { Api, Operation, OperationResponse, Pointer, Type } from "../model/types.js";
import { identifier, pascal } from "./identifier.js";

/** Where the name of an error comes from. The first that there is decides. */
export const ORIGINS = ["override", "response", "schema", "status"] as const;

/** What the document calls an error. */
export interface ErrorTitle {
  /**
   * `x-speakeasy-name-override`, the response component, the named schema of the body, or else the
   * status.
   */
  readonly origin: (typeof ORIGINS)[number];
  /** A name for a class: `NotFound`. */
  readonly name: string;
}

/** An error that an operation declares. */
export interface ErrorUse {
  readonly operation: Operation;
  readonly response: OperationResponse;
  readonly title: ErrorTitle;
  /** What the document calls the component of the error, whatever the operation calls it. */
  readonly component: ErrorTitle | undefined;
  /** The same for bodies of equal shape. */
  readonly shape: string;
  /** The model of the body, if it has one. */
  readonly model: Pointer | undefined;
}

/** The errors of all operations that have classes, in document order. */
export function errorUses({ operations, models }: Api): readonly ErrorUse[] {
  const types = new Map(models.map(({ pointer, type }) => [pointer, type]));
  const titles = new Map(models.map(({ pointer, suggestedName }) => [pointer, suggestedName]));
  return operations.flatMap((operation) =>
    operation.responses.flatMap((response) => {
      const { type, suggestedName } = response;
      if (!hasClass(response) || type === undefined) return [];
      const model = modelOf(type);
      const schema = model !== undefined && isNamedSchema(model) ? titles.get(model) : undefined;
      const component = componentTitle(response, schema);
      const own = title("override", suggestedName) ?? component ?? statusTitle(response);
      // The runtime turns a body that is null into an empty one.
      const shape = shapeOf(splitNull(type).core, (pointer) => types.get(pointer));
      return [{ operation, response, title: own, component, shape, model }];
    }),
  );
}

/**
 * True for an error response with a typed body. A problem (RFC 9457) for a whole range of statuses
 * is the runtime's `APIProblem`, and an error without a schema its `APIError`.
 */
function hasClass({ isError, encoding, type, status, media }: OperationResponse): boolean {
  const covered = typeof status === "string" && media === "application/problem+json";
  return (
    isError && encoding === "json" && type !== undefined && type.kind !== "unknown" && !covered
  );
}

function modelOf(type: Type): Pointer | undefined {
  const { core } = splitNull(type);
  return core.kind === "ref" ? core.to : undefined;
}

function componentTitle(
  { component }: OperationResponse,
  schema: string | undefined,
): ErrorTitle | undefined {
  return title("response", component?.suggestedName) ?? title("schema", schema);
}

function title(origin: ErrorTitle["origin"], name: string | undefined): ErrorTitle | undefined {
  return name === undefined ? undefined : { origin, name: identifier(pascal(name), "Failure") };
}

function statusTitle({ status }: OperationResponse): ErrorTitle {
  return {
    origin: "status",
    name: pascal(status === "default" ? "Default Error" : reasonOf(status)),
  };
}
