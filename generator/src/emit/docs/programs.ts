import type { Operation, SecurityScheme } from "../../model/types.js";
import { ownCredentials } from "../../model/operation-facts.js";
import { screaming } from "../../name/identifier.js";
import { keywords } from "../../name/reserved.js";
import { Code, type Literal, printLiteral } from "../example/literal.js";
import { credentialKinds } from "../operations/oauth.js";
import { methodPath as methodPathOf } from "../operations/operation.js";
import { isByteStream } from "../operations/response.js";
import { isStream, streamFlag, streamsOf } from "../operations/streams.js";
import { positionalMembers } from "../operations/positional.js";
import { isRequestOptional, requestShape } from "../operations/request.js";
import type { DocsSite } from "./site.js";

/** Programs that call an operation. */
export interface Programs {
  /** With the method of the class. */
  readonly method: string;
  /** With the standalone function. */
  readonly func: string;
}

/** The programs of an operation's page. */
export function programs(site: DocsSite, operation: Operation): Programs {
  return { method: methodProgram(site, operation), func: functionProgram(site, operation) };
}

/** The path of a method: `sdk.connections.list`, or with the given variable in front. */
export function methodPath(
  site: DocsSite,
  operation: Operation,
  client: string = clientName(site),
): string {
  return methodPathOf(site.context.names, operation, client);
}

const locals: ReadonlySet<string> = new Set([
  "run",
  "result",
  "res",
  "page",
  "error",
  "process",
  "console",
]);

/** The capital or the acronym at the start of a name. */
const START = /^(\p{Lu}+)(?=\p{Lu}\p{Ll}|[^\p{Lu}\p{Ll}]|$)|^\p{Lu}/u;

/** The variable of the client: the class name with its first letter or acronym in lowercase. */
export function clientName(site: DocsSite): string {
  const name = site.context.names.sdk.className.replace(START, (start) => start.toLowerCase());
  return keywords.has(name) || locals.has(name) ? "client" : name;
}

/**
 * The options that an operation needs: credentials from the environment, and a server if the
 * document has none.
 */
export function clientOptions(site: DocsSite, operation: Operation | undefined): Literal {
  const options = new Map<string, Literal>(
    operation?.servers ? [] : neededVariables(site).map(({ name, example }) => [name, example]),
  );
  const isKnown = (url: string): boolean =>
    /^https?:/i.test(url) || (url.startsWith("{") && operation?.servers === undefined);
  if (!servers(site, operation).some(({ url }) => isKnown(url)))
    options.set("serverURL", "https://api.example.com");
  const needed = credentials(site, operation).map((scheme): [string, Literal] => [
    site.context.names.option(scheme),
    credential(site, scheme),
  ]);
  if (needed.length > 0 && !site.context.options.flattenGlobalSecurity)
    return options.set("security", new Map(needed));
  return new Map([...options, ...needed]);
}

/** The schemes of the first alternative. */
export function credentials(
  site: DocsSite,
  operation: Operation | undefined,
): readonly SecurityScheme[] {
  const uses = (operation?.security ?? site.context.api.security)[0] ?? [];
  // Those of the call alone are an argument.
  const own = operation ? ownCredentials(site.context.api, operation) : [];
  return site.context.api.schemes.filter(
    (scheme) =>
      uses.some(({ key }) => key === scheme.key) &&
      !own.some((credential) => credential.scheme === scheme),
  );
}

function servers(
  site: DocsSite,
  operation: Operation | undefined,
): readonly { readonly url: string }[] {
  return operation?.servers ?? site.context.api.servers;
}

/** The variables that the URL of the first server needs a value for, with an example of each. */
function neededVariables({
  context: { api, names },
}: DocsSite): readonly { readonly name: string; readonly example: string }[] {
  const { url = "", variables = [] } = api.servers[0] ?? {};
  return variables.flatMap(({ name, default: usual, values = [] }) => {
    const [before = "", after = ""] = url.split(`{${name}}`);
    const isNeeded = /^([^/]*:\/\/([^/]*\.)?)?$/.test(before) && /^([.:/]|$)/.test(after);
    if (usual || !url.includes(`{${name}}`) || (usual === "" && !isNeeded)) return [];
    const host = before.endsWith("//") && /^([:/]|$)/.test(after) ? "api.example.com" : "example";
    const origin = after.startsWith("://") ? "https" : "https://api.example.com";
    return [{ name: names.variable(name), example: values[0] ?? (before === "" ? origin : host) }];
  });
}

function credential(site: DocsSite, scheme: SecurityScheme): Literal {
  const variable = (suffix: string): Literal => {
    const { envVarPrefix } = site.context.options;
    if (envVarPrefix === "") return "<YOUR_API_KEY_HERE>";
    return new Code(
      `process.env["${envVarPrefix}_${screaming(site.context.names.option(scheme))}${suffix}"] ?? ""`,
    );
  };
  const [kind] = scheme.kind === "oauth2" ? credentialKinds(scheme) : [];
  if (kind) return new Map(kind.members.map((part) => [part, variable(`_${screaming(part)}`)]));
  if (scheme.kind !== "basic") return variable("");
  return new Map([
    ["username", variable("_USERNAME")],
    ["password", variable("_PASSWORD")],
  ]);
}

function methodProgram(site: DocsSite, operation: Operation): string {
  const { packageName } = site.context.options;
  const { className } = site.context.names.sdk;
  const call = `${methodPath(site, operation)}(${methodArguments(site, operation)})`;
  return [
    `import { ${className} } from "${packageName}";`,
    "",
    constant(site, className, operation),
    "",
    "async function run() {",
    ...body(site, operation, `await ${call}`, call),
    "}",
    "",
    "run();",
    "",
  ].join("\n");
}

function functionProgram(site: DocsSite, operation: Operation): string {
  const { packageName } = site.context.options;
  const { coreName } = site.context.names.sdk;
  const { func } = site.context.names.operation(operation);
  const request = argumentsOf(site, operation);
  const call = `${func.name}(${clientName(site)}${request === "" ? "" : `, ${request}`})`;
  return [
    `import { ${coreName} } from "${packageName}/core.js";`,
    `import { ${func.name} } from "${packageName}/${func.file}.js";`,
    "",
    `// Use \`${coreName}\` for best tree-shaking performance.`,
    "// You can create one instance of it to use across an application.",
    constant(site, coreName, operation),
    "",
    "async function run() {",
    ...functionBody(site, operation, call),
    "}",
    "",
    "run();",
    "",
  ].join("\n");
}

function functionBody(site: DocsSite, operation: Operation, call: string): string[] {
  const check = ["if (!res.ok) {", "  throw res.error;", "}"];
  const take = ["", "const { value: result } = res;", "", ...handling(site, operation)];
  const lines = isVoid(operation) ? check : [...check, ...take];
  if (!operation.pagination) return [`  const res = await ${call};`, "", ...shifted(lines, 2)];
  return [`  for await (const res of ${call}) {`, ...shifted(lines, 4), "  }"];
}

function shifted(lines: readonly string[], by: number): string[] {
  return lines.map((line) => (line === "" ? "" : " ".repeat(by) + line));
}

function constant(site: DocsSite, className: string, operation: Operation | undefined): string {
  const options = clientOptions(site, operation);
  const text = options instanceof Map && options.size === 0 ? "" : printLiteral(options);
  return `const ${clientName(site)} = new ${className}(${text});`;
}

function isVoid(operation: Operation): boolean {
  return operation.responses.every((response) => response.isError || response.encoding === "empty");
}

function body(site: DocsSite, operation: Operation, awaited: string, call: string): string[] {
  if (isVoid(operation)) return [`  ${awaited};`];
  const handled = ["", ...shifted(handling(site, operation), 2)];
  if (!operation.pagination) return [`  const result = ${awaited};`, ...handled];
  return [
    `  for await (const page of ${call}) {`,
    "    // Handle the page",
    "    console.log(page);",
    "  }",
  ];
}

/** What is done with a result. One that can be a stream or not is told by what it is. */
function handling(site: DocsSite, operation: Operation): string[] {
  const streams = streamsOf(operation);
  const whole = ["// Handle the result", "console.log(result);"];
  const successes = operation.responses.filter(({ isError }) => !isError);
  // The chunks of a binary response are items too.
  const isBinary =
    successes.length > 0 && successes.every((each) => isByteStream(site.context, each));
  if (streams.length === 0 && !isBinary) return whole;
  const items = [
    "for await (const item of result) {",
    "  // Handle the item",
    "  console.log(item);",
    "}",
  ];
  // Without a stream in the request of the example, the type says that there is none.
  if (streamFlag(site.context, operation)) return asksForStream(site, operation) ? items : whole;
  if (isBinary || successes.every(isStream)) return items;
  return [
    "if (result instanceof ReadableStream) {",
    ...shifted(items, 2),
    "} else {",
    ...shifted(whole, 2),
    "}",
  ];
}

function asksForStream(site: DocsSite, operation: Operation): boolean {
  const isAsked = (value: Literal | undefined): boolean =>
    value instanceof Map &&
    [...value].some(([key, of]) => (key === "stream" ? of === true : isAsked(of)));
  return isAsked(site.context.examples.request(operation));
}

/** The arguments of the method inside `run`: the request, or positional arguments. */
function methodArguments(site: DocsSite, operation: Operation): string {
  const members = positionalMembers(site.context, operation);
  const request = site.context.examples.request(operation);
  if (!members || !(request instanceof Map)) return argumentsOf(site, operation);
  const values = members.map(({ name }): Literal | undefined => request.get(name));
  const given = values.map((value) => value !== undefined).lastIndexOf(true) + 1;
  return values
    .slice(0, given)
    .map((value) => (value === undefined ? "undefined" : printLiteral(value, 2)))
    .join(", ");
}

/** The credentials and the request as arguments inside `run`, or an empty string. */
export function argumentsOf(site: DocsSite, operation: Operation, indent = 2): string {
  const own = ownCredentials(site.context.api, operation);
  const [first = []] = operation.security;
  const security = own
    .filter(({ scheme }) => first.some(({ key }) => key === scheme.key))
    .map(({ scheme }) => [site.context.names.option(scheme), credential(site, scheme)] as const);
  const args = [
    ...(own.length > 0 ? [printLiteral(new Map(security), indent)] : []),
    requestArgument(site, operation, indent),
  ];
  return args.filter((text) => text !== "").join(", ");
}

function requestArgument(site: DocsSite, operation: Operation, indent: number): string {
  const request = site.context.examples.request(operation);
  const empty = request instanceof Map && request.size === 0;
  const omitted = empty && isRequestOptional(requestShape(site.context, operation));
  return request === undefined || omitted ? "" : printLiteral(request, indent);
}
