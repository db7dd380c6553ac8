/** Names of models, of their members and of the keys of enums. */
import { append, isNamedSchema, parsePointer } from "../document/pointer.js";
import type { Api, EnumValue, Model, Pointer } from "../model/types.js";
import { identifier, memberName, pascal } from "./identifier.js";
import type { ModelFiles } from "./model-files.js";
import { scope, type Scope } from "./scope.js";
import { typeName } from "./type-name.js";
import type { ModelNames } from "./types.js";

/** Scopes that operations and models share. */
export interface ModelScopes {
  readonly components: Scope;
  readonly operations: Scope;
}

/**
 * The names of all models. Named schemas come first, so that no inline schema changes their names.
 */
export function nameModels(
  api: Api,
  scopes: ModelScopes,
  files: ModelFiles,
): ReadonlyMap<Pointer, ModelNames> {
  const names = new Map<Pointer, ModelNames>();
  const owners = new Map<Pointer, string>();
  const [named, inline] = partition(api.models, (model) => isNamedSchema(model.pointer));
  for (const model of [...named, ...inline]) {
    const name = scopes[model.home].claim(typeName(model.suggestedName));
    const owner = ownerOf(model.pointer);
    const file = files.ofModel(model.pointer) ?? owners.get(owner) ?? files.claim(name);
    if (!owners.has(owner)) owners.set(owner, file);
    names.set(model.pointer, { name, file: `models/${model.home}/${file}` });
  }
  for (const model of [...named, ...inline]) addInput(model, scopes, names);
  return names;
}

/** The named schema that a schema is or is inside of. */
function ownerOf(pointer: Pointer): Pointer {
  return append("", ...parsePointer(pointer).slice(0, 3));
}

/** Only models that are both sent and received may need two declarations. */
function addInput(model: Model, scopes: ModelScopes, names: Map<Pointer, ModelNames>): void {
  const own = names.get(model.pointer);
  if (!own || !model.splits || !model.usedIn.request || !model.usedIn.response) return;
  const name = scopes[model.home].claim(`${own.name}Input`);
  names.set(model.pointer, { ...own, input: { name, file: own.file } });
}

/** The members of an object model, by wire name. */
export function nameMembers(model: Model): ReadonlyMap<string, string> {
  if (model.type.kind !== "object") return new Map();
  const { fields, extra } = model.type;
  // Unnamed members are collected under this name.
  const taken = extra ? ["additionalProperties"] : [];
  const members = scope(taken);
  return new Map(
    fields.map(({ suggestedName, wire }) => [
      wire,
      members.claim(nameInlineMember({ suggestedName, wire })),
    ]),
  );
}

/** A member, in an object without others that could have its name. */
export function nameInlineMember({
  suggestedName,
  wire,
}: {
  readonly suggestedName?: string | undefined;
  readonly wire: string;
}): string {
  return identifier(memberName(suggestedName ?? wire), "member");
}

/** The keys of an enum model, by value. */
export function nameEnumKeys(model: Model): ReadonlyMap<EnumValue["value"], string> {
  if (model.type.kind !== "enum") return new Map();
  const keys = scope();
  return new Map(model.type.values.map((value) => [value.value, keys.claim(enumKey(value))]));
}

function enumKey({ value, suggestedName }: EnumValue): string {
  const text = suggestedName ?? (value === "" ? "Empty" : String(value));
  return identifier(pascal(text), "Value", "Value");
}

function partition<T>(
  items: readonly T[],
  test: (item: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
