import { ownCredentials } from "../../model/operation-facts.js";
import type { Operation, SecurityScheme } from "../../model/types.js";
import type { EmitContext } from "../context.js";
import { unionArgument } from "../types/union-type.js";
import { type CodeFile, code } from "../print/code-file.js";
import { docComment } from "../print/comment.js";
import { docsTags, docsText } from "../print/field-comment.js";
import { type Layout, hardline, join } from "../print/layout.js";
import { memberKey } from "../print/literal.js";
import { asType } from "../print/symbol.js";
import { oauthCredentialType } from "./oauth.js";
import type { MethodParameter } from "./signature.js";

/** The type of the credential of a scheme. */
export function credentialType(context: EmitContext, scheme: SecurityScheme): Layout {
  if (scheme.kind === "oauth2") return oauthCredentialType(context, scheme);
  return context.runtimeType(scheme.kind === "basic" ? "BasicCredential" : "Credential");
}

/** Prints the type of the credentials that calls of an operation take, if they do. */
export function emitOwnCredentials(
  context: EmitContext,
  file: CodeFile,
  operation: Operation,
): void {
  const { security } = context.names.operation(operation);
  if (!security) return;
  const members = ownCredentials(context.api, operation).map(({ scheme, required }) => {
    const comment = docComment({ text: docsText(scheme.docs), tags: docsTags(scheme.docs) });
    const type = credentialType(context, scheme);
    return [
      comment ? [comment, hardline] : "",
      memberKey(context.names.option(scheme)),
      required ? ": " : "?: ",
      required ? type : unionArgument([type, "undefined"]),
      ";",
    ];
  });
  file.print(code`
    ${docComment({ text: [`The credentials for a call of ${operation.id}.`] })}
    export interface ${context.home(security)} {
      ${join(hardline, members)}
    }
  `);
}

/** The parameter of a method for the credentials of the call, if it has one. */
export function credentialsParameter(
  context: EmitContext,
  operation: Operation,
): readonly MethodParameter[] {
  const { security } = context.names.operation(operation);
  if (!security) return [];
  const type = unionArgument([asType(context.home(security)), "undefined"]);
  return [{ name: "security", optional: false, type }];
}
