import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";
import { assignNames } from "../../src/name/assign-names.js";
import {
  clientMembers,
  errorMembers,
  errorNames,
  optionMembers,
  resourceMembers,
} from "../../src/name/reserved.js";
import { TypedError } from "../../../src/lib/index.js";
import { built } from "../model/documents.js";

const runtime = fileURLToPath(new URL("../../../src/lib/index.ts", import.meta.url));
const errors = fileURLToPath(new URL("../../../src/lib/errors/index.ts", import.meta.url));
const program = ts.createProgram([runtime], {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
});
const checker = program.getTypeChecker();

/** The members of a class or interface that the runtime exports, including protected ones. */
function membersOf(name: string): readonly string[] {
  const source = program.getSourceFile(runtime);
  const module = source && checker.getSymbolAtLocation(source);
  const found = module && checker.getExportsOfModule(module).find((of) => of.name === name);
  if (!found) throw new Error(`The runtime exports no ${name}.`);
  const declared = found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
  return checker
    .getDeclaredTypeOfSymbol(declared)
    .getProperties()
    .map((of) => of.name);
}

test.each([
  ["Client", clientMembers],
  ["Resource", resourceMembers],
  ["ClientOptions", optionMembers],
  ["TypedError", errorMembers],
])("the members of the runtime's %s are reserved", (name, reserved) => {
  const members = membersOf(name);
  expect(members).not.toEqual([]);
  expect(members.filter((member) => !reserved.has(member))).toEqual([]);
});

test("no option is reserved that the runtime does not have", () => {
  // Generated options: the choice of a named server, and credentials as one object.
  const generated = ["server", "security"];
  const known = new Set([...membersOf("ClientOptions"), ...generated]);
  expect([...optionMembers].filter((option) => !known.has(option))).toEqual([]);
});

class Failed extends TypedError<object> {
  override readonly name = "Failed";
}

test("the members that every error has are reserved, and no others", () => {
  const response = new Response(null, { status: 400 });
  const error = new Failed({ response, body: "", redact: (value) => value }, {});
  const real = new Set<string>(membersOf("TypedError"));
  // Members with an underscore can be no member of a body.
  for (let of: object = error; of !== null; of = Object.getPrototypeOf(of) as object)
    for (const name of Object.getOwnPropertyNames(of)) if (!name.startsWith("_")) real.add(name);
  expect([...real].filter((name) => !errorMembers.has(name))).toEqual([]);
  expect([...errorMembers].filter((name) => !real.has(name))).toEqual([]);
});

test("the names of the runtime's errors are reserved for error classes", () => {
  const source = program.getSourceFile(errors);
  const module = source && checker.getSymbolAtLocation(source);
  const exported = (module ? checker.getExportsOfModule(module) : []).map(({ name }) => name);
  // These are in no module that users import errors from.
  const internal = new Set(["ErrorResponse", "Problem", "TypedErrorClass", "issue"]);
  expect(exported).toContain("APIError");
  expect(exported.filter((name) => !internal.has(name) && !errorNames.has(name))).toEqual([]);
});

test("the root class can have a group and an operation with names of the runtime's internals", () => {
  const responses = { 204: { description: "Done" } };
  const { api } = built({
    paths: {
      "/a": { get: { operationId: "run", responses } },
      "/b": { get: { operationId: "read", tags: ["settings"], responses } },
      "/c": { get: { operationId: "list", tags: ["core"], responses } },
    },
  });
  const names = assignNames(api, { sdkClassName: "SDK" });
  expect(api.operations.map((operation) => names.operation(operation).method)).toEqual([
    "run",
    "read",
    "list",
  ]);
  expect(api.groups.map(({ path }) => names.group(path).property)).toEqual(["settings", "core"]);
});
