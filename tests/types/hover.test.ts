/** Hovering a call, an option or a member in an editor shows its own doc comment. */
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const file = `${root}tests/types/hovered.ts`;
const program = `
import { SDK } from "connections-sdk";
import { SDKNodePlatform, SDKNodePlatformCore } from "connections-sdk/ampersand";
import { connectionsList } from "connections-sdk/ampersand/funcs/connectionsList.js";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import { connectionsList as nangoList } from "connections-sdk/nango/funcs/connectionsList.js";
import { SDKCore } from "connections-sdk/core.js";
import { NangoCore } from "connections-sdk/nango/core.js";
const request = { projectIdOrName: "p" };
const core = new SDKNodePlatformCore({ apiKeyHeader: "key", timeoutMs: 1000 });
const sdk = new SDKNodePlatform();
export const fromFunction = connectionsList(core, request, { retryCodes: ["429"] });
export const fromPagedFunction = nangoList(new NangoCore(), {});
export const fromUnifiedFunction = connectionsGet(new SDKCore(), { ...request, connectionId: "c" });
export const fromMethod = await sdk.connections.list(request);
export const fromUnifiedMethod = await new SDK().connections.list(request);
export const { createTime } = fromMethod[0]!;
`;

/** A place in the program: a string in it, and the word in that string to hover. */
type Place = readonly [string: string, word: string];

function read(path: string): string | undefined {
  return path === file ? program : ts.sys.readFile(path);
}

let service: ts.LanguageService;
beforeAll(() => {
  const config = ts.readConfigFile(`${root}tsconfig.json`, (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const settings = { ...options, types: [], isolatedDeclarations: false, declaration: false };
  service = ts.createLanguageService({
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot(path) {
      const text = read(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getCompilationSettings: () => settings,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => path === file || ts.sys.fileExists(path),
    readFile: read,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
}, 60_000);

/** What an editor shows: the description and the tags. */
interface Hover {
  readonly description: string;
  readonly tags: readonly string[];
}

function hover([string, word]: Place): Hover {
  const position = program.indexOf(string) + string.indexOf(word);
  const info = service.getQuickInfoAtPosition(file, position);
  return {
    description: ts.displayPartsToString(info?.documentation),
    tags: (info?.tags ?? []).map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`),
  };
}

/** The doc comment of the declaration that an editor goes to from a place. */
function declaredAt([string, word]: Place): Hover {
  const position = program.indexOf(string) + string.indexOf(word);
  const [definition] = service.getDefinitionAtPosition(file, position) ?? [];
  if (definition === undefined) throw new Error(`${word} has no definition`);
  const checker = service.getProgram()!.getTypeChecker();
  const source = service.getProgram()!.getSourceFile(definition.fileName)!;
  const symbol = checker.getSymbolAtLocation(nodeAt(source, definition.textSpan.start))!;
  return {
    description: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    tags: symbol
      .getJsDocTags(checker)
      .map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`),
  };
}

function nodeAt(parent: ts.Node, position: number): ts.Node {
  const child = parent
    .getChildren()
    .find((node) => node.getStart() <= position && position < node.getEnd());
  return child === undefined ? parent : nodeAt(child, position);
}

test("the program compiles with TypeScript 5", () => {
  const messages = service
    .getSemanticDiagnostics(file)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  expect(messages).toEqual([]);
});

test.for<[name: string, place: Place]>([
  ["a platform's function", ["fromFunction = connectionsList(", "connectionsList"]],
  ["a platform's function with pages", ["fromPagedFunction = nangoList(", "nangoList"]],
  ["a function of the unified API", ["fromUnifiedFunction = connectionsGet(", "connectionsGet"]],
  ["a platform's method", ["await sdk.connections.list(", "list"]],
  ["a method of the unified API", ["new SDK().connections.list(", "list"]],
  ["a credential", ["apiKeyHeader:", "apiKeyHeader"]],
  ["a client option", ["timeoutMs:", "timeoutMs"]],
  ["a call option", ["retryCodes:", "retryCodes"]],
  ["a model member", ["createTime }", "createTime"]],
])("hovering %s shows its own description and tags", ([, place]) => {
  const shown = hover(place);
  expect(shown.description).toMatch(/\w+ \w+/);
  expect(shown).toEqual(declaredAt(place));
});

test.for<[name: string, place: Place, error: RegExp, see: string]>([
  [
    "function",
    ["fromFunction = connectionsList(", "connectionsList"],
    /Errors:\s+- .*ListConnectionsInputValidationProblem.* 404/,
    "@see GET /projects/{projectIdOrName}/connections",
  ],
  [
    "function with pages",
    ["fromPagedFunction = nangoList(", "nangoList"],
    /Errors:\s+- .* 4\d\d/,
    "@see GET /connections",
  ],
  [
    "method",
    ["await sdk.connections.list(", "list"],
    /Errors:\s+- .*ListConnectionsInputValidationProblem.* 404/,
    "@see GET /projects/{projectIdOrName}/connections",
  ],
])("hovering a platform's %s shows its errors and the operation", ([, place, error, see]) => {
  const { description, tags } = hover(place);
  expect(description).toMatch(error);
  expect(tags.map((tag) => tag.trim())).toContain(see);
});
