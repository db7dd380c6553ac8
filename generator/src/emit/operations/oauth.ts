import type { Api, OAuthFlows, SecurityScheme } from "../../model/types.js";
import { camel, identifier, pascal } from "../../name/identifier.js";
import type { OutputFile } from "../../output/output-file.js";
import type { EmitContext } from "../context.js";
import { generic } from "../types/union-type.js";
import { type CodeFile, code, codeFile } from "../print/code-file.js";
import { docComment } from "../print/comment.js";
import { call, jsonLiteral } from "../print/expression.js";
import { docsTags, docsText, inlineCode } from "../print/field-comment.js";
import { type Layout, hardline, join } from "../print/layout.js";
import { memberKey, stringLiteral } from "../print/literal.js";
import { type CodeSymbol, symbol } from "../print/symbol.js";
import { unionLayout } from "../types/union-type.js";

/** The file of the schemes that get access tokens, which operations and the core share. */
const FILE = "security";

/** A scheme that gets access tokens. */
export type OAuthScheme = Extract<SecurityScheme, { readonly kind: "oauth2" }>;

/** The schemes of an API that get access tokens. */
export function oauthSchemes({ schemes }: Pick<Api, "schemes">): readonly OAuthScheme[] {
  return schemes.filter((scheme) => scheme.kind === "oauth2");
}

/** The function that makes a scheme for some scopes. */
export function schemeFunction(context: EmitContext, scheme: OAuthScheme): CodeSymbol {
  const from = context.path(FILE).slice(0, -".ts".length);
  return symbol(`${context.names.option(scheme)}Scheme`, from);
}

/** The file of the schemes, if there are any. */
export function emitOAuth(context: EmitContext): readonly OutputFile[] {
  const schemes = oauthSchemes(context.api);
  if (schemes.length === 0) return [];
  const file = codeFile(context.path(FILE));
  for (const scheme of schemes) {
    emitParameters(context, file, scheme);
    const option = context.names.option(scheme);
    const text = `How to get access tokens for the client option ${inlineCode(option)}.`;
    file.print(code`
      ${docComment({ text: [text] })}
      export function ${schemeFunction(context, scheme)}(...scopes: string[]): ${context.runtimeType("SecurityScheme")} {
        return ${call(context.oauth("oauth2"), [stringLiteral(option), { literal: flowsLiteral(scheme.flows) }, "scopes"])};
      }
    `);
  }
  return [file.finish()];
}

/** The member of the credentials for a parameter of the token request. */
export function tokenParameterName(name: string): string {
  return identifier(camel(name), "parameter");
}

/** The type of the further parameters of the token request. */
function parametersType(context: EmitContext, scheme: OAuthScheme): CodeSymbol {
  const { name, from } = schemeFunction(context, scheme);
  return symbol(pascal(name.replace(/Scheme$/, "TokenParameters")), from, { type: true });
}

function emitParameters(context: EmitContext, file: CodeFile, scheme: OAuthScheme): void {
  const { parameters } = scheme.flows;
  if (parameters.length === 0) return;
  const option = context.names.option(scheme);
  const members = parameters.map(({ name, docs, default: usual }) => {
    const fallback = usual === undefined ? undefined : `Defaults to ${inlineCode(usual)}.`;
    const text = [...docsText(docs), fallback].filter((part) => part !== undefined);
    return [
      docComment({ text: [text.join(" ")].filter(Boolean), tags: docsTags(docs) }) ?? "",
      hardline,
      memberKey(tokenParameterName(name)),
      "?: ",
      unionLayout(["string", "undefined"]),
      ";",
    ];
  });
  file.print(code`
    ${docComment({ text: [`What the token endpoint of ${inlineCode(option)} takes beside the credentials.`] })}
    export interface ${parametersType(context, scheme)} {
      ${join(hardline, members)}
    }
  `);
}

function flowsLiteral({ basic, parameters, ...urls }: OAuthFlows): Layout {
  return jsonLiteral({
    ...urls,
    ...(basic && { basic }),
    ...(parameters.length > 0 && {
      parameters: parameters.map(({ name, default: usual }) => ({
        name,
        ...(tokenParameterName(name) !== name && { key: tokenParameterName(name) }),
        ...(usual !== undefined && { default: usual }),
      })),
    }),
  });
}

/** The kinds of credentials that a scheme takes, by the flow that they are for. */
const CREDENTIALS = [
  ["clientCredentials", "OAuthClientCredentials", ["clientId", "clientSecret"]],
  ["refreshToken", "OAuthRefreshToken", ["refreshToken"]],
  ["password", "OAuthPassword", ["username", "password"]],
] as const;

/** The names of the types of credentials, and what users pass. */
export function credentialKinds({ flows }: OAuthScheme): readonly {
  readonly type: string;
  readonly members: readonly string[];
}[] {
  return CREDENTIALS.filter(([flow]) => flows[flow] !== undefined).map(([, type, members]) => ({
    type,
    members,
  }));
}

/** The types of further parameters, which the index exports. */
export function parameterTypes(context: EmitContext): readonly CodeSymbol[] {
  return oauthSchemes(context.api)
    .filter(({ flows }) => flows.parameters.length > 0)
    .map((scheme) => parametersType(context, scheme));
}

/** The types of the OAuth module that users of an SDK need. */
export function oauthTypes(api: Pick<Api, "schemes">): readonly string[] {
  const schemes = oauthSchemes(api);
  if (schemes.length === 0) return [];
  const kinds = schemes.flatMap((scheme) => credentialKinds(scheme).map(({ type }) => type));
  return [...new Set(kinds), "OAuthCredential", "StoredToken", "TokenStore"];
}

/** The type of the client option of a scheme. */
export function oauthCredentialType(context: EmitContext, scheme: OAuthScheme): Layout {
  const { parameters } = scheme.flows;
  const kinds = credentialKinds(scheme).map(({ type }) => context.oauthType(type));
  const grant = unionLayout(kinds);
  const whole =
    parameters.length === 0
      ? grant
      : [kinds.length > 1 ? ["(", grant, ")"] : grant, " & ", parametersType(context, scheme)];
  return generic(context.oauthType("OAuthCredential"), [whole]);
}

/** `{ clientId, clientSecret }`, in the code font of comments and pages. */
export function credentialTexts(scheme: OAuthScheme): readonly string[] {
  return credentialKinds(scheme).map(({ members }) => `\`{ ${members.join(", ")} }\``);
}

/** `a`, `a or b`, `a, b or c`. */
export function spokenList(texts: readonly string[], last: "and" | "or"): string {
  const end = texts.at(-1) ?? "";
  return texts.length > 1 ? `${texts.slice(0, -1).join(", ")} ${last} ${end}` : end;
}
