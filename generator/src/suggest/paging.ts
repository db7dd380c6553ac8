/** Finds the pagination of operations that declare none, by what they send and return. */
import type { Operation, Pagination, Parameter, Type } from "../model/types.js";
import { type Member, type TypeReader, jsonPath, plainName } from "./members.js";

/** A pagination, and how it was found. */
export interface FoundPaging {
  readonly pagination: Pagination;
  /** For a comment, as a sentence. */
  readonly reason: string;
}

/**
 * The pagination of an operation, or `undefined` if there is none, or none that is certain enough.
 * A cursor in the response is the best sign, then a link, then a page number, then an offset.
 */
export function findPaging(operation: Operation, reader: TypeReader): FoundPaging | undefined {
  const { method, pagination } = operation;
  if (pagination || (method !== "GET" && method !== "POST")) return undefined;
  const inputs = inputsOf(operation, reader);
  const hasCursor = inputs.some(({ name }) => CURSOR_INPUTS.includes(plainName(name)));
  // Everything but a search creates what it returns.
  if (method === "POST" && !hasCursor) return undefined;
  const type = pageOf(operation);
  const results = type && resultsOf(type, operation, reader);
  if (!type || results === undefined) return undefined;
  const members = reader.members(type, 3).filter((member) => isAbout(member, results));
  const page: Page = { members, results: jsonPath(results), inputs, operation };
  return (hasCursor ? byCursor(page) : undefined) ?? byLink(page) ?? byPage(page) ?? byOffset(page);
}

/** The first JSON of a success: what the SDK returns. */
function pageOf({ responses }: Operation): Type | undefined {
  return responses.find(({ isError, encoding }) => !isError && encoding === "json")?.type;
}

interface Page {
  readonly members: readonly Member[];
  /** The JSONPath of the items. */
  readonly results: string;
  readonly inputs: readonly Input[];
  readonly operation: Operation;
}

/** A parameter, or a member of a JSON body. */
interface Input {
  readonly name: string;
  readonly in: "parameters" | "requestBody";
  readonly type: Type;
  readonly default: unknown;
  readonly description: string;
}

function inputsOf({ parameters, body }: Operation, reader: TypeReader): readonly Input[] {
  const queries = parameters
    .filter((parameter) => parameter.in === "query" && parameter.media === undefined)
    .map((parameter): Input => inputOf(parameter, parameter.wire, "parameters", reader));
  const members =
    body?.encoding === "json" && body.member === undefined ? reader.members(body.type, 1) : [];
  return [
    ...queries,
    ...members.map(({ field }) => inputOf(field, field.wire, "requestBody", reader)),
  ];
}

function inputOf(
  { type, default: value, docs }: Pick<Parameter, "type" | "default" | "docs">,
  name: string,
  where: Input["in"],
  { resolve }: TypeReader,
): Input {
  const description = `${docs.summary ?? ""} ${docs.description ?? ""}`;
  return { name, in: where, type: resolve(type), default: value, description };
}

const RESULTS = words("data items results records entries list values content rows objects");

/** The items: the whole page, a list of a usual name or the path's, or the only list. */
function resultsOf(
  type: Type,
  { path }: Operation,
  reader: TypeReader,
): readonly string[] | undefined {
  if (reader.resolve(type).kind === "array") return [];
  const segments = path.split("/").filter((part) => part !== "");
  // What an item has lists of is not paged with it.
  const depths = segments.at(-1)?.startsWith("{") ? [1] : [1, 2];
  const statics = segments.filter((part) => !part.startsWith("{"));
  const resource = plainName(statics.at(-1) ?? "");
  for (const depth of depths) {
    const lists = reader.members(type, depth).filter((member) => isItems(member, reader));
    const named = lists.filter((member) => {
      const [name = ""] = member.names;
      return RESULTS.includes(name) || name === resource;
    });
    const [only, ...others] = named.length > 0 ? named : lists;
    if (only) return others.length === 0 ? only.path : undefined;
  }
  return undefined;
}

/**
 * Whether a member is about the page with the results: it is beside them, or further out, or in an
 * object of one of these about the page. `tracks.next` is not about `images`.
 */
function isAbout({ path }: Member, results: readonly string[]): boolean {
  const outer = path.slice(0, -1);
  while (outer.length > 0 && ABOUT_PAGES.test(outer.at(-1) ?? "")) outer.pop();
  return (
    outer.every((name, index) => results[index] === name) &&
    outer.length < Math.max(1, results.length)
  );
}

const ABOUT_PAGES = /^(?:_?links|.*meta.*|.*paging.*|.*paginat.*|.*page.*|cursors?|next|.*info)$/i;

/** Lists of strings are more often tags or errors. */
function isItems({ type, path, names }: Member, { resolve }: TypeReader): boolean {
  if (type.kind !== "array" || /error|warning|message/i.test(path.join("."))) return false;
  const items = resolve(type.items);
  const isText = items.kind === "string" || items.kind === "enum";
  return !isText || RESULTS.includes(names[0] ?? "");
}

const CURSORS = words(
  "nextcursor nextpagetoken nexttoken nextpagecursor nextcontinuationtoken continuationtoken nextmarker " +
    "nextpagekey nextbookmark nextkey nextoffset nextstart nextid nextpage next endcursor pagetoken " +
    "paginationtoken scrollid bookmark cursor after",
);
const CURSOR_INPUTS = words(
  "cursor pagetoken nexttoken nextcursor nextpagetoken nextpagecursor nextmarker nextkey nextstart nextoffset nextid " +
    "endcursor pagecursor continuationtoken nextcontinuationtoken continuation " +
    "paginationtoken marker startkey pagekey bookmark scrollid after pageafter startcursor aftercursor token next offset " +
    "start page pagenumber",
);

function byCursor({ members, results, inputs }: Page): FoundPaging | undefined {
  for (const name of CURSORS) {
    for (const output of members.filter(({ names }) => names.includes(name))) {
      if (isLink(output)) continue;
      const input = cursorInput(name, output, inputs);
      if (!input) continue;
      const next = jsonPath(output.path);
      return {
        pagination: {
          type: "cursor",
          inputs: [{ name: input.name, in: input.in, type: "cursor" }, ...limitOf(inputs)],
          outputs: { results, nextCursor: next },
        },
        reason: `The response has the next \`${input.name}\` in \`${next}\`.`,
      };
    }
  }
  return undefined;
}

/** The input of the same name without `next`, or of a usual name, with the type of the cursor. */
function cursorInput(name: string, output: Member, inputs: readonly Input[]): Input | undefined {
  const own = name.replace(/^next(?=.)/, "");
  // `next` and `nextPage` of a number are a page, of a string anything.
  const wanted = [own, name, ...(isExplicit(name) || output.path.length > 1 ? CURSOR_INPUTS : [])];
  const kind = kindOf(output.type);
  const fitting = kind === undefined ? [] : inputs.filter(({ type }) => kindOf(type) === kind);
  return wanted
    .map((candidate) => fitting.find((input) => plainName(input.name) === candidate))
    .find((input) => input !== undefined);
}

/** Names that mean the next page. `cursor` and `after` may be those of this one. */
function isExplicit(name: string): boolean {
  return name.startsWith("next") || name === "endcursor";
}

function kindOf(type: Type): "string" | "number" | undefined {
  if (type.kind === "string") return "string";
  return type.kind === "integer" || type.kind === "number" ? "number" : undefined;
}

const LINKS = words(
  "next nexturl nextlink nextpageurl nextpagelink nextpageuri nexthref nexturi nextpage",
);

function byLink({ members, results, operation }: Page): FoundPaging | undefined {
  if (operation.method !== "GET") return undefined;
  const link = LINKS.flatMap((name) =>
    members.filter((member) => member.names.includes(name) && isLink(member)),
  )[0];
  if (!link) return undefined;
  const nextUrl = jsonPath(link.path);
  return {
    pagination: { type: "url", inputs: [], outputs: { results, nextUrl } },
    reason: `The response links to the next page in \`${nextUrl}\`.`,
  };
}

/** A string that is a URL: by its format, its name, the object that it is in, or its example. */
function isLink({ path, type, field }: Member): boolean {
  if (type.kind !== "string") return false;
  if (/^ur[il]/.test(type.format ?? "")) return true;
  if (/ur[il]$|link$|href$/i.test(path.at(-1) ?? "")) return true;
  if (path.slice(0, -1).some((name) => /^_?links$/i.test(name))) return true;
  const { example, summary = "", description = "" } = field.docs;
  if (typeof example === "string") return /^(?:https?:\/)?\//.test(example);
  return /\b(?:URL|URI|link)\b/i.test(`${summary} ${description}`);
}

const PAGES = words("page pagenumber pageno pagenum currentpage p");
const PAGE_COUNTS = words("totalpages numpages pagecount pages pagestotal totalpagecount lastpage");

function byPage({ members, results, inputs, operation }: Page): FoundPaging | undefined {
  if (operation.method !== "GET") return undefined;
  const page = find(inputs, PAGES);
  if (!page || !countsFromOne(page)) return undefined;
  const limit = limitOf(inputs);
  const count = PAGE_COUNTS.flatMap((name) =>
    members.filter(({ names, type }) => names.includes(name) && kindOf(type) === "number"),
  )[0];
  // A one-letter name alone could be anything.
  if (page.name.length === 1 && limit.length === 0 && !count) return undefined;
  return {
    pagination: {
      type: "offsetLimit",
      inputs: [{ name: page.name, in: page.in, type: "page" }, ...limit],
      outputs: { results, ...(count && { numPages: jsonPath(count.path) }) },
    },
    reason: count
      ? `\`${page.name}\` is the number of the page, and \`${jsonPath(count.path)}\` says how many there are.`
      : `\`${page.name}\` is the number of the page.`,
  };
}

/**
 * Without a default in the document, the SDK takes the first page for 1. If that may be wrong, it
 * would skip a page.
 */
function countsFromOne({ type, default: first, description }: Input): boolean {
  if (first !== undefined) return typeof first === "number";
  const least = type.kind === "integer" || type.kind === "number" ? type.limits?.min : undefined;
  return least !== 0 && !/\b(?:zero|0)\b/i.test(description);
}

const OFFSETS = words("offset skip start startat pageoffset");

function byOffset({ results, inputs, operation }: Page): FoundPaging | undefined {
  if (operation.method !== "GET") return undefined;
  const offset = find(inputs, OFFSETS);
  const limit = limitOf(inputs);
  // `start` alone could be a date, and without a limit nobody can tell the last page early.
  if (!offset || limit.length === 0 || (offset.default ?? 0) !== 0) return undefined;
  const least = offset.type.kind === "integer" ? offset.type.limits?.min : undefined;
  if (least !== undefined && least > 0) return undefined;
  return {
    pagination: {
      type: "offsetLimit",
      inputs: [{ name: offset.name, in: offset.in, type: "offset" }, ...limit],
      outputs: { results },
    },
    reason: `\`${offset.name}\` is the number of items to skip.`,
  };
}

const LIMITS = words(
  "limit perpage pagesize size pagelimit count maxresults take top maxitems max",
);

function limitOf(inputs: readonly Input[]): Pagination["inputs"] {
  const limit = find(inputs, LIMITS);
  return limit ? [{ name: limit.name, in: limit.in, type: "limit" }] : [];
}

/** The numeric query parameter of the first name that there is. */
function find(inputs: readonly Input[], names: readonly string[]): Input | undefined {
  return names
    .map((name) =>
      inputs.find(
        (input) =>
          input.in === "parameters" &&
          plainName(input.name) === name &&
          kindOf(input.type) === "number",
      ),
    )
    .find((input) => input !== undefined);
}

function words(list: string): readonly string[] {
  return list.split(" ");
}
