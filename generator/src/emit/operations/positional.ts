import type { Body, Operation, Type } from "../../model/types.js";
import { keywords } from "../../name/reserved.js";
import type { OutputFile } from "../../output/output-file.js";
import { type EmitContext, resolvedModel } from "../context.js";
import {
  type TypeContext,
  isRequired,
  typeVariants,
  memberName,
  tsType,
} from "../types/ts-type.js";
import { unionLayout } from "../types/union-type.js";
import { code, codeFile } from "../print/code-file.js";
import { arrayLiteral, assign, call } from "../print/expression.js";
import type { Layout } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";
import { symbol } from "../print/symbol.js";
import { type RequestMember, type RequestShape, requestShape } from "./request.js";
import { type Method, type MethodParameter, signature } from "./signature.js";

/** The module for methods with positional arguments, next to the core. */
const FILE = "positional";

/**
 * The positional arguments of a method, in order: those that the document lists
 * (`x-positional-arguments`), or else all members of the request, if there are not too many
 * (`maxMethodParams` in gen.yaml). `undefined` if there are none, or if the first one could be
 * mistaken for the request object.
 */
export function positionalMembers(
  context: EmitContext,
  operation: Operation,
): readonly RequestMember[] | undefined {
  // The credentials of a call are an argument already.
  if (context.names.operation(operation).security) return undefined;
  const members = context.options.maxMethodParams === 0 ? [] : candidates(context, operation);
  const [first] = members;
  return first && isPlain(context, first.type) ? members : undefined;
}

function candidates(context: EmitContext, operation: Operation): readonly RequestMember[] {
  const shape = requestShape(context, operation);
  if (operation.positional) {
    const known = shape.kind === "body" ? bodyMembers(context, shape.body) : membersOf(shape);
    return operation.positional.flatMap((wire) =>
      known.filter((member) => wireOf(member) === wire),
    );
  }
  const members = membersOf(shape);
  if (members.length > context.options.maxMethodParams) return [];
  return [...members.filter((of) => of.required), ...members.filter((of) => !of.required)];
}

function membersOf(shape: RequestShape): readonly RequestMember[] {
  return shape.kind === "members" ? shape.members : [];
}

function wireOf({ name, parameter, field }: RequestMember): string {
  return parameter?.wire ?? field?.wire ?? name;
}

/** The members of a body that is the request. */
function bodyMembers(context: EmitContext, body: Body): readonly RequestMember[] {
  const model = body.type.kind === "ref" ? resolvedModel(context, body.type.to) : undefined;
  const type = model?.type ?? body.type;
  if (type.kind !== "object") return [];
  return type.fields.map((field) => ({
    name: memberName({ context, side: "request", ...(model && { model }) }, field),
    type: field.type,
    required: isRequired(field, "request"),
    field,
  }));
}

/** A method that takes its request as positional arguments, or as one object. */
export function positionalMethod(
  context: EmitContext,
  method: Method,
  ordered: readonly RequestMember[],
  options: MethodParameter,
): Layout {
  const { name, request, result, isOptional } = method;
  const typeContext: TypeContext = { context, side: "request" };
  const one: MethodParameter = { name: "request", optional: isOptional, type: request };
  const each = ordered.map((member) => ({
    name: parameterName(member.name),
    optional: !member.required,
    type: tsType(typeContext, member.type),
  }));
  const firstVariants = ordered.slice(0, 1).flatMap(({ type }) => typeVariants(typeContext, type));
  const either = unionLayout([request, ...firstVariants]);
  const rest: MethodParameter = { name: "...rest", optional: false, type: "readonly unknown[]" };
  return code`
    ${signature(name, [one, options], result)};
    ${signature(name, [...each, options], result)};
    ${signature(name, [{ name: "first", optional: isOptional, type: either }, rest], result)} {
      ${assign("const { request, options }", " =", named(context, request, ordered))};
      return ${call(method.run, [method.func, method.client, "request", "options"])};
    }
  `;
}

function named(context: EmitContext, request: Layout, members: readonly RequestMember[]): Layout {
  const helper = symbol("positional", context.path(FILE).slice(0, -".ts".length));
  const names = arrayLiteral(members.map(({ name }) => stringLiteral(name)));
  return call([helper, "<", request, ">"], [names, "first", "rest"]);
}

/** True for values that are not objects, and for lists. */
function isPlain(context: EmitContext, type: Type): boolean {
  if (type.kind === "ref") {
    const model = resolvedModel(context, type.to);
    return model !== undefined && isPlain(context, model.type);
  }
  if (type.kind === "union") return type.variants.every((of) => isPlain(context, of.type));
  return PLAIN.has(type.kind);
}

const PLAIN: ReadonlySet<Type["kind"]> = new Set([
  "string",
  "number",
  "integer",
  "bigint",
  "boolean",
  "literal",
  "enum",
  "date",
  "array",
]);

/** A parameter name that is not a reserved word and does not clash with `options`. */
function parameterName(name: string): string {
  const isFree = /^[A-Za-z_$][\w$]*$/.test(name) && !keywords.has(name) && name !== "options";
  return isFree ? name : `${name.replace(/[^\w$]/g, "_")}_`;
}

/** The module that turns positional arguments into a request. */
export function emitPositional(context: EmitContext): OutputFile {
  const file = codeFile(context.path(FILE));
  const options = context.runtimeType("RequestOptions");
  file.print(code`
    /**
     * Reads the arguments of a method that takes its request as positional arguments, or as one object.
     * \`names\` are the members of the request in the order of the arguments.
     */
    export function positional<Request>(
      names: readonly string[],
      first: unknown,
      rest: readonly unknown[],
    ): { readonly request: Request; readonly options: ${options} | undefined } {
      // The overloads of the method guarantee the types.
      if (typeof first === "object" && first !== null && !Array.isArray(first)) {
        return { request: first as Request, options: rest[0] as ${options} | undefined };
      }
      const values = [first, ...rest];
      const given = names.map((name, index) => [name, values[index]] as const);
      const members = given.filter(([, value]) => value !== undefined);
      return {
        request: Object.fromEntries(members) as Request,
        options: values[names.length] as ${options} | undefined,
      };
    }
  `);
  return file.finish();
}
