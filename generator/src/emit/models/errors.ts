import { splitNull } from "../../model/type-helpers.js";
import type { OperationResponse, Operation, Type } from "../../model/types.js";
import { errorMembers } from "../../name/reserved.js";
import type { ErrorHome, Home } from "../../name/types.js";
import { type EmitContext, resolvedModel } from "../context.js";
import { type CodeFile, code } from "../print/code-file.js";
import { docComment } from "../print/comment.js";
import { assign } from "../print/expression.js";
import type { Layout } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";
import { platform } from "../print/symbol.js";
import {
  type TypeContext,
  fieldsOf,
  memberName,
  tsType,
  tsTypeArgument,
} from "../types/ts-type.js";
import { generic, unionArgument } from "../types/union-type.js";

/** An error that the document declares, and its class. */
export interface DeclaredError {
  readonly response: OperationResponse;
  readonly type: Type;
  readonly home: ErrorHome;
}

/** The errors of an operation that have classes. */
export function declaredErrors(
  { names }: EmitContext,
  operation: Operation,
): readonly DeclaredError[] {
  return operation.responses.flatMap((response) => {
    const { isError, encoding, type } = response;
    const home = isError ? names.operation(operation).error(response) : undefined;
    const isTyped = (encoding === "json" || encoding === "xml") && type !== undefined;
    if (home === undefined || !isTyped) return [];
    // The runtime turns a body that is null into an empty one.
    return [{ response, type: splitNull(type).core, home }];
  });
}

/** Where an error class occurs. */
export interface ErrorUses {
  readonly errors: readonly DeclaredError[];
  /** Ids of operations. */
  readonly operations: ReadonlySet<string>;
}

/** Prints the class of a declared error. The members of the body are members of the error. */
export function emitError(context: EmitContext, file: CodeFile, uses: ErrorUses): void {
  const [error] = uses.errors;
  if (!error) return;
  const { home, type } = error;
  const base = home.base ? context.home(home.base) : typedError(context, type);
  file.print(code`
    ${classComment(context, uses, "Error response")}
    ${home.base ? undefined : hoisted(context, home, type)}
    export class ${context.home(home)} extends ${base} {
      ${assign("override readonly name", " =", stringLiteral(home.name))};
      ${identity(home)}
    }
  `);
}

/** Prints the class of a component, which the errors of operations extend. */
export function emitErrorBase(context: EmitContext, file: CodeFile, uses: ErrorUses): void {
  const [error] = uses.errors;
  if (!error?.home.base) return;
  const { base } = error.home;
  file.print(code`
    ${classComment(context, uses, "The base class of the error responses")}
    ${hoisted(context, base, error.type)}
    export abstract class ${context.home(base)} extends ${typedError(context, error.type)} {
      ${identity(base)}
    }
  `);
}

/** The number of operations that a comment lists. */
const LISTED = 3;

function classComment(
  context: EmitContext,
  { errors, operations }: ErrorUses,
  what: string,
): Layout | undefined {
  const statuses = [...new Set(errors.map(({ response }) => response.status))].join(", ");
  const ids = [...operations];
  const listed = ids.length > LISTED + 1 ? ids.slice(0, LISTED) : ids;
  const rest = ids.length - listed.length;
  const others = rest === 0 ? "" : ` and ${rest} other operations`;
  const text = `${what} ${statuses} of ${listed.join(", ")}${others}.`;
  return docComment({ text: [text, describedAs(context, errors)] });
}

/** What all uses say of the error, or else what the schema says. */
function describedAs(context: EmitContext, errors: readonly DeclaredError[]): string | undefined {
  const [description, ...others] = new Set(errors.map(({ response }) => response.docs.description));
  if (others.length === 0) return description;
  const [type] = errors.map((error) => error.type);
  return type?.kind === "ref" ? context.model(type.to)?.docs.description : undefined;
}

function typedError(context: EmitContext, type: Type): Layout {
  return generic(context.runtime("TypedError"), [
    tsTypeArgument({ context, side: "response" }, type),
  ]);
}

/** The name by which `instanceof` recognizes the class in other copies of the package. */
function identity({ name }: Home): Layout {
  return code`
    static override get _name(): string {
      return ${stringLiteral(name)};
    }
  `;
}

/**
 * The interface that gives the class the members of its body, if the body is an object with known
 * members.
 */
function hoisted(context: EmitContext, home: Home, type: Type): Layout | undefined {
  const model = type.kind === "ref" ? resolvedModel(context, type.to) : undefined;
  if (model?.type.kind === "union" && model.type.fallback)
    return hoisted(context, home, model.type.fallback);
  if (model?.type.kind !== "object") return undefined;
  const typeContext: TypeContext = { context, side: "response", model };
  const names = fieldsOf(model.type, "response").map((field) => memberName(typeContext, field));
  if (names.length === 0) return undefined;
  const clashes = names.filter((name) => errorMembers.has(name));
  const data = tsType(typeContext, type);
  const base =
    clashes.length === 0
      ? data
      : generic(platform("Omit"), [data, unionArgument(clashes.map(stringLiteral))]);
  return ["export interface ", context.home(home), " extends ", base, " {}"];
}
