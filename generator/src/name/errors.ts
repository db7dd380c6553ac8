/**
 * Names of the classes of declared errors. A class stands for a component of the document, or for
 * the inline errors of one status and shape. Clashes are solved by words, and only as a last resort
 * by numbers.
 */
import { isNamedSchema } from "../document/pointer.js";
import { sorted } from "../model/sorted.js";
import { reasonOf } from "../model/status.js";
import type { Api, Operation, OperationResponse, Pointer } from "../model/types.js";
import { type ErrorTitle, type ErrorUse, ORIGINS, errorUses } from "./error-uses.js";
import { pascal, shortened } from "./identifier.js";
import type { ModelFiles } from "./model-files.js";
import type { OperationTypeNames } from "./operation-names.js";
import { errorNames as reserved } from "./reserved.js";
import { scope, type Scope } from "./scope.js";

import type { ErrorHome, Home, ModelNames } from "./types.js";

/** The class of an error response, if it has one. */
export type ErrorNames = (
  operation: Operation,
  response: OperationResponse,
) => ErrorHome | undefined;

interface Naming {
  readonly operationTypes: ReadonlyMap<Operation, OperationTypeNames>;
  readonly models: ReadonlyMap<Pointer, ModelNames>;
  readonly files: ModelFiles;
  /** False: each operation has classes of its own, which extend those of the components. */
  readonly sharedErrors: boolean;
}

/** Names the classes of all declared errors that have a schema. */
export function nameErrors(api: Api, naming: Naming): ErrorNames {
  const uses = errorUses(api);
  const classes = scope(reserved);
  const homes = naming.sharedErrors
    ? claimed(
        plansOf(uses, ({ title }) => title),
        classes,
        naming,
      )
    : separate(uses, classes, naming);
  const names = new Map(uses.map((use) => [keyOf(use.operation, use.response), homes.get(use)]));
  return (operation, response) => names.get(keyOf(operation, response));
}

/** A class for each use, which extends the class of its component. */
function separate(
  uses: readonly ErrorUse[],
  classes: Scope,
  naming: Naming,
): ReadonlyMap<ErrorUse, ErrorHome> {
  const bases = claimed(
    plansOf(uses, ({ component }) => component),
    classes,
    naming,
  );
  const named = plansOf(uses, ({ title }) => (title.origin === "override" ? title : undefined));
  const own = new Map(claimed(named, classes, naming));
  for (const use of uses.filter((each) => !own.has(each))) {
    const [name = "", ...others] = ofOperation(use, use.title.name, naming);
    const file = `models/errors/${naming.files.ofOperation(use.operation)}`;
    own.set(use, { name: classes.claim(name, ...others), file });
  }
  const basesOf = new Map<Home, Set<Home | undefined>>();
  for (const [use, home] of own)
    basesOf.set(home, (basesOf.get(home) ?? new Set()).add(bases.get(use)));
  return new Map(
    [...own].map(([use, home]) => {
      const [base, ...others] = basesOf.get(home) ?? [];
      return [use, base === undefined || others.length > 0 ? home : extended(home, base)];
    }),
  );
}

const extended = (home: Home, base: Home): ErrorHome => ({ ...home, base });

/** A class to be named: the uses that the document calls the same and that have one shape. */
interface Plan {
  readonly title: ErrorTitle;
  readonly uses: readonly [ErrorUse, ...ErrorUse[]];
}

function plansOf(
  uses: readonly ErrorUse[],
  titleOf: (use: ErrorUse) => ErrorTitle | undefined,
): readonly Plan[] {
  const plans = new Map<string, Plan>();
  for (const use of uses) {
    const title = titleOf(use);
    if (title === undefined) continue;
    const key = JSON.stringify([title.name, use.shape]);
    const known = plans.get(key);
    if (!known) plans.set(key, { title, uses: [use] });
    else
      plans.set(key, {
        title: rank(title) < rank(known.title) ? title : known.title,
        uses: [...known.uses, use],
      });
  }
  return [...plans.values()];
}

/**
 * Names the classes: first all that can have the names that the document gives them, then those
 * that need other words.
 */
function claimed(
  plans: readonly Plan[],
  classes: Scope,
  naming: Naming,
): ReadonlyMap<ErrorUse, Home> {
  const models = new Map(
    [...naming.models].flatMap(([pointer, { name }]) =>
      isNamedSchema(pointer) ? [[name, pointer] as const] : [],
    ),
  );
  const homes = new Map<ErrorUse, Home>();
  const give = (plan: Plan, name: string): void => {
    const file = naming.files.ofOperations(plan.uses.map(({ operation }) => operation));
    const home = { name, file: `models/errors/${file}` };
    for (const use of plan.uses) homes.set(use, home);
  };
  const ranked = sorted(plans, (a, b) => rank(a.title) - rank(b.title) || extent(b) - extent(a));
  const left = ranked.filter((plan) => {
    const name = shortened(plan.title.name);
    const isFree = classes.isFree(name) && !isOtherModel(plan, models.get(name));
    if (isFree) give(plan, classes.claim(name));
    return !isFree;
  });
  for (const plan of left) {
    const name = plan.title.name;
    const isTaken = reserved.has(name) || isOtherModel(plan, models.get(name));
    const [first = name, ...others] = otherWords(plan, isTaken, naming).filter(
      (word) => !isOtherModel(plan, models.get(word)),
    );
    give(plan, classes.claim(first, ...others));
  }
  return homes;
}

function rank({ origin }: ErrorTitle): number {
  return ORIGINS.indexOf(origin);
}

/**
 * How many operations an inline error has, so that the commonest of a status is named after it.
 * Components come in document order.
 */
function extent({ title, uses }: Plan): number {
  return title.origin === "status" ? new Set(uses.map(({ operation }) => operation)).size : 0;
}

/**
 * True for a model that is not the body of the error. A name that the document gives to the error
 * alone is kept all the same.
 */
function isOtherModel({ title, uses: [{ model }] }: Plan, pointer: Pointer | undefined): boolean {
  return title.origin !== "override" && pointer !== undefined && pointer !== model;
}

/** The names for a class whose first name is taken: by the runtime or a model, or else by a class. */
function otherWords({ title, uses: [use] }: Plan, isTaken: boolean, naming: Naming): string[] {
  const { name, origin } = title;
  const operations = ofOperation(use, name, naming);
  const kind = name.endsWith("Error") ? `${name}Response` : `${name}Error`;
  const isOfOperation = origin === "status" || origin === "override";
  const words =
    isOfOperation && !isTaken
      ? [...operations, kind]
      : [...(isTaken ? [] : [withMedia(name, use)]), kind, ...operations];
  return words.map(shortened);
}

/** The names for an error of one operation. */
function ofOperation(use: ErrorUse, name: string, { operationTypes }: Naming): readonly string[] {
  const { operation, response } = use;
  const base = operationTypes.get(operation)?.base ?? "";
  const group = pascal(operation.group.join(" "));
  return [
    `${base}${name}`,
    `${base}${group}${name}`,
    `${base}${pascal(reasonOf(response.status))}${name}`,
    withMedia(`${base}${name}`, use),
  ].map(shortened);
}

/** Adds what is particular of a media type: `Problem` for `application/problem+json`. */
function withMedia(name: string, { response: { media = "" } }: ErrorUse): string {
  const word = media.replace(/^[^/]*\//, "").replace(/\+?json$/, "");
  return `${name}${pascal(word)}`;
}

/** The runtime tells the responses of an operation apart by these. */
function keyOf({ pointer }: Operation, { status, media }: OperationResponse): string {
  return `${pointer} ${status} ${media ?? ""}`;
}
