/** What an editor shows on hover: names that people can look up, and no expanded types. */
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, expect, test } from "vitest";
import { limits } from "../../support/limits.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const name = `${root}tests/types/hovered.ts`;
const text = `
import { SDK } from "connections-sdk";
import { SDKNodePlatform } from "connections-sdk/ampersand";
import { connectionsGet as layer2Get } from "connections-sdk/ampersand/funcs/connectionsGet.js";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import { connectionsDelete } from "connections-sdk/funcs/connectionsDelete.js";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
const sdk = new SDK({ apiKeyHeader: "key" });
const one = { projectIdOrName: "p", connectionId: "c" };
export const connection = await sdk.connections.get(one);
export const { raw, group, status } = connection;
export const page = await sdk.connections.list(one);
export const { connections } = page;
export const listing = sdk.connections.list(one);
export const authorization = await sdk.connections.updateAuthorization(one);
export const removed = await sdk.connections.delete(one);
const res = await connectionsGet(sdk, one);
if (!res.ok) throw res.error;
export const { value } = res;
const failed = await connectionsGet(sdk, one);
if (failed.ok) throw 0;
export const { error } = failed;
const gone = await connectionsDelete(sdk, one);
if (gone.ok) throw 0;
export const { error: leastError } = gone;
export const result = await connectionsGet(sdk, one);
export const results = connectionsList(sdk, one);
export const get = sdk.connections.get;
const platform = new SDKNodePlatform();
export const own = await platform.connections.get(one);
export const owns = await platform.connections.list(one);
export const layer2 = layer2Get;
export const ownGet = platform.connections.get;
export { sdk };
`;

// As in editors: with the names of aliases, even if they are not imported here.
const format =
  ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;
const shown = new Map<string, string>();
const problems: string[] = [];
beforeAll(() => {
  const config = ts.readConfigFile(`${root}tsconfig.json`, (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const settings = { ...options, types: [], isolatedDeclarations: false, declaration: false };
  const host = ts.createCompilerHost(settings);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => file === name || fileExists(file);
  host.getSourceFile = (file, ...rest) =>
    file === name ? ts.createSourceFile(file, text, rest[0]) : getSourceFile(file, ...rest);
  const program = ts.createProgram([name], settings, host);
  const source = program.getSourceFile(name) as ts.SourceFile; // the root file
  const checker = program.getTypeChecker();
  for (const { messageText } of program.getSemanticDiagnostics(source)) {
    problems.push(ts.flattenDiagnosticMessageText(messageText, "\n"));
  }
  const exported = checker.getSymbolAtLocation(source);
  for (const symbol of exported === undefined ? [] : checker.getExportsOfModule(exported)) {
    const of = checker.getTypeOfSymbolAtLocation(symbol, source);
    shown.set(symbol.name, checker.typeToString(of, source, format));
  }
}, limits.processes);

test("the program compiles with TypeScript 5", () => {
  expect(problems).toEqual([]);
});

test("no type is expanded", () => {
  const spelled = [...shown].filter(([, type]) => /\{ (?!ok: )|typeof|import\(/.test(type));
  expect(spelled).toEqual([]);
});

const hovers: [string, string][] = [
  ["sdk", "SDK<Ampersand>"],
  ["connection", "Connection<AmpersandConnection, AmpersandCoordinates>"],
  ["value", "Connection<AmpersandConnection, AmpersandCoordinates>"],
  ["raw", "AmpersandConnection"],
  ["group", "ConnectionParty | undefined"],
  ["status", "ConnectionStatus"],
  ["page", "ConnectionsPage<AmpersandConnection, AmpersandCoordinates>"],
  ["connections", "Connection<AmpersandConnection, AmpersandCoordinates>[]"],
  [
    "listing",
    "PagedPromise<ConnectionsPage<AmpersandConnection, AmpersandCoordinates>, Connection<AmpersandConnection, AmpersandCoordinates>>",
  ],
  ["authorization", "SignIn"],
  ["removed", "void"],
  ["own", "Connection"],
  ["owns", "ListConnectionsResponse"],
  ["leastError", "ClientError | UnsupportedOperationError"],
  ["error", "ClientError | UnsupportedOperationError | GetConnectionInputValidationProblem"],
  ["results", "ListResult<Ampersand>"],
];
test.for(hovers)("%s is %s", ([member, type]) => {
  expect(variants(shown.get(member))).toEqual(variants(type));
});

/** The variants of a union. Their order depends on the compiler. */
function variants(type: string | undefined): Set<string> {
  return new Set(type?.split(" | "));
}

test("the types of methods and functions are short", () => {
  expect(shown.get("ownGet")).toBe(
    "(request: GetConnectionRequest, options?: RequestOptions) => MethodPromise<GetConnectionResponse>",
  );
  expect(shown.get("layer2")).toBe(
    "Operation<GetConnectionRequest, Connection, GetConnectionInputValidationProblem>",
  );
  expect(shown.get("get")).toBe(
    "(request: AmpersandGetRequest | undefined, options?: RequestOptions) => PromiseWithResponse<Connection<AmpersandConnection, AmpersandCoordinates>>",
  );
});
