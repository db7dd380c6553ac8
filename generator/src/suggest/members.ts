/** Members of requests and responses, by names that mean the same in many APIs. */
import type { Api, Field, Model, Pointer, Type } from "../model/types.js";

/** Looks into the types of an API. */
export interface TypeReader {
  /** Follows references, and drops null. */
  readonly resolve: (type: Type) => Type;
  /**
   * The members of an object, and of the objects in it down to a depth. Outer ones come first.
   */
  readonly members: (type: Type, depth: number) => readonly Member[];
}

/** A reader of the types of an API. */
export function typeReader(api: Api): TypeReader {
  const models = new Map<Pointer, Model>(api.models.map((model) => [model.pointer, model]));
  const known = [1, 2, 3].map(() => new Map<Type, readonly Member[]>());
  const resolve = (type: Type, depth = 0): Type => {
    // A model may be nothing but a reference to itself.
    if (depth > 20) return { kind: "unknown" };
    if (type.kind === "ref") {
      const model = models.get(type.to);
      return model ? resolve(model.type, depth + 1) : { kind: "unknown" };
    }
    if (type.kind !== "union") return type;
    const [only, ...others] = type.variants.filter((variant) => variant.type.kind !== "null");
    return only && others.length === 0 ? resolve(only.type, depth + 1) : type;
  };
  const members = (type: Type, depth: number): readonly Member[] => {
    const object = resolve(type);
    if (object.kind !== "object" || depth < 1) return [];
    const found = known[depth - 1]?.get(object) ?? read(object, depth);
    known[depth - 1]?.set(object, found);
    return found;
  };
  const read = ({ fields }: ObjectType, depth: number): readonly Member[] => {
    const own = fields
      // A path of a pagination is split at dots, brackets and quotes.
      .filter(({ wire, access }) => access !== "write" && !/[.[\]'"]/.test(wire))
      .map((field): Member => ({
        path: [field.wire],
        names: [plainName(field.wire)],
        type: resolve(field.type),
        field,
      }));
    if (depth === 1) return own;
    const inner = own.flatMap((outer) =>
      members(outer.type, depth - 1).map((member) => within(outer, member)),
    );
    return [...own, ...inner];
  };
  return { resolve: (type) => resolve(type), members };
}

function within(outer: Member, { path, names, type, field }: Member): Member {
  const pair = path.length === 1 ? [`${outer.names[0]}${names[0]}`] : [];
  return { path: [...outer.path, ...path], names: [...names, ...pair], type, field };
}

type ObjectType = Extract<Type, { kind: "object" }>;

/** A member of an object, at any depth. */
export interface Member {
  /** The wire names that lead to it. */
  readonly path: readonly string[];
  /** The plain name, alone and with the one before it: `cursor` and `nextcursor`. */
  readonly names: readonly string[];
  /** Without null. */
  readonly type: Type;
  readonly field: Field;
}

/** `next_page-token` and `nextPageToken` are the same name. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

/** A JSONPath to a member: `$.links.next`. */
export function jsonPath(path: readonly string[]): string {
  return path.reduce(
    (whole, name) =>
      /^[A-Za-z_]\w*$/.test(name) ? `${whole}.${name}` : `${whole}[${JSON.stringify(name)}]`,
    "$",
  );
}
