/**
 * The name stage: every identifier and file of the output, from the model alone and in one pass.
 */
import type { Api, Model } from "../model/types.js";
import { nameErrors } from "./errors.js";
import { groupKey, nameGroups } from "./groups.js";
import { camel, identifier } from "./identifier.js";
import { nameModelFiles } from "./model-files.js";
import { nameEnumKeys, nameInlineMember, nameMembers, nameModels } from "./models.js";
import { nameOperationTypes } from "./operation-names.js";
import { nameOperations, parameterName } from "./operations.js";
import { nameOptions } from "./options.js";
import { scope } from "./scope.js";
import type { Names } from "./types.js";

/** The options that names depend on. */
export interface NameOptions {
  readonly sdkClassName: string;
  /**
   * False: each operation has error classes of its own, which extend those of the components they
   * refer to. Defaults to true.
   */
  readonly sharedErrors?: boolean | undefined;
}

/**
 * Names everything in an API. The same API always gets the same names. Names that the document
 * gives come first.
 */
export function assignNames(api: Api, { sdkClassName, sharedErrors }: NameOptions): Names {
  const className = identifier(sdkClassName, "SDK");
  const types = scope();
  const groups = nameGroups(api, className);
  const files = nameModelFiles(api, groups);
  const operationTypes = nameOperationTypes(api, types);
  const models = nameModels(api, { components: scope(), operations: types }, files);
  const naming = { operationTypes, models, files, sharedErrors: sharedErrors !== false };
  const errors = nameErrors(api, naming);
  const operations = nameOperations(api, { operationTypes, groups, files, errors, types });
  const byPointer = new Map(
    [...operations].map(([operation, names]) => [operation.pointer, names]),
  );
  const members = remembered(nameMembers);
  const enumKeys = remembered(nameEnumKeys);
  const options = nameOptions(api);
  return {
    sdk: { className, coreName: `${className}Core` },
    model: (pointer) => found(models.get(pointer), `model ${pointer}`),
    operation: ({ pointer }) => found(byPointer.get(pointer), `operation ${pointer}`),
    group: (path) => found(groups.names.get(groupKey(path)), `group ${path.join(".")}`),
    member: (model, { wire }) =>
      found(members(model).get(wire), `member ${wire} of ${model.pointer}`),
    inlineMember: nameInlineMember,
    enumKey: (model, { value }) =>
      found(enumKeys(model).get(value), `value ${value} of ${model.pointer}`),
    option: ({ key }) => options.schemes.get(key) ?? camel(key),
    global: (parameter) =>
      options.globals.get(`${parameter.in} ${parameter.wire}`) ?? parameterName(parameter),
    variable: (name) => options.variables.get(name) ?? camel(name),
  };
}

/** Computes the names inside a model when they are first needed. */
function remembered<T>(names: (model: Model) => T): (model: Model) => T {
  const known = new Map<string, T>();
  return (model) => {
    const value = known.get(model.pointer) ?? names(model);
    known.set(model.pointer, value);
    return value;
  };
}

/** Asking for the name of something that the API does not have is a bug in an emitter. */
function found<T>(names: T | undefined, what: string): T {
  if (names === undefined) throw new Error(`There is no name for ${what}.`);
  return names;
}
