import type { Answer, Operation, Type } from "../../model/types.js";
import type { Home } from "../../name/types.js";
import { type Context, resolved } from "../context.js";
import { type CodeFile, code } from "../print/code-file.js";
import { docComment } from "../print/comment.js";
import { assign } from "../print/expression.js";
import type { Layout } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";
import { platform } from "../print/symbol.js";
import { type Place, fieldsOf, memberName, tsType, tsTypeArgument } from "./ts-type.js";
import { generic, unionArgument } from "./union-type.js";

/** A failure that the document declares, with the class that it becomes. */
export interface DeclaredError {
  readonly answer: Answer;
  readonly type: Type;
  readonly home: Home;
}

/** The failures of an operation that have classes of their own. */
export function declaredErrors({ plan }: Context, operation: Operation): readonly DeclaredError[] {
  return operation.answers.flatMap((answer) => {
    const { failure, encoding, type } = answer;
    const home = failure ? plan.operation(operation).error(answer) : undefined;
    return home && encoding === "json" && type ? [{ answer, type, home }] : [];
  });
}

/** The members that every typed error has itself; a body's member of that name is read from `data$`. */
const RESERVED: ReadonlySet<string> = new Set(
  "name message stack cause statusCode headers body contentType requestId rawResponse data$ toJSON".split(
    " ",
  ),
);

/** Where an error class occurs. */
export interface ErrorUses {
  readonly statuses: ReadonlySet<number | string>;
  /** Ids of operations. */
  readonly operations: ReadonlySet<string>;
}

/** Prints the class of a declared failure; its body's members are members of the error. */
export function emitError(
  context: Context,
  file: CodeFile,
  error: DeclaredError,
  uses: ErrorUses,
): void {
  const { answer, type, home } = error;
  const name = context.home(home);
  const where = `${[...uses.statuses].join(", ")} of ${[...uses.operations].join(", ")}.`;
  const comment = docComment({ text: [where, answer.docs.description] });
  const data = tsTypeArgument({ context, side: "response" }, type);
  file.print(code`
    ${comment}
    ${hoisted(context, error)}
    export class ${name} extends ${generic(context.runtime("TypedError"), [data])} {
      ${assign("override readonly name", " =", stringLiteral(home.name))};
    }
  `);
}

/** The interface that gives the class the members of its body, where the body is an object with names that are known. */
function hoisted(context: Context, { type, home }: DeclaredError): Layout | undefined {
  const model = type.kind === "ref" ? resolved(context, type.to) : undefined;
  if (model?.type.kind !== "object") return undefined;
  const place: Place = { context, side: "response", model };
  const names = fieldsOf(model.type, "response").map((field) => memberName(place, field));
  if (names.length === 0) return undefined;
  const clashes = names.filter((name) => RESERVED.has(name));
  const data = tsType(place, type);
  const base =
    clashes.length === 0
      ? data
      : generic(platform("Omit"), [data, unionArgument(clashes.map(stringLiteral))]);
  return ["export interface ", context.home(home), " extends ", base, " {}"];
}
