/** Names of models, of their members and of the keys of enums. */
import { append, isNamedSchema, parsePointer } from "../document/pointer.js";
import type { Api, EnumValue, Model, Pointer } from "../model/types.js";
import { identifier, memberName, pascal } from "./identifier.js";
import { globals, keywords } from "./reserved.js";
import { fileScope, scope, type Scope } from "./scope.js";
import type { ModelNames } from "./types.js";

/** Scopes that operations and models share. */
export interface ModelScopes {
  readonly components: Scope;
  readonly operations: Scope;
  /**
   * The file of an operation's models by the operation's id: `models/operations/listconnections`.
   */
  readonly operationFile: (id: string | undefined) => string;
}

/** A type name that does not shadow a global: `Error` becomes `ErrorT`. */
export function typeName(text: string): string {
  const name = identifier(pascal(text), "Model");
  return globals.has(name) || keywords.has(name) ? `${name}T` : name;
}

/**
 * The names of all models. Named schemas come first, so that no inline schema changes their names.
 */
export function nameModels(api: Api, scopes: ModelScopes): ReadonlyMap<Pointer, ModelNames> {
  const files = fileScope();
  const names = new Map<Pointer, ModelNames>();
  const owners = new Map<Pointer, string>();
  const [named, inline] = partition(api.models, (model) => isNamedSchema(model.pointer));
  for (const model of [...named, ...inline]) {
    const name = scopes[model.home].claim(typeName(model.suggestedName));
    const file =
      model.home === "operations"
        ? scopes.operationFile(model.operation)
        : (ownerFile(model.pointer, owners) ??
          `models/components/${files.claim(name).toLowerCase()}`);
    if (isNamedSchema(model.pointer)) owners.set(model.pointer, file);
    names.set(model.pointer, { name, file });
  }
  for (const model of [...named, ...inline]) addInput(model, scopes, names);
  return names;
}

/** Only models that are both sent and received may need two declarations. */
function addInput(model: Model, scopes: ModelScopes, names: Map<Pointer, ModelNames>): void {
  const own = names.get(model.pointer);
  if (!own || !model.splits || !model.usedIn.request || !model.usedIn.response) return;
  const name = scopes[model.home].claim(`${own.name}Input`);
  names.set(model.pointer, { ...own, input: { name, file: own.file } });
}

/** Schemas inside a named schema are declared in its file. */
function ownerFile(pointer: Pointer, owners: ReadonlyMap<Pointer, string>): string | undefined {
  const owner = append("", ...parsePointer(pointer).slice(0, 3));
  return owner === pointer ? undefined : owners.get(owner);
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
      members.claim(identifier(memberName(suggestedName ?? wire), "member")),
    ]),
  );
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
