import type { Group, Model, Operation, OperationResponse } from "../../model/types.js";
import { shortened } from "../../name/identifier.js";
import { fileScope } from "../../name/scope.js";
import type { ErrorHome, Home, Names } from "../../name/types.js";
import type { EmitContext } from "../context.js";

/** A page of the documentation, as links refer to it. */
export interface PageRef {
  /** Relative to the docs folder. */
  readonly path: string;
  /** The text of a link: `components.Connection`. */
  readonly label: string;
  /** `Connection`. */
  readonly name: string;
}

/** The documentation of an SDK: what every emitter works with, and where each page is. */
export interface DocsSite {
  readonly context: EmitContext;
  /** The page of a model; `input` for the request side of one that splits. */
  readonly model: (model: Model, input?: boolean) => PageRef;
  /** The page of the request type; `undefined` for an operation without a request. */
  readonly request: (operation: Operation) => PageRef | undefined;
  /** The page of the success type; `undefined` for an operation that returns nothing. */
  readonly response: (operation: Operation) => PageRef | undefined;
  readonly error: (home: Home) => PageRef;
  /** The page of a group. The operations without a group have one too. */
  readonly group: (path: readonly string[]) => PageRef;
}

/** The success responses of an operation that have a body. */
export function successValues(operation: Operation): readonly OperationResponse[] {
  return operation.responses.filter(({ isError, encoding }) => !isError && encoding !== "empty");
}

/** The declared error responses of an operation that have a class, with that class. */
export function typedErrors(
  names: Names,
  operation: Operation,
): readonly { readonly home: ErrorHome; readonly response: OperationResponse }[] {
  const own = names.operation(operation);
  return operation.responses.flatMap((response) => {
    const home = response.isError ? own.error(response) : undefined;
    return home ? [{ home, response }] : [];
  });
}

/** The groups that have operations, and the root if some operations have no group. */
export function populatedGroups({ api, operationsOf }: EmitContext): readonly Group[] {
  const listed = api.groups.filter((group) => operationsOf(group.path).length > 0);
  const root = operationsOf([]).length > 0 && !listed.some((group) => group.path.length === 0);
  return root ? [{ path: [], docs: {} }, ...listed] : listed;
}

/** A link from one page to another. */
export function link(from: PageRef, to: PageRef, anchor = ""): string {
  return `[${to.label}](${relative(from.path, to.path)}${anchor === "" ? "" : `#${anchor}`})`;
}

/** The relative URL from one file to another. */
export function relative(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let common = 0;
  while (common < here.length && here[common] === there[common]) common++;
  return encodeURI("../".repeat(here.length - common) + there.slice(common).join("/"));
}

/** Assigns a path to every page. Paths differ even on file systems that ignore case. */
export function createSite(context: EmitContext): DocsSite {
  const { names } = context;
  const typePage = typePages();
  const site: DocsSite = {
    context,
    model(model, input = false) {
      const own = names.model(model.pointer);
      return typePage(input ? (own.input ?? own) : own);
    },
    request: (operation) =>
      operation.parameters.length > 0 || operation.body
        ? typePage(names.operation(operation).request)
        : undefined,
    response: (operation) =>
      successValues(operation).length > 0
        ? typePage(names.operation(operation).response)
        : undefined,
    error: typePage,
    group: (path) => groupPage(names, path),
  };
  claimPaths(site);
  return site;
}

/**
 * Claims the paths in document order, so that the numbers of clashing paths do not depend on which
 * page links first.
 */
function claimPaths(site: DocsSite): void {
  const { api, names } = site.context;
  for (const model of api.models) {
    site.model(model);
    site.model(model, true);
  }
  for (const operation of api.operations) {
    site.request(operation);
    site.response(operation);
    for (const { home } of typedErrors(names, operation)) {
      if (home.base) site.error(home.base);
      site.error(home);
    }
  }
}

/** The page of a type, by the type's symbol. */
function typePages(): (home: Home) => PageRef {
  const newPage = allocator();
  const pages = new Map<string, PageRef>();
  // Nearly every link is to a symbol that has been asked for before.
  const known = new Map<Home, PageRef>();
  const find = (home: Home): PageRef => {
    const key = `${home.file}#${home.name}`;
    const page = pages.get(key) ?? newPage(kindOf(home), home.name);
    pages.set(key, page);
    known.set(home, page);
    return page;
  };
  return (home) => known.get(home) ?? find(home);
}

/** Makes pages whose paths differ even on file systems that ignore case. */
function allocator(): (kind: string, name: string) => PageRef {
  const files = new Map([["errors", fileScope(["readme"])]]);
  return (kind, name) => {
    const taken = files.get(kind) ?? fileScope();
    files.set(kind, taken);
    return {
      path: `models/${kind}/${taken.claim(shortened(name.toLowerCase()))}.md`,
      label: `${kind}.${name}`,
      name,
    };
  };
}

function kindOf(home: Home): string {
  return /(?:^|\/)models\/([^/]+)\//.exec(home.file)?.[1] ?? "components";
}

function groupPage(names: Names, path: readonly string[]): PageRef {
  if (path.length === 0) {
    const { className } = names.sdk;
    return { path: "sdks/sdk/README.md", label: className, name: className };
  }
  const { file, name } = names.group(path);
  return { path: `sdks/${file.split("/").at(-1) ?? "sdk"}/README.md`, label: name, name };
}
