/** Writes suggestions as an OpenAPI overlay, for people to edit. */
import { createHash } from "node:crypto";
import { parsePointer } from "../document/pointer.js";
import type { Api, Pagination } from "../model/types.js";
import type { Suggestion } from "./suggestion.js";

/**
 * An OpenAPI Overlay 1.0 with an action for each operation, and a comment that says what it is for.
 * The same suggestions give the same bytes.
 */
export function formatOverlay({ info }: Api, suggestions: readonly Suggestion[]): string {
  const body = [
    "overlay: 1.0.0",
    "info:",
    `  title: ${scalar(`Suggestions for ${oneLine(info.title)}`)}`,
    "  version: 1.0.0",
    "actions:",
    ...suggestions.flatMap(formatAction),
    "",
  ].join("\n");
  return `${HEADER}# ${MARK}${digestOf(body)}\n${body}`;
}

const HEADER = `# Suggestions of sdkwright. Nothing here has an effect until \`overlays\` in workflow.yaml lists
# this file. Change a name, or remove what you do not want: each action stands for itself.
# A file that you have edited is not overwritten.
`;

const MARK = "sha256: ";

/** Whether a file is an overlay of {@link formatOverlay}, and nobody has edited it. */
export function isUnedited(text: string): boolean {
  const normal = text.replaceAll("\r\n", "\n");
  const at = normal.indexOf(`# ${MARK}`);
  if (normal.slice(0, Math.max(at, 0)) !== HEADER) return false;
  const [line = "", ...body] = normal.slice(at).split("\n");
  return line === `# ${MARK}${digestOf(body.join("\n"))}`;
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function formatAction({ operation, name, paging }: Suggestion): readonly string[] {
  const lines: string[] = [`  # ${operation.method} ${oneLine(operation.path)}`];
  if (name) lines.push(`  # Names: \`${name.after}\` instead of \`${name.before}\`.`);
  if (paging) lines.push(`  # Pages: ${oneLine(paging.reason)}`);
  lines.push(`  - target: ${target(operation.pointer)}`, "    update:");
  if (name?.group !== undefined) lines.push(`      x-speakeasy-group: ${scalar(name.group)}`);
  if (name) lines.push(`      x-speakeasy-name-override: ${scalar(name.method)}`);
  if (paging) lines.push("      x-speakeasy-pagination:", ...formatPagination(paging.pagination));
  return lines;
}

function formatPagination({ type, inputs, outputs }: Pagination): readonly string[] {
  return [
    `        type: ${type}`,
    ...(inputs.length > 0 ? ["        inputs:"] : []),
    ...inputs.map(
      (input) =>
        `          - { name: ${scalar(input.name)}, in: ${input.in}, type: ${input.type} }`,
    ),
    "        outputs:",
    ...Object.entries(outputs).map(([key, path]) => `          ${key}: ${scalar(path)}`),
  ];
}

/** A JSONPath to an operation: `$.paths["/stations"].get`. */
function target(pointer: string): string {
  const path = parsePointer(pointer).reduce(
    (whole, name) =>
      /^[A-Za-z_]\w*$/.test(name) ? `${whole}.${name}` : `${whole}[${JSON.stringify(name)}]`,
    "$",
  );
  return scalar(path);
}

/** A plain scalar where YAML takes it for a string, or else one in quotes. */
function scalar(text: string): string {
  const isPlain = /^[A-Za-z_$][\w$ ./"[\]-]*$/.test(text) && !/\s$/.test(text);
  if (isPlain && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)) return text;
  return /^[ -&(-~]*$/.test(text) ? `'${text}'` : JSON.stringify(text);
}

/** For comments, which end with the line. */
function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
