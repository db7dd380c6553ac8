import type { Answer, Api, Group, Model, Operation, Pointer } from "../../model/types.js";
import { shortened } from "../../name/identifier.js";
import { fileScope } from "../../name/scope.js";
import type { Home, Plan } from "../../name/types.js";
import type { EmitOptions } from "../../output/emit-options.js";
import type { Context } from "../context.js";
import type { Examples } from "../example/index.js";

/** A page of the documentation and what links to it say. */
export interface Place {
  /** Relative to the docs folder. */
  readonly path: string;
  /** `components.Connection`. */
  readonly label: string;
  /** `Connection`. */
  readonly name: string;
}

/** Everything the pages are made from, and where each page is. */
export interface Site {
  readonly api: Api;
  readonly plan: Plan;
  readonly options: EmitOptions;
  readonly context: Context;
  readonly examples: Examples;
  readonly models: ReadonlyMap<Pointer, Model>;
  /** The page of a model; `input` for the request side of one that splits. */
  readonly model: (model: Model, input?: boolean) => Place;
  /** The page of the request type, where the operation has one. */
  readonly request: (operation: Operation) => Place | undefined;
  /** The page of the success type, where the operation answers something. */
  readonly response: (operation: Operation) => Place | undefined;
  readonly error: (home: Home) => Place;
  /** The page of a group; the operations without a group have one too. */
  readonly group: (path: readonly string[]) => Place;
}

/** The answers of an operation that are successes and carry something. */
export function values(operation: Operation): readonly Answer[] {
  return operation.answers.filter((answer) => !answer.failure && answer.encoding !== "empty");
}

/** The declared failures of an operation that have a class of their own, by class. */
export function failures(
  plan: Plan,
  operation: Operation,
): readonly { readonly home: Home; readonly answer: Answer }[] {
  const names = plan.operation(operation);
  return operation.answers.flatMap((answer) => {
    const home = answer.failure ? names.error(answer) : undefined;
    return home ? [{ home, answer }] : [];
  });
}

/** The groups that have operations, and the root where operations have no group. */
export function populatedGroups({ api, operationsOf }: Context): readonly Group[] {
  const listed = api.groups.filter((group) => operationsOf(group.path).length > 0);
  const root = operationsOf([]).length > 0 && !listed.some((group) => group.path.length === 0);
  return root ? [{ path: [], docs: {} }, ...listed] : listed;
}

/** A link from one page to another. */
export function link(from: Place, to: Place, anchor = ""): string {
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

/** Plans the pages. Paths differ even where a file system ignores case. */
export function planSite(context: Context): Site {
  const { api, plan, options } = context;
  const models: ReadonlyMap<Pointer, Model> = new Map(
    api.models.map((model) => [model.pointer, model]),
  );
  const typed = typePlaces();
  const site: Site = {
    api,
    plan,
    options,
    models,
    context,
    examples: context.examples,
    model(model, input = false) {
      const names = plan.model(model.pointer);
      return typed(input ? (names.input ?? names) : names);
    },
    request: (operation) =>
      operation.parameters.length > 0 || operation.body
        ? typed(plan.operation(operation).request)
        : undefined,
    response: (operation) =>
      values(operation).length > 0 ? typed(plan.operation(operation).response) : undefined,
    error: typed,
    group: (path) => groupPlace(plan, path),
  };
  settle(site);
  return site;
}

/** Gives out the paths in document order, so that numbers of clashing paths do not depend on which page links first. */
function settle(site: Site): void {
  for (const model of site.api.models) {
    site.model(model);
    site.model(model, true);
  }
  for (const operation of site.api.operations) {
    site.request(operation);
    site.response(operation);
    for (const { home } of failures(site.plan, operation)) site.error(home);
  }
}

/** The page of a type by the symbol it is about. */
function typePlaces(): (home: Home) => Place {
  const place = allocator();
  const pages = new Map<string, Place>();
  // Nearly every link is to a home that was asked for before.
  const known = new Map<Home, Place>();
  const find = (home: Home): Place => {
    const key = `${home.file}#${home.name}`;
    const made = pages.get(key) ?? place(kindOf(home), home.name);
    pages.set(key, made);
    known.set(home, made);
    return made;
  };
  return (home) => known.get(home) ?? find(home);
}

/** Gives out paths; where a file system ignores case, they differ all the same. */
function allocator(): (kind: string, name: string) => Place {
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

function groupPlace(plan: Plan, path: readonly string[]): Place {
  if (path.length === 0)
    return { path: "sdks/sdk/README.md", label: plan.sdk.className, name: plan.sdk.className };
  const { file, name } = plan.group(path);
  return { path: `sdks/${file.split("/").at(-1) ?? "sdk"}/README.md`, label: name, name };
}
