import { keywords } from "../name/reserved.js";
import type { Type } from "../model/types.js";
import { code, codeFile } from "./code-file.js";
import { type Context, resolved } from "./context.js";
import { arrayLiteral, assign, call } from "./expression.js";
import type { Layout } from "./layout.js";
import { stringLiteral } from "./literal.js";
import type { OutputFile } from "./options.js";
import type { RequestMember } from "./request.js";
import { type Method, type MethodParameter, requestOptions, signature } from "./signature.js";
import { symbol } from "./symbol.js";
import { type Place, arms, tsType } from "./ts-type.js";
import { unionLayout } from "./union-type.js";

/** The module, beside the core, that methods with positional arguments share. */
const FILE = "positional";

/** The members of a request in the order in which a method takes them one by one. */
function inOrder(members: readonly RequestMember[]): readonly RequestMember[] {
  return [...members.filter((of) => of.required), ...members.filter((of) => !of.required)];
}

/**
 * True for a request whose members a method takes one by one as well (`maxMethodParams` in gen.yaml): there are not
 * too many, and the first of them cannot be taken for the request object.
 */
export function isPositional(context: Context, members: readonly RequestMember[]): boolean {
  const [first] = inOrder(members);
  if (!first || members.length > context.options.maxMethodParams) return false;
  return isPlain(context, first.type);
}

/** A method that takes the members of its request one by one, or as one object. */
export function positionalMethod(
  context: Context,
  method: Method,
  members: readonly RequestMember[],
): Layout {
  const { name, request, result, isOptional } = method;
  const ordered = inOrder(members);
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

/** True for values that are no objects. */
function isPlain(context: Context, type: Type): boolean {
  if (type.kind === "ref") {
    const model = resolved(context, type.to);
    return model !== undefined && isPlain(context, model.type);
  }
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
      if (typeof first === "object" && first !== null) {
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
