/** Names of the classes of declared errors. */
import { isNamedSchema } from "../document/pointer.js";
import { reasonOf } from "../model/status.js";
import type { OperationResponse, Operation, Pointer, Type } from "../model/types.js";
import { pascal, shortened } from "./identifier.js";
import type { ModelFiles } from "./model-files.js";
import { typeName } from "./type-name.js";
import type { OperationTypeNames } from "./operation-names.js";
import { scope, type Scope } from "./scope.js";
import type { Home } from "./types.js";

/** The class of an error response, if it has one. */
export type ErrorNames = (operation: Operation, response: OperationResponse) => Home | undefined;

/**
 * Names one class per declared error with a schema. A name that the document gives is shared by all
 * errors that have it.
 */
export function nameErrors(
  operationTypes: ReadonlyMap<Operation, OperationTypeNames>,
  schemaNames: ReadonlyMap<Pointer, string>,
  files: ModelFiles,
): ErrorNames {
  const classes = scope(["TypedError", "APIError", "APIProblem", "SDKError"]);
  const names = new Map<Operation, ReadonlyMap<string, Home>>();
  const sharing = operationsByError([...operationTypes.keys()]);
  const shared = new Map<string, Home>();
  for (const [operation, typeNames] of operationTypes) {
    const own = new Map<string, Home>();
    const named = scope();
    for (const response of operation.responses.filter(hasClass)) {
      const home =
        response.suggestedName === undefined
          ? ownClass({ operation, response, typeNames, schemaNames, named, classes, files })
          : sharedClass(response, response.suggestedName, { shared, classes, files, sharing });
      own.set(keyOf(response), home);
    }
    names.set(operation, own);
  }
  return (operation, response) => names.get(operation)?.get(keyOf(response));
}

/**
 * True for an error response with a typed body. A problem (RFC 9457) for a whole range of statuses
 * is the runtime's `APIProblem`, and an error without a schema its `APIError`.
 */
function hasClass({ isError, encoding, type, status, media }: OperationResponse): boolean {
  const covered = typeof status === "string" && media === "application/problem+json";
  return (
    isError &&
    (encoding === "json" || encoding === "xml") &&
    type !== undefined &&
    type.kind !== "unknown" &&
    !covered
  );
}

interface OwnClass {
  readonly operation: Operation;
  readonly response: OperationResponse;
  readonly typeNames: OperationTypeNames;
  readonly schemaNames: ReadonlyMap<Pointer, string>;
  /** The names in the operation, which reveal a second error with the same schema. */
  readonly named: Scope;
  readonly classes: Scope;
  readonly files: ModelFiles;
}

function ownClass({
  operation,
  response,
  typeNames: { base },
  schemaNames,
  named,
  classes,
  files,
}: OwnClass): Home {
  const schema =
    schemaName(response.type, schemaNames) ??
    `${pascal(reasonOf(response.status)).replace(/Error$/, "")}Error`;
  const group = pascal(operation.group.join(" "));
  const status = String(response.status);
  const plain = `${base}${schema}`;
  const grouped = `${base}${group}${schema}`;
  const wanted = named.claim(
    shortened(plain),
    shortened(grouped),
    shortened(`${grouped}${pascal(status)}`),
  );
  const name = classes.claim(wanted, `${shortened(wanted)}Error`);
  return { name, file: `models/errors/${files.ofOperation(operation)}` };
}

/**
 * A schema of the document names its errors. An inline schema of one operation is named after the
 * status.
 */
function schemaName(
  type: Type | undefined,
  names: ReadonlyMap<Pointer, string>,
): string | undefined {
  if (type?.kind !== "ref") return undefined;
  const isShared = isNamedSchema(type.to) || type.to.startsWith("/components/");
  const name = isShared ? names.get(type.to) : undefined;
  return name === undefined ? undefined : pascal(name);
}

interface SharedClasses {
  readonly shared: Map<string, Home>;
  readonly classes: Scope;
  readonly files: ModelFiles;
  readonly sharing: ReadonlyMap<string, ReadonlySet<Operation>>;
}

/** The operations that share each class. */
function operationsByError(
  operations: readonly Operation[],
): ReadonlyMap<string, ReadonlySet<Operation>> {
  const sharing = new Map<string, Set<Operation>>();
  for (const operation of operations)
    for (const response of operation.responses.filter(hasClass)) {
      const key = sharedKey(response);
      sharing.set(key, (sharing.get(key) ?? new Set()).add(operation));
    }
  return sharing;
}

function sharedKey({ suggestedName, type }: OperationResponse): string {
  return JSON.stringify([suggestedName, type]);
}

function sharedClass(
  response: OperationResponse,
  suggested: string,
  { shared, classes, files, sharing }: SharedClasses,
): Home {
  const key = sharedKey(response);
  const known = shared.get(key);
  if (known) return known;
  const name = classes.claim(typeName(suggested));
  const home = { name, file: `models/errors/${files.ofOperations(sharing.get(key) ?? [])}` };
  shared.set(key, home);
  return home;
}

/** The runtime tells the responses of an operation apart by these. */
function keyOf(response: OperationResponse): string {
  return `${response.status} ${response.media ?? ""}`;
}
