import type { Parameter, SecurityScheme, Server, ServerVariable } from "../../model/types.js";
import type { OutputFile } from "../../output/output-file.js";
import type { EmitContext } from "../context.js";
import { optionalTsType } from "../types/ts-type.js";
import { unionLayout } from "../types/union-type.js";
import { credentialType } from "../operations/own-credentials.js";
import { retriesExpression } from "../operations/retries.js";
import {
  type OAuthScheme,
  credentialKinds,
  credentialTexts,
  spokenList,
  oauthSchemes,
} from "../operations/oauth.js";
import { environmentVariable, securityExpression } from "../operations/security.js";
import { type CodeFile, code, codeFile } from "../print/code-file.js";
import { docComment } from "../print/comment.js";
import {
  arrayLiteral,
  assign,
  call,
  isMatrix,
  jsonLiteral,
  objectLiteral,
  property,
} from "../print/expression.js";
import { docsTags, docsText, fieldComment } from "../print/field-comment.js";
import { type Layout, hardline, indent } from "../print/layout.js";
import { memberKey, stringLiteral } from "../print/literal.js";
import { symbol } from "../print/symbol.js";
import { connectedOptions } from "./hooks.js";

/** The file of the client without methods, which standalone functions take, and of its options. */
export function emitCore(context: EmitContext): OutputFile {
  const file = codeFile(context.path("core"), { reserved: ["options", "config"] });
  const own = context.path("core").replace(/\.ts$/, "");
  const options = symbol("SDKOptions", own);
  const core = symbol(context.names.sdk.coreName, own);
  emitOptions(context, file, options, core);
  emitConfig(context, file);
  const validation = context.options.responseValidation;
  const given =
    validation === undefined
      ? undefined
      : objectLiteral([
          "...options",
          property("responseValidation", [
            "options.responseValidation ?? ",
            stringLiteral(validation),
          ]),
        ]);
  const connected = connectedOptions(context, given ? "given" : "options");
  const made = connected ?? { literal: given ?? "options" };
  const renewing = oauthSchemes(context.api).length > 0;
  file.print(code`
    ${docComment({ text: [`The first argument of standalone functions: {@link ${context.names.sdk.className}} without its methods.`] })}
    export class ${core} extends ${context.runtime("Client")} {
      constructor(options: ${options} = {}) {
        ${given && connected && [assign(["const given: ", options], " =", given), ";"]}
        ${call("super", ["config()", renewing ? call(context.oauth("withTokenRenewal"), [made]) : made])};
      }
    }
  `);
  return file.finish();
}

function emitOptions(
  context: EmitContext,
  file: CodeFile,
  name: Layout,
  core: { readonly name: string },
): void {
  const members = [
    ...securityMembers(context),
    ...tokenStoreMember(context),
    ...serverMembers(context),
    ...context.api.globals.map((parameter) => globalMember(context, parameter)),
    ...validationMember(context),
  ];
  const head = ["export interface ", name, " extends ", context.runtimeType("ClientOptions"), " {"];
  const body = [
    ...head,
    indent(members.map((member) => [hardline, member])),
    members.length > 0 ? hardline : "",
    "}",
  ];
  file.print(code`
    ${docComment({ text: [`Options of {@link ${core.name}}.`] })}
    ${body}
  `);
}

/** Where tokens are kept, if the client gets any. */
function tokenStoreMember({ api, oauthType }: EmitContext): readonly Layout[] {
  if (oauthSchemes(api).length === 0) return [];
  const text =
    "Keeps access and refresh tokens for all processes of an application. Defaults to the memory of the client.";
  return [
    [
      docComment({ text: [text] }) ?? "",
      hardline,
      "tokenStore?: ",
      unionLayout([oauthType("TokenStore"), "undefined"]),
      ";",
    ],
  ];
}

/** The runtime's option, if its default is another one. */
function validationMember({ options, runtimeType }: EmitContext): readonly Layout[] {
  const usual = options.responseValidation;
  if (usual === undefined) return [];
  const text = `How to treat a 2xx response that does not fit its schema. Defaults to \`${usual}\`.`;
  return [
    [
      docComment({ text: [text] }) ?? "",
      hardline,
      "responseValidation?: ",
      unionLayout([runtimeType("ResponseValidation"), "undefined"]),
      ";",
    ],
  ];
}

function securityMembers(context: EmitContext): readonly Layout[] {
  const { schemes } = context.api;
  const members = schemes.map((scheme) => credentialMember(context, scheme));
  if (context.options.flattenGlobalSecurity || members.length === 0) return members;
  return [
    // The runtime reads both, because vendors have moved from one to the other.
    ...schemes.map((scheme) => shortMember(context, scheme)),
    [
      "/** Credentials. */",
      hardline,
      "security?:",
      indent([
        hardline,
        "| {",
        indent(
          members.map((member) => [hardline, member]),
          4,
        ),
        hardline,
        "  }",
        hardline,
        "| undefined;",
      ]),
    ],
  ];
}

/** A credential outside of `security`, as a shorthand. */
function shortMember(context: EmitContext, scheme: SecurityScheme): Layout {
  const name = context.names.option(scheme);
  return [
    docComment({ text: [`Shorthand for \`security: { ${name} }\`.`] }) ?? "",
    hardline,
    memberKey(name),
    "?: ",
    unionLayout([credentialType(context, scheme), "undefined"]),
    ";",
  ];
}

/** The environment variables that together hold a credential. */
function partVariables(context: EmitContext, scheme: OAuthScheme): string {
  return credentialKinds(scheme)
    .map(({ members }) =>
      members.map((part) => environmentVariable(context, scheme, part) ?? "").join(" and "),
    )
    .map((variables) => `, or ${variables}`)
    .join("");
}

/** What users call the credential of a scheme. */
function credentialName(scheme: SecurityScheme): string {
  if (scheme.kind === "apiKey") return "API key";
  return scheme.kind === "http" ? `${scheme.scheme} credential` : "token";
}

function credentialMember(context: EmitContext, scheme: SecurityScheme): Layout {
  const { names } = context;
  const variable = environmentVariable(context, scheme);
  const basic = scheme.kind === "basic";
  const about =
    scheme.kind === "oauth2"
      ? `An access token, ${spokenList(credentialTexts(scheme), "or")} to get access tokens with, or a function that returns either and is called for every attempt.`
      : basic
        ? "Your username and password, or a function that returns them and is called for every attempt."
        : `Your ${credentialName(scheme)}, or a function that returns it and is called for every attempt.`;
  const fallback =
    variable === undefined || basic
      ? undefined
      : scheme.kind === "oauth2"
        ? `Defaults to the environment variable ${variable}${partVariables(context, scheme)}.`
        : `Defaults to the environment variable ${variable}.`;
  const facts = [about, fallback].filter(Boolean).join(" ");
  const type = credentialType(context, scheme);
  const comment = docComment({
    text: [...docsText(scheme.docs), facts],
    tags: docsTags(scheme.docs),
  });
  return [
    comment ?? "",
    hardline,
    memberKey(names.option(scheme)),
    "?: ",
    unionLayout([type, "undefined"]),
    ";",
  ];
}

/** The choice among named servers, and the variables of their URLs. */
function serverMembers({ api, names }: EmitContext): readonly Layout[] {
  const ids = api.servers.flatMap(({ id }) => (id === undefined ? [] : [stringLiteral(id)]));
  const choice =
    ids.length > 0 && ids.length === api.servers.length
      ? [
          [
            "/** The server to call. */",
            hardline,
            "server?: ",
            unionLayout([...ids, "undefined"]),
            ";",
          ],
        ]
      : [];
  const variables = new Map(
    api.servers.flatMap((server) => server.variables.map((of) => [of.name, of])),
  );
  return [
    ...choice,
    ...[...variables.values()].map((of) => variableMember(names.variable(of.name), of)),
  ];
}

function variableMember(name: string, variable: ServerVariable): Layout {
  const { values = [], description, default: usual } = variable;
  const fallback = usual ? ` Default: \`${usual}\`.` : " It has no default.";
  const type = values.length > 0 ? values.map(stringLiteral) : ["string"];
  const comment = docComment({
    text: [description, `Part of the server's URL.${fallback}`],
  });
  return [
    comment ?? "",
    hardline,
    memberKey(name),
    "?: ",
    unionLayout([...type, "undefined"]),
    ";",
  ];
}

function globalMember(context: EmitContext, parameter: Parameter): Layout {
  const { docs, type } = parameter;
  const documented =
    parameter.default === undefined ? { docs, type } : { docs, type, default: parameter.default };
  const member = memberKey(context.names.global(parameter));
  return [
    fieldComment(documented),
    member,
    "?: ",
    optionalTsType({ context, side: "request" }, type),
    ";",
  ];
}

function emitConfig(context: EmitContext, file: CodeFile): void {
  const { api, options, names } = context;
  const globals = api.globals.map((parameter) => stringLiteral(names.global(parameter)));
  const members = [
    property("servers", serverList(context, api.servers)),
    ...selection(context),
    ...(options.envVarPrefix === "" ? [] : [property("env", stringLiteral(options.envVarPrefix))]),
    property("userAgent", stringLiteral(userAgent(context))),
    ...(api.security.length > 0
      ? [property("security", securityExpression(context, api.security))]
      : []),
    ...(globals.length > 0 ? [property("globals", arrayLiteral(globals))] : []),
    ...(api.retries ? [property("retries", retriesExpression(api.retries))] : []),
  ];
  file.print(code`
    const config = (): ${context.runtimeType("ClientConfig")} => (${objectLiteral(members, { broken: true })});
  `);
}

/** How to select a server that has a name or variables. */
function selection({ api: { servers }, runtime }: EmitContext): readonly Layout[] {
  if (servers.some(({ variables }) => variables.length > 0))
    return [property("select", runtime("selectServerWithVariables"))];
  return servers.some(({ id }) => id !== undefined)
    ? [property("select", runtime("selectServer"))]
    : [];
}

function serverList(context: EmitContext, servers: readonly Server[]): Layout {
  const known = servers.map((server) => described(context, server));
  const items = known.map((server) =>
    jsonLiteral(Object.keys(server).length > 1 ? server : server.url),
  );
  return arrayLiteral(items, { broken: known.length > 1 && isMatrix(known) });
}

/** A server whose variables have the names of the client's options. */
function described(
  { names }: EmitContext,
  { url, id, variables }: Server,
): { readonly url: string; readonly id?: string; readonly variables?: object } {
  const named = variables.map(
    ({ name, default: usual, values }) =>
      [
        names.variable(name),
        { ...(usual !== undefined && { default: usual }), ...(values && { values }) },
      ] as const,
  );
  const renamed = variables.reduce(
    (text, { name }) => text.replaceAll(`{${name}}`, `{${names.variable(name)}}`),
    url,
  );
  return {
    url: renamed,
    ...(id !== undefined && { id }),
    ...(named.length > 0 && { variables: Object.fromEntries(named) }),
  };
}

/**
 * `name/version` of the package and of the document, with the characters that a header allows (RFC
 * 9110, 10.1.5).
 */
function userAgent({ options, api }: EmitContext): string {
  return `${token(options.packageName)}/${token(options.packageVersion)} openapi/${token(api.info.version)}`;
}

function token(text: string): string {
  return text.replace(/^@/, "").replace(/[^A-Za-z0-9.+-]+/g, "-");
}
