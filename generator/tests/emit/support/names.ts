import {
  hasOwnOptions,
  ownCredentials,
  successHeaders,
} from "../../../src/model/operation-facts.js";
import type { Api, OperationResponse, Field, Parameter } from "../../../src/model/types.js";
import type { Home, Names } from "../../../src/name/types.js";

/**
 * Names that use every suggested name as it is, for made-up APIs whose suggested names are
 * identifiers.
 */
export function plainNames(api: Api, given: Partial<Names> = {}): Names {
  const models = new Map(api.models.map((model) => [model.pointer, model]));
  return {
    sdk: { className: "Sample", coreName: "SampleCore" },
    model(pointer) {
      const model = models.get(pointer);
      if (!model) throw new Error(`no model ${pointer}`);
      const name = pascal(model.suggestedName);
      const file = `models/${model.home}/${name.toLowerCase()}`;
      const { request, response } = model.usedIn;
      const differs = model.splits && request && response;
      return { name, file, ...(differs && { input: { name: `${name}Input`, file } }) };
    },
    operation(operation) {
      const { id } = operation;
      const func = camel([...operation.group, operation.suggestedName].join(" "));
      const file = `models/operations/${id.toLowerCase()}`;
      return {
        func: { name: func, file: `funcs/${func}` },
        method: camel(operation.suggestedName),
        request: { name: `${pascal(id)}Request`, file },
        response: { name: `${pascal(id)}Response`, file },
        options: hasOwnOptions(operation) ? { name: `${pascal(id)}Options`, file } : undefined,
        security:
          ownCredentials(api, operation).length > 0
            ? { name: `${pascal(id)}Security`, file }
            : undefined,
        headers:
          successHeaders(operation).length > 0 ? { name: `${pascal(id)}Headers`, file } : undefined,
        header: ({ wire }: Field) => camel(wire),
        bodyMember: operation.body && operation.parameters.length > 0 ? "requestBody" : undefined,
        member: (parameter: Parameter) => parameter.suggestedName ?? camel(parameter.wire),
        error: (response: OperationResponse) => errorHome(api, id, response),
      };
    },
    group(path) {
      const name = path.map(pascal).join("");
      return { name, file: `sdk/${name.toLowerCase()}`, property: camel(path.at(-1) ?? "") };
    },
    member: (_, field: Field) => field.suggestedName ?? camel(field.wire),
    inlineMember: (field) => field.suggestedName ?? camel(field.wire),
    enumKey: (_, value) => value.suggestedName ?? pascal(String(value.value)),
    option: (scheme) => camel(scheme.key),
    global: (parameter) => camel(parameter.wire),
    variable: (name) => name,
    ...given,
  };
}

function errorHome(
  api: Api,
  id: string,
  { type, isError, status, suggestedName }: OperationResponse,
): Home | undefined {
  if (isError && suggestedName) return { name: suggestedName, file: "models/errors/shared" };
  if (!isError || type?.kind !== "ref" || status === "default") return undefined;
  const model = api.models.find(({ pointer }) => pointer === type.to);
  const name = `${pascal(id)}${pascal(model?.suggestedName ?? "Error")}`;
  return { name, file: `models/errors/${id.toLowerCase()}` };
}

function camel(text: string): string {
  const name = pascal(text);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function pascal(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return /^\d/.test(name) || name === "" ? `Value${name}` : name;
}
