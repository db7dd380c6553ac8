import { hasFields, tsTypeArgument } from "../types/ts-type.js";
import { code } from "../print/code-file.js";
import { docComment } from "../print/comment.js";
import { PURE, arrow, assign, call } from "../print/expression.js";
import type { Layout } from "../print/layout.js";
import type { CodeSymbol } from "../print/symbol.js";
import { type ZodContext, needsLater, objectExpression, zodExpression } from "./expression.js";
import type { Declaration, Schemas } from "./schemas.js";

/**
 * The schemas of a model: that of its values, and that of these and their JSON. Objects have no
 * annotation, so that they can be extended.
 */
export function zodModel(schemas: Schemas, declared: Declaration): Layout {
  const { model, side, home } = declared;
  const { type } = model;
  const site: ZodContext = { schemas, side, form: "value", model, within: declared };
  const typeContext = { context: schemas.context, side, model };
  const isObject = type.kind === "object" && hasFields(type, side);
  const stated =
    !isObject && needsLater(site, type)
      ? schemas.write.type(tsTypeArgument(typeContext, type))
      : undefined;
  const value = schemas.symbol(home);
  const expression = (at: ZodContext): Layout =>
    isObject ? objectExpression(at, type, value) : zodExpression(at, type);
  const wire = schemas.isConverted(declared) ? expression({ ...site, form: "wire" }) : undefined;
  return declarations(schemas, declared, stated, expression(site), wire);
}

/** The declarations of a schema and of its wire form, which is the same without a `wire`. */
export function declarations(
  schemas: Schemas,
  homes: Pick<Declaration, "home" | "wire">,
  type: Layout | undefined,
  value: Layout,
  wire: Layout | undefined,
): Layout {
  const [name, wireName] = [schemas.symbol(homes.home), schemas.symbol(homes.wire)];
  return code`
    ${constant(schemas, name, type, value)}
    ${docComment({ text: [`{@link ${name.name}} and its JSON, for \`z.decode\` and \`z.encode\`.`] })}
    ${wire ? constant(schemas, wireName, type, wire) : [assign(["export const ", wireName], " =", name), ";"]}
  `;
}

/** `export const Name = define(() => ...);` */
function constant(
  schemas: Schemas,
  name: CodeSymbol,
  type: Layout | undefined,
  schema: Layout,
): Layout {
  const left = ["export const ", name, type === undefined ? "" : [": ", type]];
  return [assign(left, " =", [PURE, call(schemas.helper("define"), [arrow(schema)])]), ";"];
}
