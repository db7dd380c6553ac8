import { successHeaders } from "../../model/operation-facts.js";
import type { Group, Operation } from "../../model/types.js";
import type { OutputFile } from "../../output/output-file.js";
import { idempotentText } from "../operations/idempotent.js";
import { operationDocs } from "../operations/operation.js";
import { paginator } from "../operations/pagination.js";
import { positionalMembers } from "../operations/positional.js";
import { hasHeadersInResult } from "../operations/response-headers.js";
import { errorProgram } from "./error-program.js";
import { cell, code, oneLine, prose, table, typescript } from "./markdown.js";
import { type AnchorOf, type Section, anchorsOf, printPage } from "./page.js";
import { apiErrorPage, problemPage } from "./page-refs.js";
import { optionRows, parameterRows } from "./parameter-rows.js";
import { clientName, programs } from "./programs.js";
import { type PageRef, type DocsSite, typedErrors, link } from "./site.js";
import { typeMarkdown } from "./type-markdown.js";

/** The page of a group: its operations, each with both ways to call it, and its errors. */
export function groupPage(site: DocsSite, group: Group): OutputFile {
  return { path: site.group(group.path).path, text: printPage(sectionsOf(site, group).sections) };
}

/** The anchors of the operations on the page of a group. */
export function methodAnchors(site: DocsSite, group: Group): ReadonlyMap<Operation, string> {
  const { sections, heads } = sectionsOf(site, group);
  const anchors = anchorsOf(sections);
  return new Map([...heads].map(([operation, head]) => [operation, anchors.get(head) ?? ""]));
}

interface GroupSections {
  readonly sections: readonly Section[];
  readonly heads: ReadonlyMap<Operation, Section>;
}

function sectionsOf(site: DocsSite, group: Group): GroupSections {
  const page = site.group(group.path);
  const operations = site.context.operationsOf(group.path);
  const parts = operations.map((operation) => operationSections(site, page, operation));
  const heads = new Map(
    operations.flatMap(
      (operation, index) =>
        parts[index]?.slice(0, 1).map((head) => [operation, head] as const) ?? [],
    ),
  );
  const { description, summary } = group.docs;
  const sections: readonly Section[] = [
    { level: 1, title: page.name, blocks: [`(*${propertyPath(site, group)}*)`] },
    { level: 2, title: "Overview", blocks: [prose(description ?? summary ?? "")] },
    { level: 3, title: "Available Operations", blocks: [(anchor) => index(site, heads, anchor)] },
    ...parts.flat(),
    ...errorHandling(site, operations),
  ];
  return { sections, heads };
}

function index(site: DocsSite, heads: ReadonlyMap<Operation, Section>, anchor: AnchorOf): string {
  return [...heads]
    .map(
      ([operation, head]) =>
        `* [${methodOf(site, operation)}](#${anchor(head)}) - ${headline(operation)}`,
    )
    .join("\n");
}

/** The first sentence about an operation, on one line, and whether it is deprecated. */
export function headline(operation: Operation): string {
  const { summary, description, deprecated } = operation.docs;
  const text = summary ?? description?.trim().split(/\n\s*\n/)[0] ?? "";
  const line = oneLine(text === "" ? `${operation.method} \`${operation.path}\`` : text);
  return deprecated === undefined ? line : `${line} **(deprecated)**`;
}

function methodOf(site: DocsSite, operation: Operation): string {
  return site.context.names.operation(operation).method;
}

function propertyPath(site: DocsSite, group: Group): string {
  if (group.path.length === 0) return clientName(site);
  return group.path
    .map((_, depth) => site.context.names.group(group.path.slice(0, depth + 1)).property)
    .join(".");
}

/** The sections of an operation. Blocks are functions, because anchors only need the titles. */
function operationSections(
  site: DocsSite,
  page: PageRef,
  operation: Operation,
): readonly Section[] {
  const shown = once(() => programs(site, operation));
  const response = site.response(operation);
  const returned = response ? link(page, response) : "void";
  return [
    {
      level: 2,
      title: methodOf(site, operation),
      blocks: [
        deprecation(site, operation),
        () => about(operation),
        () => idempotentText(site.context, operation, code) ?? "",
      ],
    },
    { level: 3, title: "Example Usage", blocks: [() => typescript(shown().method)] },
    {
      level: 3,
      title: "Standalone function",
      blocks: ["The standalone function version of this method:", () => typescript(shown().func)],
    },
    {
      level: 3,
      title: "Parameters",
      blocks: [
        () =>
          table(
            ["Parameter", "Type", "Required", "Description"],
            [...parameterRows(site, page, operation), ...optionRows(page, operation)],
          ),
        requestObject(site, page, operation),
      ],
    },
    {
      level: 3,
      title: "Response",
      blocks: [
        `**Promise\\<${returned}\\>**`,
        paginator(site.context, operation) ? PAGES : "",
        hasChoice(operation) ? CHOICE : "",
        () => headersText(site, page, operation),
      ],
    },
    { level: 3, title: "Errors", blocks: [() => errorTable(site, page, operation)] },
  ];
}

const CHOICE =
  "The server chooses the media type, and each has a type of its own: the value is `{ contentType, data }`. Check `contentType` before you use `data`.";

function hasChoice({ responses }: Operation): boolean {
  return responses.some(({ isChoice }) => isChoice);
}

/** The headers that the successes of an operation declare. */
function headersText(site: DocsSite, page: PageRef, operation: Operation): string {
  const headers = successHeaders(operation);
  if (headers.length === 0) return "";
  const where = hasHeadersInResult(site.context, operation)
    ? "The value is `{ headers, result }`. `headers` has:"
    : "The function's `$inspect()` returns these headers of the response as `headers`:";
  const names = site.context.names.operation(operation);
  const rows = headers.map((field) => [
    code(names.header(field)),
    typeMarkdown(site, page, field.type),
    code(field.wire),
    cell(field.docs.description ?? field.docs.summary ?? ""),
  ]);
  return `${where}\n\n${table(["Member", "Type", "Header", "Description"], rows)}`;
}

const PAGES =
  "`await` returns the first page, `for await` iterates over all pages, and `.items()` over all entries.";

/** The request object, for a method with positional arguments. */
function requestObject(site: DocsSite, page: PageRef, operation: Operation): string {
  const request = positionalMembers(site.context, operation) && site.request(operation);
  return request
    ? `The method also accepts one request object instead, as the function does: ${link(page, request)}.`
    : "";
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function about(operation: Operation): string {
  const { description, summary, externalDocs } = operation.docs;
  const more =
    externalDocs && /^https?:\/\//.test(externalDocs.url)
      ? `See [${oneLine(externalDocs.description ?? "more")}](${encodeURI(externalDocs.url)}).`
      : "";
  return [prose(description ?? summary ?? ""), more].filter((part) => part !== "").join("\n\n");
}

function deprecation(site: DocsSite, operation: Operation): string {
  const { deprecated } = operationDocs(site.context, operation);
  if (deprecated === undefined) return "";
  return deprecated === "" ? "> **Deprecated.**" : `> **Deprecated**: ${oneLine(deprecated)}`;
}

function errorTable(site: DocsSite, page: PageRef, operation: Operation): string {
  const typed = typedErrors(site.context.names, operation).map(({ home, response }) => [
    link(page, site.error(home)),
    String(response.status),
    media(response.media ?? "*/*"),
  ]);
  const general = [
    [link(page, problemPage), "4XX, 5XX", "application/problem+json"],
    [link(page, apiErrorPage), "4XX, 5XX", media("*/*")],
  ];
  return table(["Error Type", "Status Code", "Content Type"], [...typed, ...general]);
}

function media(type: string): string {
  return type.replace(/[*|<`]/g, "\\$&");
}

/** The section on errors, with an exhaustive switch for the operation that declares the most. */
function errorHandling(site: DocsSite, operations: readonly Operation[]): readonly Section[] {
  const declared = operations.map((operation) => typedErrors(site.context.names, operation).length);
  const shown = operations[declared.indexOf(Math.max(...declared))];
  if (!shown) return [];
  return [
    {
      level: 2,
      title: "Error handling",
      blocks: [
        "Methods throw the errors in their tables. Standalone functions never throw or reject: they return the errors. " +
          "Every error has a literal `name`, so a `switch` over it is exhaustive: the compiler reports a missing case.",
        () => typescript(errorProgram(site, shown)),
      ],
    },
  ];
}
