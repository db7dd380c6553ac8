/** Servers and their variables. OpenAPI 3.1, sections 4.8.5 and 4.8.6. */
import type { Report } from "../diagnostics/collector.js";
import { append } from "../document/pointer.js";
import type { ServerObject, ServerVariableObject } from "../document/types.js";
import { templateNames } from "../strings/path-template.js";
import { stringOf } from "./docs.js";
import { inspectExtensions } from "./extensions.js";
import type { Pointer, Server, ServerVariable } from "./types.js";

/**
 * The servers of the document, a path or an operation. Ids are kept only if every server has one.
 */
export function serversOf(
  report: Report,
  servers: readonly ServerObject[] | undefined,
  pointer: Pointer,
): readonly Server[] {
  const found = (servers ?? []).map((server, index) =>
    serverOf(report, server, append(pointer, index)),
  );
  return found.every((server) => server.id !== undefined) ? found : found.map(withoutId);
}

function serverOf(report: Report, server: ServerObject, pointer: Pointer): Server {
  inspectExtensions(report, "server", server, pointer);
  const id = stringOf(server["x-speakeasy-server-id"]) ?? stringOf(server.name);
  const description = stringOf(server.description);
  // `{{baseUrl}}` is how Postman spells a variable.
  const url = server.url.replace(/\{\{([^{}]+)\}\}/g, "{$1}").replace(/\/+$/, "");
  if (!/^(https?:\/\/|\{)/i.test(url))
    report("server-relative", pointer, `\`${server.url}\` is not an absolute URL.`);
  return {
    url,
    ...(id !== undefined && { id }),
    ...(description !== undefined && { description }),
    variables: variablesOf(report, server, pointer),
  };
}

/** The declared variables, and those that only the URL has. */
function variablesOf(
  report: Report,
  { url, variables = {} }: ServerObject,
  pointer: Pointer,
): Server["variables"] {
  const undeclared = templateNames(url).filter((name) => !Object.hasOwn(variables, name));
  for (const name of undeclared) {
    report(
      "server-variable-undeclared",
      pointer,
      `The variable \`{${name}}\` of the server \`${url}\` is not declared.`,
    );
  }
  return [...Object.entries(variables).map(variableOf), ...undeclared.map((name) => ({ name }))];
}

function variableOf([name, variable]: readonly [string, ServerVariableObject]): ServerVariable {
  const description = stringOf(variable.description);
  return {
    name,
    default: String(variable.default),
    ...(variable.enum && { values: variable.enum.map(String) }),
    ...(description !== undefined && { description }),
  };
}

function withoutId({ url, description, variables }: Server): Server {
  return { url, ...(description !== undefined && { description }), variables };
}
