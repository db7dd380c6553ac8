import type { Body, Operation, Type } from "../../model/types.js";
import { keywords } from "../../name/reserved.js";
import type { OutputFile } from "../../output/output-file.js";
import { type Context, resolved } from "../context.js";
import { type Place, arms, memberName, tsType } from "../models/ts-type.js";
import { unionLayout } from "../models/union-type.js";
import { code, codeFile } from "../print/code-file.js";
import { arrayLiteral, assign, call } from "../print/expression.js";
import type { Layout } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";
import { symbol } from "../print/symbol.js";
import { type RequestMember, type RequestShape, requestShape } from "./request.js";
import { type Method, type MethodParameter, requestOptions, signature } from "./signature.js";

/** The module, beside the core, that methods with positional arguments share. */
const FILE = "positional";

/**
 * The members of a request that a method takes one by one as well, in their order: those that the document lists
 * (`x-positional-arguments`), else all where there are not too many (`maxMethodParams` in gen.yaml). `undefined` for none, and
 * where the first of them could be taken for the request object.
 */
export function positionalMembers(
  context: Context,
  operation: Operation,
): readonly RequestMember[] | undefined {
  const members = context.options.maxMethodParams === 0 ? [] : candidates(context, operation);
  const [first] = members;
  return first && isPlain(context, first.type) ? members : undefined;
}

function candidates(context: Context, operation: Operation): readonly RequestMember[] {
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
function bodyMembers(context: Context, body: Body): readonly RequestMember[] {
  const model = body.type.kind === "ref" ? resolved(context, body.type.to) : undefined;
  const type = model?.type ?? body.type;
  if (type.kind !== "object") return [];
  return type.fields.map((field) => ({
    name: memberName({ context, side: "request", ...(model && { model }) }, field),
    type: field.type,
    required: field.required,
    field,
  }));
}

/** A method that takes the members of its request one by one, or as one object. */
export function positionalMethod(
  context: Context,
  method: Method,
  ordered: readonly RequestMember[],
): Layout {
  const { name, request, result, isOptional } = method;
  const place: Place = { context, side: "request" };
  const options = requestOptions(context);
  const one: MethodParameter = { name: "request", optional: isOptional, type: request };
  const each = ordered.map((member) => ({
    name: parameterName(member.name),
    optional: !member.required,
    type: tsType(place, member.type),
  }));
  const firstArms = ordered.slice(0, 1).flatMap(({ type }) => arms(place, type));
  const either = unionLayout([request, ...firstArms]);
  const rest: MethodParameter = { name: "...rest", optional: false, type: "readonly unknown[]" };
  return code`
    ${signature(name, [one, options], result)};
    ${signature(name, [...each, options], result)};
    ${signature(name, [{ name: "first", optional: isOptional, type: either }, rest], result)} {
      ${assign("const { request, options }", " =", named(context, request, ordered))};
      return ${call(method.unwrap, [call(method.func, [method.client, "request", "options"])])};
    }
  `;
}

function named(context: Context, request: Layout, members: readonly RequestMember[]): Layout {
  const helper = symbol("positional", context.path(FILE).slice(0, -".ts".length));
  const names = arrayLiteral(members.map(({ name }) => stringLiteral(name)));
  return call([helper, "<", request, ">"], [names, "first", "rest"]);
}

/** True for values that are no objects, and lists of them. */
function isPlain(context: Context, type: Type): boolean {
  if (type.kind === "ref") {
    const model = resolved(context, type.to);
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

/** A member name as a parameter name that is no word of the language and hides no other parameter. */
function parameterName(name: string): string {
  const isFree = /^[A-Za-z_$][\w$]*$/.test(name) && !keywords.has(name) && name !== "options";
  return isFree ? name : `${name.replace(/[^\w$]/g, "_")}_`;
}

/** The module that puts positional arguments into a request. */
export function emitPositional(context: Context): OutputFile {
  const file = codeFile(context.path(FILE));
  const options = context.runtimeType("RequestOptions");
  file.print(code`
    /**
     * The request and the options of a method that takes the members of its request one by one, or as one object.
     * \`names\` are the members in the order of the arguments.
     */
    export function positional<Request>(
      names: readonly string[],
      first: unknown,
      rest: readonly unknown[],
    ): { readonly request: Request; readonly options: ${options} | undefined } {
      // The overloads of the method say what the arguments are.
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
