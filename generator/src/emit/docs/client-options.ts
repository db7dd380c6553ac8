import type { SchemeUse, Security, SecurityScheme, Server } from "../../model/types.js";
import type { OutputFile } from "../../output/output-file.js";
import {
  credentialKinds,
  credentialTexts,
  oauthSchemes,
  spokenList,
  tokenParameterName,
} from "../operations/oauth.js";
import { environmentVariable, isSecurityOfItsOwn } from "../operations/security.js";
import { defaults, inProse } from "./defaults.js";
import { cell, code, table } from "./markdown.js";
import { type Section, printPage } from "./page.js";
import { clientOptionsRef, retryConfigRef } from "./page-refs.js";
import { optional } from "./parameter-rows.js";
import { type DocsSite, link } from "./site.js";
import { typeMarkdown } from "./type-markdown.js";

/** The description of `timeoutMs`. */
export const timeout: string = `Timeout for each attempt in milliseconds, including the response body. 0 or less disables it. Default: ${inProse(defaults.timeoutMs)}.`;

/** The page of the client's options. */
export function clientOptionsPage(site: DocsSite): OutputFile {
  const { className, coreName } = site.context.names.sdk;
  const sections: readonly Section[] = [
    {
      level: 1,
      title: "SDKOptions",
      blocks: [
        `Options of \`new ${className}(...)\` and \`new ${coreName}(...)\`. \`undefined\` means "use the default". Options are read once: changing the object later has no effect.`,
      ],
    },
    {
      level: 2,
      title: "Fields",
      blocks: [
        table(
          ["Field", "Type", "Required", "Description"],
          [
            ...credentialRows(site),
            ...tokenStoreRow(site),
            ...serverRows(site),
            ...globalRows(site),
            ...commonRows(site),
          ].map(([name = "", type = "", description = ""]) => [
            code(name),
            type,
            optional,
            description,
          ]),
        ),
      ],
    },
  ];
  return { path: clientOptionsRef.path, text: printPage(sections) };
}

/**
 * The sections of the README on credentials, servers and global parameters, if the document has
 * any.
 */
export function clientSections(site: DocsSite): readonly string[] {
  return [...authentication(site), ...servers(site), ...globals(site)];
}

const PAGE = `docs/${clientOptionsRef.path}`;

function authentication(site: DocsSite): readonly string[] {
  const { schemes, security } = site.context.api;
  if (schemes.length === 0) return [];
  const rows = schemes.map((scheme) => [
    code(site.context.names.option(scheme)),
    scheme.kind === "basic" ? "" : variablesOf(site, scheme),
    sentAs(scheme),
  ]);
  const some = site.context.api.operations.some((operation) =>
    isSecurityOfItsOwn(site.context, operation.security),
  );
  const description = [
    alternatives(site, security),
    some
      ? security.length > 0
        ? "Some operations need other credentials, or none. Their examples show which."
        : "Some operations need credentials. Their examples show which."
      : "",
    takesCredentials(site)
      ? "Operations that alone need a credential take it as the argument `security`. `undefined` stands for the option of the client."
      : "",
    site.context.options.flattenGlobalSecurity
      ? ""
      : "You can also pass them in the option `security`.",
    "Each accepts a value, or a function that returns one and is called for every attempt. If an option is missing, its environment variable is used.",
  ];
  return [
    "## Authentication",
    table(["Option", "Environment", "Sent as"], rows),
    description.filter((text) => text !== "").join(" "),
    ...accessTokens(site),
  ];
}

/** Whether there are operations that take credentials as an argument. */
function takesCredentials({ context: { api, names } }: DocsSite): boolean {
  return api.operations.some((operation) => names.operation(operation).security !== undefined);
}

/** How the client gets access tokens, if it does. */
function accessTokens(site: DocsSite): readonly string[] {
  const schemes = oauthSchemes(site.context.api);
  if (schemes.length === 0) return [];
  const endpoints = schemes.flatMap(({ flows: { clientCredentials, password, refreshToken } }) =>
    [clientCredentials, password, refreshToken].flatMap((url) => url ?? []),
  );
  const urls = spokenList([...new Set(endpoints)].map(code), "and");
  const parameters = schemes.flatMap((scheme) =>
    scheme.flows.parameters.map(({ name, docs, default: usual }) => [
      code(tokenParameterName(name)),
      cell(docs.description ?? docs.summary ?? ""),
      usual === undefined ? "" : code(usual),
    ]),
  );
  return [
    "### Access tokens",
    `The client gets access tokens from ${urls} (OAuth 2.0). It uses a token for all calls with the same scopes, and renews it a minute before it expires. If the API refuses a token with 401, the client gets a new one and sends the call again, once. Pass \`tokenURL\` or \`scopes\` with the credentials to change where and what for.`,
    ...(parameters.length > 0
      ? [
          "Members of the credentials for the token request:",
          table(["Member", "Description", "Default"], parameters),
        ]
      : []),
    "If several processes use the same credentials, pass a `tokenStore` to share tokens. You need one to keep refresh tokens that the server replaces.",
  ];
}

/** `Calls authenticate with `apiKey`, or with `user` and `password`.` */
function alternatives(site: DocsSite, security: Security): string {
  const option = ({ key }: SchemeUse): string => {
    const scheme = site.context.api.schemes.find((candidate) => candidate.key === key);
    return scheme ? code(site.context.names.option(scheme)) : "";
  };
  const ways = security.map((uses) => uses.map(option).filter(Boolean).join(" and ") || "nothing");
  return ways.length > 0 ? `Calls authenticate with ${ways.join(", or with ")}.` : "";
}

function variableOf(site: DocsSite, scheme: SecurityScheme): string {
  const variable = environmentVariable(site.context, scheme);
  return variable === undefined ? "" : code(variable);
}

/** The variables of a credential as a whole, or of all of its parts together. */
function variablesOf(site: DocsSite, scheme: SecurityScheme): string {
  const kinds = scheme.kind === "oauth2" ? credentialKinds(scheme) : [];
  const parts = kinds.map(({ members }) =>
    members
      .map((part) => environmentVariable(site.context, scheme, part))
      .flatMap((variable) => (variable === undefined ? [] : [code(variable)]))
      .join(" and "),
  );
  return [variableOf(site, scheme), ...parts].filter((text) => text !== "").join(", or ");
}

function sentAs(scheme: SecurityScheme): string {
  if (scheme.kind === "oauth2")
    return `\`Authorization: Bearer\`, from ${spokenList(["an access token", ...credentialTexts(scheme)], "or")}`;
  if (scheme.kind === "basic") return "`Authorization: Basic`, from `{ username, password }`";
  if (scheme.kind === "bearer") return "`Authorization: Bearer`";
  if (scheme.kind === "http")
    return `${code(`Authorization: ${scheme.scheme}`)}, followed by the credential as you pass it`;
  const locations = { header: "header", query: "query parameter", cookie: "cookie" } as const;
  return `the ${locations[scheme.in]} ${code(scheme.name)}`;
}

function servers(site: DocsSite): readonly string[] {
  const { servers } = site.context.api;
  const [first] = servers;
  if (first === undefined || servers.every(({ url }) => !/^(?:https?:|\{)/i.test(url)))
    return [
      "## Server",
      "The document has no absolute server URL. Pass `serverURL` to the client or to a call.",
    ];
  const rest = `Pass \`serverURL\` to the client or to a call to use another server. With credentials it must be \`https:\` or on this machine, unless you set \`allowHTTP\` ([SDKOptions](${PAGE})).`;
  const variables = serverVariables(site).map(({ name, usual, values }) => {
    const given = values.length > 0 ? ` (${values.map(code).join(", ")})` : "";
    return usual === ""
      ? `\`{${name}}\` has no default. Set it with the option \`${name}\`${given}.`
      : `\`{${name}}\` defaults to ${code(usual)}. Set it with the option \`${name}\`${given}.`;
  });
  if (servers.length === 1)
    return [
      "## Server",
      [`The SDK calls ${code(urlOf(site, first))}.`, ...variables, rest].join(" "),
    ];
  const named = servers.every(({ id }) => id !== undefined);
  const rows = servers.map((server, index) => [
    named ? code(`server: "${server.id}"`) : code(`serverIdx: ${index}`),
    code(urlOf(site, server)),
    cell(server.description ?? ""),
  ]);
  return [
    "## Servers",
    table(["Option", "URL", "Description"], rows),
    ["The first one is the default.", ...variables, rest].join(" "),
  ];
}

/** The URL of a server, with the variable names of the options. */
function urlOf(site: DocsSite, { url, variables }: Server): string {
  return variables.reduce(
    (text, { name }) => text.replaceAll(`{${name}}`, `{${site.context.names.variable(name)}}`),
    url,
  );
}

function globals(site: DocsSite): readonly string[] {
  if (site.context.api.globals.length === 0) return [];
  const rows = site.context.api.globals.map((parameter) => [
    code(site.context.names.global(parameter)),
    cell(parameter.docs.description ?? parameter.docs.summary ?? ""),
  ]);
  return [
    "## Global parameters",
    table(["Option", "Description"], rows),
    "Set them on the client to use them in every request that does not set the member of the same name.",
  ];
}

/** The types of credentials that are no strings. */
const CREDENTIAL_TYPES: Readonly<Record<string, string>> = {
  basic: "*BasicCredential*",
  oauth2: "*OAuthCredential*",
};

function credentialRows(site: DocsSite): readonly (readonly string[])[] {
  const rows = site.context.api.schemes.map((scheme) => {
    const { description, summary } = scheme.docs;
    const variable = variableOf(site, scheme);
    const basic = scheme.kind === "basic";
    return [
      site.context.names.option(scheme),
      CREDENTIAL_TYPES[scheme.kind] ?? "*Credential*",
      [
        cell(description ?? summary ?? ""),
        basic
          ? "A username and password, or a function that returns them."
          : scheme.kind === "oauth2"
            ? `An access token, ${spokenList(credentialTexts(scheme), "or")}, or a function that returns either.${variable === "" ? "" : ` Defaults to ${variablesOf(site, scheme)}.`}`
            : `A string, or a function that returns one.${variable === "" ? "" : ` Defaults to the environment variable ${variable}.`}`,
      ]
        .filter((text) => text !== "")
        .join("<br/>"),
    ];
  });
  if (site.context.options.flattenGlobalSecurity || rows.length === 0) return rows;
  return [...rows, ["security", "*object*", "The credentials as one object."]];
}

function tokenStoreRow({ context: { api } }: DocsSite): readonly (readonly string[])[] {
  if (oauthSchemes(api).length === 0) return [];
  return [
    [
      "tokenStore",
      "*TokenStore*",
      "Keeps access and refresh tokens for all processes of an application. Default: the memory of the client.",
    ],
  ];
}

function serverRows(site: DocsSite): readonly (readonly string[])[] {
  const { servers } = site.context.api;
  const ids = servers.flatMap(({ id }) => (id === undefined ? [] : [code(`"${id}"`)]));
  const choice = ids.length > 0 && ids.length === servers.length;
  return [
    ...(choice ? [["server", ids.join(" \\| "), "The server to call, by name."]] : []),
    ["serverIdx", "*number*", "The server to call, by its index in the document. Default: 0."],
    ["serverURL", "*string*", "The URL of another server."],
    ...serverVariables(site).map(({ name, usual, values, description }) => [
      name,
      values.length > 0 ? values.map((value) => code(`"${value}"`)).join(" \\| ") : "*string*",
      [
        cell(description),
        `Part of the server's URL. ${usual === "" ? "It has no default." : `Default: ${code(usual)}.`}`,
      ]
        .filter((text) => text !== "")
        .join("<br/>"),
    ]),
  ];
}

interface Variable {
  readonly name: string;
  readonly usual: string;
  readonly values: readonly string[];
  readonly description: string;
}

function serverVariables(site: DocsSite): readonly Variable[] {
  const all = site.context.api.servers.flatMap(({ variables }) => variables);
  const byName = new Map(all.map((of) => [of.name, of]));
  return [...byName.values()].map((of) => ({
    name: site.context.names.variable(of.name),
    usual: of.default ?? "",
    values: of.values ?? [],
    description: of.description ?? "",
  }));
}

function globalRows(site: DocsSite): readonly (readonly string[])[] {
  return site.context.api.globals.map((parameter) => [
    site.context.names.global(parameter),
    typeMarkdown(site, clientOptionsRef, parameter.type, true),
    [
      cell(parameter.docs.description ?? parameter.docs.summary ?? ""),
      "Used in requests that do not set the member of the same name.",
    ]
      .filter((text) => text !== "")
      .join("<br/>"),
  ]);
}

function commonRows({ context }: DocsSite): readonly (readonly string[])[] {
  return [
    [
      "allowHTTP",
      "*boolean*",
      "Allows sending credentials to an `http:` URL on another machine. Default: false.",
    ],
    ["timeoutMs", "*number*", timeout],
    [
      "retryConfig",
      link(clientOptionsRef, retryConfigRef),
      "When and how often calls are retried.",
    ],
    [
      "maxResponseBytes",
      "*number*",
      `Maximum size of a success response body in bytes. 0 or less: no limit. Default: ${inProse(defaults.maxResponseBytes)}.`,
    ],
    [
      "responseValidation",
      '`"lenient"` \\| `"strict"`',
      "Whether a success response that does not match its schema is kept as it came, or an error. " +
        `Default: ${code(context.options.responseValidation ?? "lenient")}.`,
    ],
    [
      "onResponseIssues",
      "*function*",
      "Receives the issues of each response that was kept although parts of it do not match.",
    ],
    [
      "httpClient",
      "*Transport*",
      "Sends the requests: an `HTTPClient` with your own hooks or `fetcher`, or a transport of your own. Default: the runtime's `fetch`.",
    ],
    [
      "callMiddleware",
      "*CallMiddleware*[]",
      "Runs around every call: outside of retries, once per page of a list.",
    ],
    ["middleware", "*Middleware*[]", "Runs around every attempt. The first one is the outermost."],
    [
      "debugLogger",
      "*Logger*",
      "Logs each request and response, without bodies and secrets, for example `console`.",
    ],
    ["userAgent", "*string*", "Sent as `User-Agent` instead of the SDK's own."],
  ];
}
