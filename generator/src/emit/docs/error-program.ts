import type { Operation } from "../../model/types.js";
import { printLiteral } from "../example/literal.js";
import { argumentsOf, clientName, clientOptions } from "./programs.js";
import { type DocsSite, typedErrors } from "./site.js";

/** A program that handles every error of an operation. */
export function errorProgram(site: DocsSite, operation: Operation): string {
  const { packageName } = site.context.options;
  const { func } = site.context.names.operation(operation);
  const { coreName } = site.context.names.sdk;
  const request = argumentsOf(site, operation);
  const options = clientOptions(site, operation);
  const names = [
    ...new Set(typedErrors(site.context.names, operation).map(({ home }) => home.name)),
  ];
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
          "      // Declared by this operation. The members of the body are members of the error.",
          "      console.error(error.statusCode, error.data$);",
          "      break;",
        ]
      : []),
    '    case "APIProblem":',
    "      // An RFC 9457 problem that the operation does not declare.",
    "      console.error(error.title, error.detail);",
    "      break;",
    '    case "APIError":',
    "      // Any other error response.",
    "      console.error(error.statusCode, error.body);",
    "      break;",
    '    case "SDKValidationError":',
    '    case "ResponseValidationError":',
    "      // The request (nothing was sent) or the response does not match its schema.",
    "      console.error(error.pretty());",
    "      break;",
    '    case "ConnectionError":',
    '    case "RequestTimeoutError":',
    '    case "RequestAbortedError":',
    '    case "InvalidRequestError":',
    '    case "UnexpectedClientError":',
    "      // No response: `message` says why, `cause` is what was thrown.",
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
