import { acceptOption, contentTypes, hasOwnOptions } from "../../model/operation-facts.js";
import type { Operation } from "../../model/types.js";
import type { EmitContext } from "../context.js";
import { unionLayout } from "../types/union-type.js";
import { type CodeFile, code } from "../print/code-file.js";
import { docComment } from "../print/comment.js";
import { type Layout, hardline, join } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";
import { type CodeSymbol, asType } from "../print/symbol.js";

/** The type of the per-call options of an operation. */
export function optionsType(context: EmitContext, operation: Operation): CodeSymbol {
  const { options } = context.names.operation(operation);
  return options ? asType(context.home(options)) : context.runtimeType("RequestOptions");
}

/** Prints the options of an operation whose calls can choose media types. */
export function emitCallOptions(context: EmitContext, file: CodeFile, operation: Operation): void {
  const { options } = context.names.operation(operation);
  if (!options || !hasOwnOptions(operation)) return;
  file.print(code`
    ${docComment({ text: [`The options of a call of ${operation.id}.`] })}
    export interface ${context.home(options)} extends ${context.runtimeType("RequestOptions")} {
      ${join(hardline, ownOptions(operation).map(memberDeclaration))}
    }
  `);
}

/** An option that an operation adds to those of every call. */
export interface OwnOption {
  readonly name: "accept" | "contentType";
  readonly description: string;
  readonly media: readonly string[];
  /** True if any other media type is allowed. */
  readonly open: boolean;
}

/** The options that an operation adds. */
export function ownOptions(operation: Operation): readonly OwnOption[] {
  const accept = acceptOption(operation);
  const body = contentTypes(operation);
  const usual =
    accept?.default === undefined ? "all of them, in order of preference" : accept.default;
  return [
    ...(accept
      ? [
          {
            name: "accept" as const,
            description: `The media type to ask for. Defaults to ${usual}.`,
            media: accept.media,
            open: accept.open,
          },
        ]
      : []),
    ...(body.length > 0
      ? [
          {
            name: "contentType" as const,
            description: "The media type of the body. Defaults to one that can carry the value.",
            media: body,
            open: false,
          },
        ]
      : []),
  ];
}

function memberDeclaration({ name, description, media, open }: OwnOption): Layout {
  const types = [...media.map(mediaType), ...(open ? [ANY] : [])];
  return [
    docComment({ text: [description] }) ?? "",
    hardline,
    name,
    "?: ",
    unionLayout([...types, "undefined"]),
    ";",
  ];
}

const ANY = "(string & {})";

/** The type of a declared media type. A range stands for what is in it. */
export function mediaType(media: string): string {
  if (!media.includes("*")) return stringLiteral(media);
  const start = media.split("*")[0] ?? "";
  return start === "" ? ANY : `\`${start}\${string}\``;
}
