import type { Security, SecurityScheme, Server } from "../../model/types.js";
import type { OutputFile } from "../../output/output-file.js";
import { environmentVariable, isSecurityOfItsOwn } from "../operations/security.js";
import { cell, code, table } from "./markdown.js";
import { type Section, printPage } from "./page.js";
import { optional } from "./parameter-rows.js";
import { clientOptionsPlace, retriesPlace } from "./places.js";
import { type Site, link } from "./site.js";
import { typeText } from "./type-text.js";

/** The page on what a client can be told. */
export function clientOptionsPage(site: Site): OutputFile {
  const { className, coreName } = site.plan.sdk;
  const sections: readonly Section[] = [
    {
      level: 1,
      title: "SDKOptions",
      blocks: [
        `What \`new ${className}(...)\` and \`new ${coreName}(...)\` take. An option that is \`undefined\` is not given, and the object can be changed afterwards without effect.`,
      ],
    },
    {
      level: 2,
      title: "Fields",
      blocks: [
        table(
          ["Field", "Type", "Required", "Description"],
          [...credentialRows(site), ...serverRows(site), ...globalRows(site), ...commonRows()].map(
            ([name = "", type = "", words = ""]) => [code(name), type, optional, words],
          ),
        ),
      ],
    },
  ];
  return { path: clientOptionsPlace.path, text: printPage(sections) };
}

/** The sections of the README on credentials, servers and global parameters, where the document has any. */
export function clientSections(site: Site): readonly string[] {
  return [...authentication(site), ...servers(site), ...globals(site)];
}

const PAGE = `docs/${clientOptionsPlace.path}`;

function authentication(site: Site): readonly string[] {
  const { schemes, security } = site.api;
  if (schemes.length === 0) return [];
  const rows = schemes.map((scheme) => [
    code(site.plan.option(scheme)),
    scheme.kind === "basic" ? "" : variableOf(site, scheme),
    sentAs(scheme),
  ]);
  const some = site.api.operations.some((operation) =>
    isSecurityOfItsOwn(site.context, operation.security),
  );
  const words = [
    alternatives(site, security),
    some
      ? security.length > 0
        ? "Some operations take other credentials, or none; their examples show which."
        : "Some operations take credentials; their examples show which."
      : "",
    site.options.flattenGlobalSecurity ? "" : "They may also sit under the option `security`.",
    "Each is a value, or a function that answers it and is asked again on every attempt. One that is not given is looked for in the environment.",
  ];
  return [
    "## Authentication",
    table(["Option", "Environment", "Sent as"], rows),
    words.filter((text) => text !== "").join(" "),
  ];
}

/** `Calls take `apiKey`, or `user` with `password`.` */
function alternatives(site: Site, security: Security): string {
  const option = (key: string): string => {
    const scheme = site.api.schemes.find((candidate) => candidate.key === key);
    return scheme ? code(site.plan.option(scheme)) : "";
  };
  const ways = security.map((keys) => keys.map(option).filter(Boolean).join(" with ") || "nothing");
  return ways.length > 0 ? `Calls take ${ways.join(", or ")}.` : "";
}

function variableOf(site: Site, scheme: SecurityScheme): string {
  const variable = environmentVariable(site.context, scheme);
  return variable === undefined ? "" : code(variable);
}

function sentAs(scheme: SecurityScheme): string {
  if (scheme.kind === "basic") return "`Authorization: Basic`, of `{ username, password }`";
  if (scheme.kind === "bearer") return "`Authorization: Bearer`";
  const places = { header: "header", query: "query parameter", cookie: "cookie" } as const;
  return `the ${places[scheme.in]} ${code(scheme.name)}`;
}

function servers(site: Site): readonly string[] {
  const { servers } = site.api;
  const [first] = servers;
  if (first === undefined || servers.every(({ url }) => !/^https?:/i.test(url)))
    return [
      "## Server",
      "The document names no whole address: give `serverURL`, of a client or of a call.",
    ];
  const rest = `\`serverURL\`, of a client or of a call, leads elsewhere; with credentials it has to be \`https:\` or this machine, unless \`allowHTTP\` is set ([SDKOptions](${PAGE})).`;
  const told = serverVariables(site).map(({ name, usual, values }) => {
    const given = values.length > 0 ? `one of ${values.map(code).join(", ")}, ` : "";
    return `\`{${name}}\` is ${given}${code(usual)} by default, and an option of that name changes it.`;
  });
  if (servers.length === 1)
    return ["## Server", [`The SDK calls ${code(urlOf(site, first))}.`, ...told, rest].join(" ")];
  const named = servers.every(({ id }) => id !== undefined);
  const rows = servers.map((server, index) => [
    named ? code(`server: "${server.id}"`) : code(`serverIdx: ${index}`),
    code(urlOf(site, server)),
    cell(server.description ?? ""),
  ]);
  return [
    "## Servers",
    table(["Option", "URL", "Description"], rows),
    ["The first one is the default.", ...told, rest].join(" "),
  ];
}

/** With its variables called as the options are. */
function urlOf(site: Site, { url, variables }: Server): string {
  return variables.reduce(
    (text, { name }) => text.replaceAll(`{${name}}`, `{${site.plan.variable(name)}}`),
    url,
  );
}

function globals(site: Site): readonly string[] {
  if (site.api.globals.length === 0) return [];
  const rows = site.api.globals.map((parameter) => [
    code(site.plan.global(parameter)),
    cell(parameter.docs.description ?? parameter.docs.summary ?? ""),
  ]);
  return [
    "## Global parameters",
    table(["Option", "Description"], rows),
    "Given to the client, they stand in for the members of the same names that a request does not give.",
  ];
}

function credentialRows(site: Site): readonly (readonly string[])[] {
  const rows = site.api.schemes.map((scheme) => {
    const { description, summary } = scheme.docs;
    const variable = variableOf(site, scheme);
    const basic = scheme.kind === "basic";
    return [
      site.plan.option(scheme),
      basic ? "*BasicCredential*" : "*Credential*",
      [
        cell(description ?? summary ?? ""),
        basic
          ? "A user name and password, or a function that answers them."
          : `A text, or a function that answers it.${variable === "" ? "" : ` Falls back to ${variable}.`}`,
      ]
        .filter((text) => text !== "")
        .join("<br/>"),
    ];
  });
  if (site.options.flattenGlobalSecurity || rows.length === 0) return rows;
  return [...rows, ["security", "*object*", "The credentials, under one name."]];
}

function serverRows(site: Site): readonly (readonly string[])[] {
  const { servers } = site.api;
  const ids = servers.flatMap(({ id }) => (id === undefined ? [] : [code(`"${id}"`)]));
  const choice = ids.length > 0 && ids.length === servers.length;
  return [
    ...(choice ? [["server", ids.join(" \\| "), "Which server, by its name."]] : []),
    ["serverIdx", "*number*", "Which server of the document, counted from 0. Default: 0."],
    ["serverURL", "*string*", "Another server, instead of those of the document."],
    ...serverVariables(site).map(({ name, usual, values, description }) => [
      name,
      values.length > 0 ? values.map((value) => code(`"${value}"`)).join(" \\| ") : "*string*",
      [cell(description), `Part of the server's URL. Default: ${code(usual)}.`]
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

function serverVariables(site: Site): readonly Variable[] {
  const all = site.api.servers.flatMap(({ variables }) => variables);
  const byName = new Map(all.map((of) => [of.name, of]));
  return [...byName.values()].map((of) => ({
    name: site.plan.variable(of.name),
    usual: of.default,
    values: of.values ?? [],
    description: of.description ?? "",
  }));
}

function globalRows(site: Site): readonly (readonly string[])[] {
  return site.api.globals.map((parameter) => [
    site.plan.global(parameter),
    typeText(site, clientOptionsPlace, parameter.type, true),
    [
      cell(parameter.docs.description ?? parameter.docs.summary ?? ""),
      "Stands in for the member of the same name that a request does not give.",
    ]
      .filter((text) => text !== "")
      .join("<br/>"),
  ]);
}

function commonRows(): readonly (readonly string[])[] {
  return [
    [
      "allowHTTP",
      "*boolean*",
      "Whether credentials may go to a `serverURL` of `http:` on another machine. Default: false.",
    ],
    [
      "timeoutMs",
      "*number*",
      "How long one attempt may take, its body included, in milliseconds. 0 or less: no limit. Default: 60,000.",
    ],
    [
      "retryConfig",
      link(clientOptionsPlace, retriesPlace),
      "When and how often calls are repeated.",
    ],
    [
      "maxResponseBytes",
      "*number*",
      "The largest body of a success that is read, in bytes. 0 or less: no limit. Default: 0.",
    ],
    [
      "httpClient",
      "*HTTPClient*",
      "Sends the requests, with hooks and a `fetcher` of your own. Default: the runtime's `fetch`.",
    ],
    ["middleware", "*Middleware*[]", "Runs around every attempt, the first one outermost."],
    [
      "debugLogger",
      "*Logger*",
      "Is told of every request and answer, without bodies and secrets. `console` will do.",
    ],
    ["userAgent", "*string*", "Sent as `User-Agent`, instead of the SDK's own."],
  ];
}
