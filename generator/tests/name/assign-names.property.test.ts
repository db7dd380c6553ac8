import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../../tests/support/runs.js";
import type { Api, Operation } from "../../src/model/types.js";
import { assignNames } from "../../src/name/assign-names.js";
import { globals, keywords } from "../../src/name/reserved.js";
import type { Home, Names } from "../../src/name/types.js";
import { anyParts } from "../model/arbitrary.js";
import { built } from "../model/documents.js";
import { limits } from "../../../tests/support/limits.js";

const folder = (file: string): string => file.slice(0, file.lastIndexOf("/"));

const key = (path: readonly string[]): string => JSON.stringify(path);

const tries = runs(300);
/** With shared errors, or with errors of their own for each operation and their bases. */
const planOf = (api: Api, sharedErrors = true): Names =>
  assignNames(api, { sdkClassName: "SDK", sharedErrors });

/** All names of an API, as plain data. */
function spelledOut(
  api: Api,
  names: Names,
): {
  readonly models: readonly Home[];
  readonly functions: readonly Home[];
  readonly members: readonly (readonly string[])[];
} {
  const models = api.models.map(({ pointer }) => names.model(pointer));
  const operations = api.operations.map((operation) => names.operation(operation));
  const fields = api.models.map((model) =>
    model.type.kind === "object"
      ? model.type.fields.map((field) => names.member(model, field))
      : [],
  );
  const keys = api.models.map((model) =>
    model.type.kind === "enum" ? model.type.values.map((value) => names.enumKey(model, value)) : [],
  );
  const requests = api.operations.map((operation) => requestMembers(names, operation));
  const options = [...api.schemes.map(names.option), ...api.globals.map(names.global)];
  return {
    models: [
      ...models.flatMap(({ input, ...home }) => (input ? [home, input] : [home])),
      ...operations.flatMap(({ request, response }) => [request, response]),
      ...errorsOf(api, names),
      ...api.groups.map(({ path }) => names.group(path)),
    ],
    functions: operations.map(({ func }) => func),
    members: [...fields, ...keys, ...requests, options, ...methodsOf(api, names)],
  };
}

function requestMembers(names: Names, operation: Operation): readonly string[] {
  const { member, bodyMember } = names.operation(operation);
  return [...operation.parameters.map(member), ...(bodyMember === undefined ? [] : [bodyMember])];
}

/** Several responses may share a class, so each class is counted once. */
function errorsOf(api: Api, names: Names): readonly Home[] {
  const homes = api.operations.flatMap((operation) =>
    operation.responses.flatMap((response) => {
      const { base, ...home } = names.operation(operation).error(response) ?? {};
      return [home, base].filter((each): each is Home => each !== undefined && "name" in each);
    }),
  );
  return [...new Map(homes.map((home) => [JSON.stringify(home), home])).values()];
}

function methodsOf(api: Api, names: Names): readonly (readonly string[])[] {
  const paths = new Set(["[]", ...api.groups.map(({ path }) => key(path))]);
  return [...paths].map((path) => {
    const inner = api.groups.filter((group) => key(group.path.slice(0, -1)) === path);
    const operations = api.operations.filter((operation) => key(operation.group) === path);
    const getters = inner.map((group) => names.group(group.path).property);
    return getters.concat(operations.map((operation) => names.operation(operation).method));
  });
}

function expectDistinct(names: readonly string[]): void {
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
}

test("every name is a valid identifier", { timeout: limits.computing }, () => {
  fc.assert(
    fc.property(anyParts, fc.boolean(), (parts, sharedErrors) => {
      const { api } = built(parts);
      const { models, functions, members } = spelledOut(api, planOf(api, sharedErrors));
      for (const name of [...models, ...functions]
        .map((home) => home.name)
        .concat(members.flat())) {
        expect(name).toMatch(/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u);
      }
      for (const { name } of [...models, ...functions]) expect(keywords).not.toContain(name);
      for (const { name } of models) expect(globals).not.toContain(name);
    }),
    tries,
  );
});

test("names in the same scope differ", { timeout: limits.computing }, () => {
  fc.assert(
    fc.property(anyParts, fc.boolean(), (parts, sharedErrors) => {
      const { api } = built(parts);
      const { models, functions, members } = spelledOut(api, planOf(api, sharedErrors));
      expectDistinct([...models, ...functions].map(({ name, file }) => `${folder(file)} ${name}`));
      expectDistinct(functions.map(({ file }) => file.toLowerCase()));
      for (const list of members) expectDistinct(list);
    }),
    tries,
  );
});

test("files never differ only in case", { timeout: limits.computing }, () => {
  fc.assert(
    fc.property(anyParts, (parts) => {
      const { api } = built(parts);
      const files = new Set(spelledOut(api, planOf(api)).models.map(({ file }) => file));
      expectDistinct([...files].map((file) => file.toLowerCase()));
      for (const file of files) expect(file.toLowerCase()).not.toMatch(/\/index$/);
    }),
    tries,
  );
});

test("the same API always gets the same names", { timeout: limits.computing }, () => {
  fc.assert(
    fc.property(anyParts, (parts) => {
      const { api } = built(parts);
      expect(spelledOut(api, planOf(api))).toEqual(spelledOut(api, planOf(api)));
    }),
    runs(50),
  );
});

test("adding a schema at the end renames no named schema", { timeout: limits.computing }, () => {
  fc.assert(
    fc.property(anyParts, (parts) => {
      // `anyParts` has this shape
      const more: { components: { schemas: object } } = structuredClone(parts) as never;
      more.components.schemas = {
        ...more.components.schemas,
        Zusatz: { properties: { a: { enum: ["b"] } } },
      };
      const before = built(parts).api;
      const named = before.models.filter(({ pointer }) =>
        /^\/components\/schemas\/[^/]*$/.test(pointer),
      );
      const names = planOf(before);
      const later = planOf(built(more).api);
      for (const { pointer } of named)
        expect(later.model(pointer).name).toBe(names.model(pointer).name);
    }),
    runs(100),
  );
});
