import type { EnumValue, Model, Side, Type } from "../../model/types.js";
import { type EmitContext, modelHome } from "../context.js";
import type { CodeFile } from "../print/code-file.js";
import { code } from "../print/code-file.js";
import { docComment } from "../print/comment.js";
import {
  PURE,
  arrow,
  assign,
  call,
  jsonLiteral,
  objectLiteral,
  property,
} from "../print/expression.js";
import { docsComment } from "../print/field-comment.js";
import { type Layout, hardline } from "../print/layout.js";
import { type CodeSymbol, asType } from "../print/symbol.js";
import { interfaceParts } from "../types/interface.js";
import { isLazyByItself, objectSchema, schemaExpression } from "./schema.js";
import { type TypeContext, enumVariants, hasFields, members, tsType } from "../types/ts-type.js";
import { zodModel } from "../zod/model.js";
import { validatingSchemas } from "../zod/schemas.js";
import { generic, unionLayout } from "../types/union-type.js";

/** Prints the declaration of a model for a side of the API: its type and its schema. */
export function emitModel(context: EmitContext, file: CodeFile, model: Model, side: Side): void {
  const name = context.home(modelHome(context, model, side));
  const typeContext: TypeContext = { context, side, model };
  const { type } = model;
  if (type.kind === "enum") emitEnum(context, file, model, type, name);
  else if (type.kind === "object" && hasFields(type, side)) {
    const { base, own } = interfaceParts(typeContext, type);
    file.print(code`
      ${docsComment(model.docs)}
      export interface ${name}${base && [" extends ", base]} {
        ${members(typeContext, own)}
      }
      ${modelSchema(typeContext, model, () =>
        schemaConstant(context, name, objectSchema(typeContext, type)),
      )}
    `);
  } else {
    file.print(code`
      ${docsComment(model.docs)}
      ${typeAlias(name, tsType(typeContext, type))}
      ${modelSchema(typeContext, model, () =>
        schemaConstant(context, name, aliasSchema(typeContext, type)),
      )}
    `);
  }
}

/** The schema of a model, with zod or with the builders of the runtime core. */
function modelSchema({ context, side }: TypeContext, model: Model, builtin: () => Layout): Layout {
  const schemas = validatingSchemas(context);
  return schemas ? zodModel(schemas, schemas.declaration(model, side)) : builtin();
}

/** `export type Name = ...;` */
export function typeAlias(name: CodeSymbol, type: Layout): Layout {
  const left = ["export type ", name];
  return [breaksByItself(type) ? [left, " = ", type] : assign(left, " =", type), ";"];
}

/** Unions and the like break on their own, without a line break after the equals sign. */
function breaksByItself(type: Layout): boolean {
  if (typeof type === "string") return false;
  return "kind" in type ? type.kind === "group" : type.includes(" | ");
}

/** `export const Name: Schema<Name> = ...;` */
export function schemaConstant(context: EmitContext, name: CodeSymbol, schema: Layout): Layout {
  const type = generic(context.schemaType("Schema"), [asType(name)]);
  return [assign(["export const ", name, ": ", type], " =", [PURE, schema]), ";"];
}

function aliasSchema(typeContext: TypeContext, type: Type): Layout {
  const schema = schemaExpression(typeContext, type);
  return isLazyByItself(typeContext, type)
    ? schema
    : call(typeContext.context.schema("lazy"), [arrow(schema)]);
}

function emitEnum(
  context: EmitContext,
  file: CodeFile,
  model: Model,
  type: Extract<Type, { kind: "enum" }>,
  name: CodeSymbol,
): void {
  const described = type.values.some(({ description }) => description !== undefined);
  const values = type.values.map((value) => enumMember(context, model, value));
  file.print(code`
    ${docsComment(model.docs)}
    export const ${name} = ${objectLiteral(values, { broken: described })} as const;
    ${docsComment(model.docs)}
    ${typeAlias(name, unionLayout(enumVariants(type.values, type.open)))}
  `);
}

function enumMember(context: EmitContext, model: Model, value: EnumValue): Layout {
  const comment = docComment({ text: [value.description] });
  const member = property(context.names.enumKey(model, value), jsonLiteral(value.value));
  return comment ? [comment, hardline, member] : member;
}
