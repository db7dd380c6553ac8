import type { Group, Operation } from "../../model/types.js";
import type { OutputFile } from "../../output/output-file.js";
import { operationDocs } from "../operations/operation.js";
import { paging } from "../operations/pages.js";
import { errorProgram } from "./error-program.js";
import { oneLine, prose, table, typescript } from "./markdown.js";
import { type AnchorOf, type Section, anchorsOf, printPage } from "./page.js";
import { optionRows, parameterRows } from "./parameter-rows.js";
import { apiErrorPlace, problemPlace } from "./places.js";
import { positionalMembers } from "./positional.js";
import { type Place, type Site, failures, link } from "./site.js";
import { clientName, programs } from "./snippet.js";

/** The page of a group: what it offers, each operation with both ways to call it, and its errors. */
export function groupPage(site: Site, group: Group): OutputFile {
  return { path: site.group(group.path).path, text: printPage(sectionsOf(site, group).page) };
}

/** The anchors of a group's operations on its page. */
export function methodAnchors(site: Site, group: Group): ReadonlyMap<Operation, string> {
  const { page, heads } = sectionsOf(site, group);
  const anchors = anchorsOf(page);
  return new Map([...heads].map(([operation, head]) => [operation, anchors.get(head) ?? ""]));
}

interface GroupSections {
  readonly page: readonly Section[];
  readonly heads: ReadonlyMap<Operation, Section>;
}

function sectionsOf(site: Site, group: Group): GroupSections {
  const place = site.group(group.path);
  const operations = site.context.operationsOf(group.path);
  const parts = operations.map((operation) => operationSections(site, place, operation));
  const heads = new Map(
    operations.flatMap(
      (operation, index) =>
        parts[index]?.slice(0, 1).map((head) => [operation, head] as const) ?? [],
    ),
  );
  const { description, summary } = group.docs;
  const page: readonly Section[] = [
    { level: 1, title: place.name, blocks: [`(*${propertyPath(site, group)}*)`] },
    { level: 2, title: "Overview", blocks: [prose(description ?? summary ?? "")] },
    { level: 3, title: "Available Operations", blocks: [(anchor) => index(site, heads, anchor)] },
    ...parts.flat(),
    ...handling(site, operations),
  ];
  return { page, heads };
}

function index(site: Site, heads: ReadonlyMap<Operation, Section>, anchor: AnchorOf): string {
  return [...heads]
    .map(
      ([operation, head]) =>
        `* [${methodOf(site, operation)}](#${anchor(head)}) - ${headline(operation)}`,
    )
    .join("\n");
}

/** The first words about an operation, on one line, and whether it is deprecated. */
export function headline(operation: Operation): string {
  const { summary, description, deprecated } = operation.docs;
  const text = summary ?? description?.trim().split(/\n\s*\n/)[0] ?? "";
  const line = oneLine(text === "" ? `${operation.method} \`${operation.path}\`` : text);
  return deprecated === undefined ? line : `${line} **(deprecated)**`;
}

function methodOf(site: Site, operation: Operation): string {
  return site.plan.operation(operation).method;
}

function propertyPath(site: Site, group: Group): string {
  if (group.path.length === 0) return clientName(site);
  return group.path
    .map((_, depth) => site.plan.group(group.path.slice(0, depth + 1)).property)
    .join(".");
}

/** The blocks are made when the page is printed: whoever asks for its anchors needs the titles only. */
function operationSections(site: Site, place: Place, operation: Operation): readonly Section[] {
  const shown = once(() => programs(site, operation));
  const response = site.response(operation);
  const returned = response ? link(place, response) : "void";
  return [
    {
      level: 2,
      title: methodOf(site, operation),
      blocks: [deprecation(site, operation), () => words(operation)],
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
            [...parameterRows(site, place, operation), ...optionRows(place)],
          ),
        requestObject(site, place, operation),
      ],
    },
    {
      level: 3,
      title: "Response",
      blocks: [`**Promise\\<${returned}\\>**`, paging(site.context, operation) ? PAGES : ""],
    },
    { level: 3, title: "Errors", blocks: [() => errorTable(site, place, operation)] },
  ];
}

const PAGES =
  "`await` gives the first page, iterating with `for await` gives every page, and `.items()` every entry.";

/** Where a method takes members one by one, what else it takes, and what the function takes. */
function requestObject(site: Site, place: Place, operation: Operation): string {
  const request = positionalMembers(site, operation) && site.request(operation);
  return request
    ? `In their place the method also takes one object, as the function does: ${link(place, request)}.`
    : "";
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function words(operation: Operation): string {
  const { description, summary, externalDocs } = operation.docs;
  const more =
    externalDocs && /^https?:\/\//.test(externalDocs.url)
      ? `See [${oneLine(externalDocs.description ?? "more")}](${encodeURI(externalDocs.url)}).`
      : "";
  return [prose(description ?? summary ?? ""), more].filter((part) => part !== "").join("\n\n");
}

function deprecation(site: Site, operation: Operation): string {
  const { deprecated } = operationDocs(site, operation);
  if (deprecated === undefined) return "";
  return deprecated === "" ? "> **Deprecated.**" : `> **Deprecated**: ${oneLine(deprecated)}`;
}

function errorTable(site: Site, place: Place, operation: Operation): string {
  const typed = failures(site.plan, operation).map(({ home, answer }) => [
    link(place, site.error(home)),
    String(answer.status),
    media(answer.media ?? "*/*"),
  ]);
  const general = [
    [link(place, problemPlace), "4XX, 5XX", "application/problem+json"],
    [link(place, apiErrorPlace), "4XX, 5XX", media("*/*")],
  ];
  return table(["Error Type", "Status Code", "Content Type"], [...typed, ...general]);
}

function media(type: string): string {
  return type.replace(/[*|<`]/g, "\\$&");
}

/** The section on errors: one exhaustive switch for the operation that declares most. */
function handling(site: Site, operations: readonly Operation[]): readonly Section[] {
  const declared = operations.map((operation) => failures(site.plan, operation).length);
  const shown = operations[declared.indexOf(Math.max(...declared))];
  if (!shown) return [];
  return [
    {
      level: 2,
      title: "Error handling",
      blocks: [
        "Methods throw the errors of their tables; standalone functions never throw and never reject, they answer them. " +
          "Every error has a literal `name`, so a `switch` over it is exhaustive: the compiler says when a case is missing.",
        () => typescript(errorProgram(site, shown)),
      ],
    },
  ];
}
