import type { Operation } from "../../model/types.js";
import { printLiteral } from "../example/literal.js";
import { type Site, failures } from "./site.js";
import { argumentsOf, clientName, clientOptions } from "./snippet.js";

/** A program that handles every error of an operation. */
export function errorProgram(site: Site, operation: Operation): string {
  const { packageName } = site.options;
  const { func } = site.plan.operation(operation);
  const { coreName } = site.plan.sdk;
  const request = argumentsOf(site, operation);
  const options = clientOptions(site, operation);
  const names = [...new Set(failures(site.plan, operation).map(({ home }) => home.name))];
  return [
    `import { ${coreName} } from "${packageName}/core.js";`,
    `import { ${func.name} } from "${packageName}/${func.file}.js";`,
    "",
    `const ${clientName(site)} = new ${coreName}(${options instanceof Map && options.size === 0 ? "" : printLiteral(options)});`,
    "",
    "async function run() {",
    `  const res = await ${func.name}(${clientName(site)}${request === "" ? "" : `, ${request}`});`,
    "",
    "  if (res.ok) {",
    "    console.log(res.value);",
    "    return;",
    "  }",
    "",
    "  const { error } = res;",
    "  switch (error.name) {",
    ...(names.length > 0
      ? [
          ...names.map((name) => `    case "${name}":`),
          "      // Declared by this operation: the members of the body are members of the error.",
          "      console.error(error.statusCode, error.data$);",
          "      break;",
        ]
      : []),
    '    case "APIProblem":',
    "      // An RFC 9457 problem that the operation does not declare.",
    "      console.error(error.title, error.detail);",
    "      break;",
    '    case "APIError":',
    "      // Any other answer that is not a success.",
    "      console.error(error.statusCode, error.body);",
    "      break;",
    '    case "SDKValidationError":',
    '    case "ResponseValidationError":',
    "      // The request (nothing was sent) or the answer does not fit its schema.",
    "      console.error(error.pretty());",
    "      break;",
    '    case "ConnectionError":',
    '    case "RequestTimeoutError":',
    '    case "RequestAbortedError":',
    '    case "InvalidRequestError":',
    '    case "UnexpectedClientError":',
    "      // No answer: `message` says why, `cause` holds what was thrown.",
    "      console.error(error.message, error.cause);",
    "      break;",
    "    default:",
    "      error satisfies never;",
    "  }",
    "}",
    "",
    "run();",
    "",
  ].join("\n");
}
