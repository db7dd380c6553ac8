/** Names of the classes of declared failures. */
import { reasonOf } from "../model/status.js";
import type { Answer, Operation, Pointer, Type } from "../model/types.js";
import { pascal, shortened } from "./identifier.js";
import { isNamed, typeName } from "./models.js";
import { fileScope, scope, type Scope } from "./scope.js";
import type { Stem } from "./stems.js";
import type { Home } from "./types.js";

/** The class of a failure of an operation, if it has one. */
export type ErrorNames = (operation: Operation, answer: Answer) => Home | undefined;

/** Names one class per declared failure with a schema; a name that the document gives is shared by all that give it. */
export function nameErrors(
  stems: ReadonlyMap<Operation, Stem>,
  schemaNames: ReadonlyMap<Pointer, string>,
): ErrorNames {
  const classes = scope(["TypedError", "APIError", "APIProblem", "SDKError"]);
  const files = fileScope([...stems.values()].map(({ stem }) => stem));
  const names = new Map<Operation, ReadonlyMap<string, Home>>();
  const shared = new Map<string, Home>();
  for (const [operation, stem] of stems) {
    const own = new Map<string, Home>();
    const named = scope();
    for (const answer of operation.answers.filter(hasClass)) {
      const home =
        answer.suggestedName === undefined
          ? ownClass({ operation, answer, stem, schemaNames, named, classes })
          : sharedClass(answer, answer.suggestedName, { shared, classes, files });
      own.set(keyOf(answer), home);
    }
    names.set(operation, own);
  }
  return (operation, answer) => names.get(operation)?.get(keyOf(answer));
}

/**
 * Failures that are data. Bare problems of a whole range are the runtime's own `APIProblem`, and a failure without a
 * schema is its `APIError`.
 */
function hasClass({ failure, encoding, type, status, media }: Answer): boolean {
  const covered = typeof status === "string" && media === "application/problem+json";
  return (
    failure && encoding === "json" && type !== undefined && type.kind !== "unknown" && !covered
  );
}

interface Own {
  readonly operation: Operation;
  readonly answer: Answer;
  readonly stem: Stem;
  readonly schemaNames: ReadonlyMap<Pointer, string>;
  /** The names inside of the operation, by which a second failure with one schema is noticed. */
  readonly named: Scope;
  readonly classes: Scope;
}

function ownClass({
  operation,
  answer,
  stem: { stem, file },
  schemaNames,
  named,
  classes,
}: Own): Home {
  const schema =
    schemaName(answer.type, schemaNames) ??
    `${pascal(reasonOf(answer.status)).replace(/Error$/, "")}Error`;
  const group = pascal(operation.group.join(" "));
  const status = String(answer.status);
  const plain = `${stem}${schema}`;
  const grouped = `${stem}${group}${schema}`;
  const wanted = named.claim(
    shortened(plain),
    shortened(grouped),
    shortened(`${grouped}${pascal(status)}`),
  );
  const name = classes.claim(wanted, `${shortened(wanted)}Error`);
  return { name, file: file.replace("models/operations/", "models/errors/") };
}

/** A schema of the document names its errors; a shape of one operation is named after the status instead. */
function schemaName(
  type: Type | undefined,
  names: ReadonlyMap<Pointer, string>,
): string | undefined {
  if (type?.kind !== "ref") return undefined;
  const isShared = isNamed(type.to) || type.to.startsWith("/components/");
  const name = isShared ? names.get(type.to) : undefined;
  return name === undefined ? undefined : pascal(name);
}

interface Shared {
  readonly shared: Map<string, Home>;
  readonly classes: Scope;
  readonly files: Scope;
}

function sharedClass(answer: Answer, suggested: string, { shared, classes, files }: Shared): Home {
  const key = JSON.stringify([suggested, answer.type]);
  const known = shared.get(key);
  if (known) return known;
  const name = classes.claim(typeName(suggested));
  const home = { name, file: `models/errors/${files.claim(name).toLowerCase()}` };
  shared.set(key, home);
  return home;
}

/** An answer is told from the others of its operation by what the runtime matches. */
function keyOf(answer: Answer): string {
  return `${answer.status} ${answer.media ?? ""}`;
}
