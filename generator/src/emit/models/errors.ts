import type { OperationResponse, Operation, Type } from "../../model/types.js";
import type { Home } from "../../name/types.js";
import { type EmitContext, resolvedModel } from "../context.js";
import { type CodeFile, code } from "../print/code-file.js";
import { docComment } from "../print/comment.js";
import { assign } from "../print/expression.js";
import type { Layout } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";
import { platform } from "../print/symbol.js";
import { type TypeContext, fieldsOf, memberName, tsType, tsTypeArgument } from "./ts-type.js";
import { generic, unionArgument } from "./union-type.js";

/** An error that the document declares, and its class. */
export interface DeclaredError {
  readonly response: OperationResponse;
  readonly type: Type;
  readonly home: Home;
}

/** The errors of an operation that have classes. */
export function declaredErrors(
  { names }: EmitContext,
  operation: Operation,
): readonly DeclaredError[] {
  return operation.responses.flatMap((response) => {
    const { isError, encoding, type } = response;
    const home = isError ? names.operation(operation).error(response) : undefined;
    return home && (encoding === "json" || encoding === "xml") && type
      ? [{ response, type, home }]
      : [];
  });
}

/**
 * Members of every typed error. A member of the body with such a name is only available in `data$`.
 */
const RESERVED: ReadonlySet<string> = new Set(
  "name message stack cause statusCode headers body contentType requestId rawResponse data$ toJSON retryable".split(
    " ",
  ),
);

/** Where an error class occurs. */
export interface ErrorUses {
  readonly statuses: ReadonlySet<number | string>;
  /** Ids of operations. */
  readonly operations: ReadonlySet<string>;
}

/** Prints the class of a declared error. The members of the body are members of the error. */
export function emitError(
  context: EmitContext,
  file: CodeFile,
  error: DeclaredError,
  uses: ErrorUses,
): void {
  const { response, type, home } = error;
  const name = context.home(home);
  const where = `Error response ${[...uses.statuses].join(", ")} of ${[...uses.operations].join(", ")}.`;
  const comment = docComment({ text: [where, response.docs.description] });
  const data = tsTypeArgument({ context, side: "response" }, type);
  file.print(code`
    ${comment}
    ${hoisted(context, error)}
    export class ${name} extends ${generic(context.runtime("TypedError"), [data])} {
      ${assign("override readonly name", " =", stringLiteral(home.name))};
      static override get _name(): string {
        return ${stringLiteral(home.name)};
      }
    }
  `);
}

/**
 * The interface that gives the class the members of its body, if the body is an object with known
 * members.
 */
function hoisted(context: EmitContext, { type, home }: DeclaredError): Layout | undefined {
  const model = type.kind === "ref" ? resolvedModel(context, type.to) : undefined;
  if (model?.type.kind !== "object") return undefined;
  const typeContext: TypeContext = { context, side: "response", model };
  const names = fieldsOf(model.type, "response").map((field) => memberName(typeContext, field));
  if (names.length === 0) return undefined;
  const clashes = names.filter((name) => RESERVED.has(name));
  const data = tsType(typeContext, type);
  const base =
    clashes.length === 0
      ? data
      : generic(platform("Omit"), [data, unionArgument(clashes.map(stringLiteral))]);
  return ["export interface ", context.home(home), " extends ", base, " {}"];
}
