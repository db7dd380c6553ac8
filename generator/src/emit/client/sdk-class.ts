import type { Docs, Group, Operation } from "../../model/types.js";
import type { OutputFile } from "../../output/output-file.js";
import type { EmitContext } from "../context.js";
import { emitMethod } from "../operations/method.js";
import { code, codeFile } from "../print/code-file.js";
import { docComment } from "../print/comment.js";
import { assign, call } from "../print/expression.js";
import { docsTags, docsText } from "../print/field-comment.js";
import { type Layout, hardline, join } from "../print/layout.js";
import { type CodeSymbol, symbol } from "../print/symbol.js";

/** The file of the root class, relative to the source folder. */
export const SDK_FILE = "sdk/sdk";

const NAMES = { reserved: ["request", "options", "first", "rest"] };

/** The class files: the root class, and one per group. */
export function emitClasses(context: EmitContext): readonly OutputFile[] {
  return [emitRoot(context), ...context.api.groups.map((group) => emitGroup(context, group))];
}

function emitRoot(context: EmitContext): OutputFile {
  const { api, names } = context;
  const path = context.path(SDK_FILE);
  const file = codeFile(path, NAMES);
  const name = symbol(names.sdk.className, path.slice(0, -".ts".length));
  const core = symbol(names.sdk.coreName, context.path("core").slice(0, -".ts".length));
  const members = classMembers(context, [], "this");
  const title = api.info.docs.summary ?? api.info.title;
  file.print(code`
    ${docComment({ text: [title, api.info.docs.description], tags: docsTags(api.info.docs) })}
    ${classDeclaration(name, core, members)}
  `);
  return file.finish();
}

function emitGroup(context: EmitContext, group: Group): OutputFile {
  const home = context.names.group(group.path);
  const file = codeFile(context.path(home.file), NAMES);
  const members = classMembers(context, group.path, "this.core");
  file.print(code`
    ${docComment({ text: groupText(group), tags: docsTags(group.docs) })}
    ${classDeclaration(context.home(home), context.runtime("Resource"), members)}
  `);
  return file.finish();
}

function groupText({ docs, path }: { docs: Docs; path: readonly string[] }): readonly string[] {
  const text = docsText(docs);
  return text.length > 0 ? text : [`The operations of ${path.join(".")}.`];
}

function classDeclaration(name: CodeSymbol, base: CodeSymbol, members: readonly Layout[]): Layout {
  if (members.length === 0) return ["export class ", name, " extends ", base, " {}"];
  return code`
    export class ${name} extends ${base} {
      ${join([hardline, hardline], members)}
    }
  `;
}

function classMembers(
  context: EmitContext,
  path: readonly string[],
  client: "this" | "this.core",
): readonly Layout[] {
  const { api } = context;
  const children = api.groups.filter((group) => isChild(group.path, path));
  const operations = context.operationsOf(path);
  const fields = children.map((group) => fieldDeclaration(context, group));
  return [
    ...(fields.length > 0 ? [join(hardline, fields)] : []),
    ...children.map((group) => getter(context, group, client)),
    ...operations.map((operation: Operation) => emitMethod(context, operation, client)),
  ];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}

function isChild(path: readonly string[], parent: readonly string[]): boolean {
  return path.length === parent.length + 1 && isSame(path.slice(0, -1), parent);
}

function fieldDeclaration(context: EmitContext, group: Group): Layout {
  const home = context.names.group(group.path);
  return [`#${home.property}?: `, context.home(home), ";"];
}

function getter(context: EmitContext, group: Group, client: string): Layout {
  const home = context.names.group(group.path);
  const name = context.home(home);
  return code`
    ${docComment({ text: groupText(group), tags: docsTags(group.docs) })}
    get ${home.property}(): ${name} {
      return (${assign(`this.#${home.property}`, " ??=", call(["new ", name], [client]))});
    }
  `;
}
