import type { OutputFile } from "../../output/output-file.js";
import { type EmitContext, folders } from "../context.js";
import { code, codeFile } from "../print/code-file.js";
import { docComment } from "../print/comment.js";
import { arrayLiteral, objectLiteral, property } from "../print/expression.js";
import { moduleStatement, relativeSpecifier } from "../print/imports.js";
import type { Layout } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";
import { type CodeSymbol, symbol } from "../print/symbol.js";

/** The file of the owner's hooks, relative to the source folder. Same place as in Speakeasy. */
export const REGISTRATION_FILE = "hooks/registration";
const HOOKS_FILE = "hooks/index";
const TYPES_FILE = "hooks/types";

/**
 * The options of a client, changed by the owner's hooks. `undefined` without hooks. As long as
 * there are none, `hooks` is a constant that bundlers replace with its value, so that nothing is
 * left of it.
 */
export function connectedOptions(context: EmitContext, options: string): Layout | undefined {
  const { hooks } = context.options;
  if (hooks === undefined) return undefined;
  const exported = own(context, hooks, REGISTRATION_FILE);
  return hooks === "hooks"
    ? [exported, " ? ", exported, `(${options}, config()) : ${options}`]
    : [own(context, "registeredHooks", HOOKS_FILE), "(", exported, `)(${options}, config())`];
}

/** The files of hooks: the owner's, and what it imports. */
export function emitHooks(context: EmitContext): readonly OutputFile[] {
  const { hooks } = context.options;
  if (hooks === undefined) return [];
  const registration = {
    path: context.path(REGISTRATION_FILE),
    text: REGISTRATION,
    once: true,
  };
  return hooks === "hooks"
    ? [registration, emitDefinition(context, false)]
    : [registration, emitDefinition(context, true), emitTypes(context)];
}

const REGISTRATION = `// Written once by sdkwright, and yours from then on: no run of it changes this file.
import type { SDKHooks } from "./index.js";

/**
 * Code that runs around every call of this SDK, or \`undefined\` if there is none. Then bundles
 * contain nothing of it.
 *
 * @example
 * import { type SDKHooks, defineHooks } from "./index.js";
 *
 * export const hooks: SDKHooks = defineHooks({
 *   beforeRequest(context, request) {
 *     request.headers.set("x-operation", context.operationID);
 *   },
 * });
 */
export const hooks: SDKHooks | undefined = undefined;
`;

const DEFINE = `Makes the hooks of this SDK. Their functions run in the order of the arguments, once per attempt
of a call, inside the middleware of the client. \`sdkInit\` runs once per client.`;

function emitDefinition(context: EmitContext, isRegistered: boolean): OutputFile {
  const file = codeFile(context.path(HOOKS_FILE), { reserved: ["scopes", "hooks", "init"] });
  const options = own(context, "SDKOptions", "core", true);
  const hook = own(context, "Hook", HOOKS_FILE);
  const sdkHooks = own(context, "SDKHooks", HOOKS_FILE);
  const scopes = context.api.operations.flatMap((operation) =>
    operation.scopes
      ? [property(operation.id, arrayLiteral(operation.scopes.map(stringLiteral)))]
      : [],
  );
  file.print(code`
    ${docComment({ text: ["What hooks know of a call."] })}
    export type ${own(context, "HookContext", HOOKS_FILE)} = ${runtimeType(context, "CallHookContext")}<${options}>;
  `);
  file.print(code`
    ${docComment({ text: ["Functions that run around every call, all optional."] })}
    export type ${hook} = ${runtimeType(context, "CallHook")}<${options}>;
  `);
  file.print(code`
    ${docComment({ text: ["The hooks of this SDK, as {@link defineHooks} makes them."] })}
    export type ${sdkHooks} = ${runtimeType(context, "ConnectHooks")}<${options}>;
  `);
  file.print(code`
    ${docComment({ text: ["The OAuth 2.0 scopes that operations require."] })}
    const scopes: ${runtimeType(context, "OperationScopes")} = ${objectLiteral(scopes)};
  `);
  file.print(code`
    ${docComment({ text: [DEFINE] })}
    export function defineHooks(...hooks: readonly ${hook}[]): ${sdkHooks} {
      return ${runtime(context, "connectHooks")}(hooks, scopes);
    }
  `);
  if (isRegistered)
    file.print(code`
      ${docComment({ text: ["Makes the hooks of this SDK from a function that registers them, for each client."] })}
      export function registeredHooks(init: (hooks: ${own(context, "Hooks", TYPES_FILE, true)}) => void): ${sdkHooks} {
        return ${runtime(context, "registerHooks")}(init, scopes);
      }
    `);
  return file.finish();
}

/** The types of the hooks that a file of Speakeasy's uses, by their names there. */
function emitTypes(context: EmitContext): OutputFile {
  const file = codeFile(context.path(TYPES_FILE));
  const options = own(context, "SDKOptions", "core", true);
  const hookContext = own(context, "HookContext", TYPES_FILE);
  const type = (name: string, about: string, value: Layout): void =>
    file.print(code`
      ${docComment({ text: [about] })}
      export type ${own(context, name, TYPES_FILE)} = ${value};
    `);
  const { path } = file;
  const module = `${folders(context.options).runtime}/hooks/index`;
  file.print(
    moduleStatement("export type", ["Awaitable", "RequestInput"], relativeSpecifier(path, module)),
  );
  const generic = (name: string): Layout => [runtimeType(context, name), "<", options, ">"];
  type("HookContext", "What hooks know of a call.", generic("CallHookContext"));
  for (const kind of MEMBERS) type(`${kind}Context`, "What a hook knows of a call.", hookContext);
  type("SDKInitOptions", "The options of a client.", options);
  for (const kind of ["SDKInit", ...MEMBERS]) {
    const member = kind === "SDKInit" ? "sdkInit" : kind[0]?.toLowerCase() + kind.slice(1);
    const about = `A hook with the function \`${member}\`.`;
    const value = [
      runtimeType(context, "HookWith"),
      "<",
      options,
      ", ",
      stringLiteral(member),
      ">",
    ];
    type(`${kind}Hook`, about, value);
  }
  type("Hooks", "Registers hooks.", generic("HookRegistry"));
  type("Hook", "Functions that run around every call, all optional.", generic("CallHook"));
  return file.finish();
}

const MEMBERS = ["BeforeCreateRequest", "BeforeRequest", "AfterSuccess", "AfterError"];

function own(context: EmitContext, name: string, file: string, type = false): CodeSymbol {
  return symbol(name, context.path(file).slice(0, -".ts".length), { type });
}

function runtime({ options }: EmitContext, name: string): CodeSymbol {
  return symbol(name, `${folders(options).runtime}/hooks/index`);
}

function runtimeType({ options }: EmitContext, name: string): CodeSymbol {
  return symbol(name, `${folders(options).runtime}/hooks/index`, { type: true });
}
