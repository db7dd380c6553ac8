import type { Operation, SecurityScheme } from "../../model/types.js";
import { screaming } from "../../name/identifier.js";
import { keywords } from "../../name/reserved.js";
import { Code, type Literal, printLiteral } from "../example/literal.js";
import { methodPath as methodPathOf } from "../operations/operation.js";
import { isRequestOptional, requestShape } from "../operations/request.js";
import { positionalMembers } from "./positional.js";
import type { Site } from "./site.js";

/** A complete program that calls an operation. */
export interface Program {
  /** The method of the class. */
  readonly method: string;
  /** The standalone function. */
  readonly func: string;
}

/** The programs of an operation's page. */
export function programs(site: Site, operation: Operation): Program {
  return { method: methodProgram(site, operation), func: functionProgram(site, operation) };
}

/** `sdk.connections.list`, or with another variable in front. */
export function methodPath(
  site: Site,
  operation: Operation,
  client: string = clientName(site),
): string {
  return methodPathOf(site.plan, operation, client);
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

/** The capital that a name starts with, or the acronym. */
const START = /^(\p{Lu}+)(?=\p{Lu}\p{Ll}|[^\p{Lu}\p{Ll}]|$)|^\p{Lu}/u;

/** The variable that holds the client: the class name with a small start, acronym and all. */
export function clientName(site: Site): string {
  const name = site.plan.sdk.className.replace(START, (start) => start.toLowerCase());
  return keywords.has(name) || locals.has(name) ? "client" : name;
}

/** The options that a client needs for an operation: credentials from the environment, and a server where the document has none. */
export function clientOptions(site: Site, operation: Operation | undefined): Literal {
  const options = new Map<string, Literal>();
  if (!servers(site, operation).some(({ url }) => /^https?:/i.test(url)))
    options.set("serverURL", "https://api.example.com");
  const needed = credentials(site, operation).map((scheme): [string, Literal] => [
    site.plan.option(scheme),
    credential(site, scheme),
  ]);
  if (needed.length > 0 && !site.options.flattenGlobalSecurity)
    return options.set("security", new Map(needed));
  return new Map([...options, ...needed]);
}

/** The schemes of the first way to prove who is calling. */
export function credentials(
  site: Site,
  operation: Operation | undefined,
): readonly SecurityScheme[] {
  const keys = (operation?.security ?? site.api.security)[0] ?? [];
  return site.api.schemes.filter((scheme) => keys.includes(scheme.key));
}

function servers(
  site: Site,
  operation: Operation | undefined,
): readonly { readonly url: string }[] {
  return operation?.servers ?? site.api.servers;
}

function credential(site: Site, scheme: SecurityScheme): Literal {
  const variable = (suffix: string): Literal => {
    const { envVarPrefix } = site.options;
    if (envVarPrefix === "") return "<YOUR_API_KEY_HERE>";
    return new Code(
      `process.env["${envVarPrefix}_${screaming(site.plan.option(scheme))}${suffix}"] ?? ""`,
    );
  };
  if (scheme.kind !== "basic") return variable("");
  return new Map([
    ["username", variable("_USERNAME")],
    ["password", variable("_PASSWORD")],
  ]);
}

function methodProgram(site: Site, operation: Operation): string {
  const { packageName } = site.options;
  const { className } = site.plan.sdk;
  const call = `${methodPath(site, operation)}(${methodArguments(site, operation)})`;
  return [
    `import { ${className} } from "${packageName}";`,
    "",
    constant(site, className, operation),
    "",
    "async function run() {",
    ...body(operation, `await ${call}`, call),
    "}",
    "",
    "run();",
    "",
  ].join("\n");
}

function functionProgram(site: Site, operation: Operation): string {
  const { packageName } = site.options;
  const { coreName } = site.plan.sdk;
  const { func } = site.plan.operation(operation);
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
    ...functionBody(operation, call),
    "}",
    "",
    "run();",
    "",
  ].join("\n");
}

function functionBody(operation: Operation, call: string): string[] {
  const check = ["if (!res.ok) {", "  throw res.error;", "}"];
  const take = [
    "",
    "const { value: result } = res;",
    "",
    "// Handle the result",
    "console.log(result);",
  ];
  const lines = isVoid(operation) ? check : [...check, ...take];
  if (!operation.pages) return [`  const res = await ${call};`, "", ...shifted(lines, 2)];
  return [`  for await (const res of ${call}) {`, ...shifted(lines, 4), "  }"];
}

function shifted(lines: readonly string[], by: number): string[] {
  return lines.map((line) => (line === "" ? "" : " ".repeat(by) + line));
}

function constant(site: Site, className: string, operation: Operation | undefined): string {
  const options = clientOptions(site, operation);
  const text = options instanceof Map && options.size === 0 ? "" : printLiteral(options);
  return `const ${clientName(site)} = new ${className}(${text});`;
}

function isVoid(operation: Operation): boolean {
  return operation.answers.every((answer) => answer.failure || answer.encoding === "empty");
}

function body(operation: Operation, awaited: string, call: string): string[] {
  if (isVoid(operation)) return [`  ${awaited};`];
  const handled = ["", "  // Handle the result", "  console.log(result);"];
  if (!operation.pages) return [`  const result = ${awaited};`, ...handled];
  return [
    `  for await (const page of ${call}) {`,
    "    // Handle the page",
    "    console.log(page);",
    "  }",
  ];
}

/** The arguments of the method inside of `run`: the request, or its members one by one where the method takes them so. */
function methodArguments(site: Site, operation: Operation): string {
  const members = positionalMembers(site, operation);
  const request = site.examples.request(operation);
  if (!members || !(request instanceof Map)) return argumentsOf(site, operation);
  const values = members.map(({ name }): Literal | undefined => request.get(name));
  const given = values.map((value) => value !== undefined).lastIndexOf(true) + 1;
  return values
    .slice(0, given)
    .map((value) => (value === undefined ? "undefined" : printLiteral(value, 2)))
    .join(", ");
}

/** The request as an argument inside of `run`, or nothing. */
export function argumentsOf(site: Site, operation: Operation, indent = 2): string {
  const request = site.examples.request(operation);
  const empty = request instanceof Map && request.size === 0;
  const omitted = empty && isRequestOptional(requestShape(site.context, operation));
  return request === undefined || omitted ? "" : printLiteral(request, indent);
}
