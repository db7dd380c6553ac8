import type { Type } from "../../model/types.js";
import { modelHome } from "../context.js";
import { type CodeSymbol, asType } from "../print/symbol.js";
import { type TypeContext, extraType, memberName } from "./ts-type.js";

type ObjectType = Extract<Type, { kind: "object" }>;

/** The interface of an object: the one that it extends, if any, and the members that it adds. */
export interface InterfaceParts {
  readonly base: CodeSymbol | undefined;
  readonly own: ObjectType;
}

/** Splits an object model into what its interface inherits and what it adds. */
export function interfaceParts(typeContext: TypeContext, type: ObjectType): InterfaceParts {
  const { context, side } = typeContext;
  const base = type.base === undefined ? undefined : context.model(type.base);
  const whole: InterfaceParts = { base: undefined, own: type };
  if (base?.type.kind !== "object") return whole;
  const inherited = new Map(
    base.type.fields.map((field) => [field.wire, context.names.member(base, field)]),
  );
  const isOwn = ({ wire }: ObjectType["fields"][number]): boolean => !inherited.has(wire);
  // Where `a_b` is inherited and `a-b` is not, one of them has another name here than in the base.
  const isRenamed = type.fields.some(
    (field) => !isOwn(field) && memberName(typeContext, field) !== inherited.get(field.wire),
  );
  if (isRenamed) return whole;
  const fields = type.fields.filter(isOwn);
  return {
    base: asType(context.home(modelHome(context, base, side))),
    own: extraType(base.type)
      ? { ...type, fields, extra: undefined, patterns: [] }
      : { ...type, fields },
  };
}
