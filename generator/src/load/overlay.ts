/**
 * OpenAPI Overlay 1.0: changes to a document that somebody else maintains.
 *
 * @see https://spec.openapis.org/overlay/v1.0.0.html
 */
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, done, failed } from "../diagnostics/stage-result.js";
import {
  type Json,
  type JsonObject,
  isList,
  isObject,
  mapMembers,
  member,
  show,
  without,
} from "../document/json.js";
import { formatPointer } from "../document/pointer.js";
import { type Path, PathError, type SelectedNode, parsePath, select } from "./jsonpath/index.js";

/**
 * Applies the actions of an overlay in order. An action that selects nothing is a warning: the
 * document has probably changed.
 *
 * @param file names the overlay in diagnostics
 */
export function applyOverlay(document: Json, overlay: Json, file: string): StageResult<Json> {
  const found = readActions(overlay, file);
  if (!found.value) return failed(...found.diagnostics);
  const diagnostics: Diagnostic[] = [...found.diagnostics];
  let current = document;
  for (const action of found.value) {
    const result = apply(current, action);
    diagnostics.push(...result.diagnostics);
    current = result.value ?? current;
  }
  return done(current, diagnostics);
}

interface Action {
  readonly pointer: string;
  readonly target: string;
  readonly path: Path;
  readonly remove: boolean;
  readonly update: Json | undefined;
}

function readActions(overlay: Json, file: string): StageResult<readonly Action[]> {
  const version = isObject(overlay) ? member(overlay, "overlay") : undefined;
  const actions = isObject(overlay) ? member(overlay, "actions") : undefined;
  if (!show(version).startsWith("1.") || !isList(actions)) {
    return failed(
      diagnostic(
        "overlay-invalid",
        file,
        "The file is not an OpenAPI Overlay: it needs `overlay: 1.0.0` and a list of `actions`.",
      ),
    );
  }
  const results = actions.map((action, index) =>
    readAction(action, `${file}#${formatPointer(["actions", String(index)])}`),
  );
  return done(
    results.flatMap(({ value }) => value ?? []),
    results.flatMap(({ diagnostics }) => diagnostics),
  );
}

function readAction(action: Json, pointer: string): StageResult<Action> {
  const target = isObject(action) ? member(action, "target") : undefined;
  if (!isObject(action) || typeof target !== "string") {
    return failed(badTarget(pointer, "The action has no `target`."));
  }
  try {
    const remove = member(action, "remove") === true;
    const update = member(action, "update");
    const path = parsePath(target);
    const idle = !remove && update === undefined;
    return done({ pointer, target, path, remove, update }, idle ? [nothingToDo(pointer)] : []);
  } catch (cause) {
    if (!(cause instanceof PathError)) throw cause;
    const location = cause.offset === undefined ? "" : `, at character ${cause.offset + 1}`;
    return failed(
      badTarget(
        `${pointer}/target`,
        `\`${abridged(target)}\` is not a valid JSONPath: ${cause.message}${location}.`,
      ),
    );
  }
}

function abridged(target: string): string {
  return target.length > 200 ? `${target.slice(0, 200)}...` : target;
}

function badTarget(pointer: string, message: string, help?: string): Diagnostic {
  return diagnostic("overlay-target-invalid", pointer, message, help);
}

function nothingToDo(pointer: string): Diagnostic {
  return diagnostic(
    "overlay-action-empty",
    pointer,
    "The action has neither `update` nor `remove: true`.",
  );
}

function apply(document: Json, action: Action): StageResult<Json> {
  const { value: nodes, diagnostics } = selectNodes(document, action);
  if (!nodes) return failed(...diagnostics);
  if (nodes.length === 0) return done(document, [noMatch(action)]);
  if (action.remove) return remove(document, nodes, action);
  if (action.update === undefined) return done(document);
  return update(document, nodes, action, action.update);
}

function selectNodes(
  document: Json,
  { path, pointer, target }: Action,
): StageResult<readonly SelectedNode[]> {
  try {
    return done(select(document, path));
  } catch (cause) {
    if (!(cause instanceof PathError)) throw cause;
    return failed(
      badTarget(
        `${pointer}/target`,
        `\`${abridged(target)}\` cannot be evaluated on the document: ${cause.message}.`,
        "Select fewer values, or use a simpler regular expression.",
      ),
    );
  }
}

function noMatch({ pointer, target }: Action): Diagnostic {
  return diagnostic("overlay-no-match", pointer, `\`${target}\` matches nothing in the document.`);
}

function update(
  document: Json,
  nodes: readonly SelectedNode[],
  action: Action,
  update: Json,
): StageResult<Json> {
  const unfit = nodes.find(({ value }) => !fits(value, update));
  if (unfit) return failed(typeMismatch(action, unfit));
  return done(changeAll(document, treeOf(nodes), (value) => merge(value, update)) ?? null);
}

/** Objects are merged and lists are appended to. A scalar can only be replaced by a scalar. */
function fits(target: Json, update: Json): boolean {
  return isList(target) || isObject(target) === isObject(update);
}

function typeMismatch({ pointer }: Action, { tokens }: SelectedNode): Diagnostic {
  return diagnostic(
    "overlay-type-mismatch",
    pointer,
    `The update cannot be merged into ${formatPointer(tokens) || "the document"}: one is an object and the other is not.`,
  );
}

function merge(target: Json, update: Json): Json {
  if (isList(target)) return isList(update) ? [...target, ...update] : [...target, update];
  if (!isObject(target) || !isObject(update)) return update;
  return mergeObjects(target, update);
}

function mergeObjects(target: JsonObject, update: JsonObject): JsonObject {
  const changed = mapMembers(target, (value, key) => {
    const change = member(update, key);
    return change === undefined ? value : mergeMember(value, change);
  });
  return { ...changed, ...without(update, ...Object.keys(target)) };
}

/** Inside an update, a list is appended to by a list and replaced by anything else. */
function mergeMember(value: Json, change: Json): Json {
  if (isList(value) && isList(change)) return [...value, ...change];
  return isObject(value) && isObject(change) ? mergeObjects(value, change) : change;
}

function remove(document: Json, nodes: readonly SelectedNode[], action: Action): StageResult<Json> {
  if (nodes.some(({ tokens }) => tokens.length === 0)) {
    return failed(badTarget(action.pointer, "The action removes the whole document."));
  }
  return done(changeAll(document, treeOf(nodes), () => undefined) ?? null);
}

/** The selected nodes by the tokens that lead to them, so that one pass can change all of them. */
interface NodeTree {
  isSelected: boolean;
  readonly children: Map<string, NodeTree>;
}

function treeOf(nodes: readonly SelectedNode[]): NodeTree {
  const root: NodeTree = { isSelected: false, children: new Map() };
  for (const { tokens } of nodes) {
    let at = root;
    for (const token of tokens) {
      const next = at.children.get(token) ?? { isSelected: false, children: new Map() };
      at.children.set(token, next);
      at = next;
    }
    at.isSelected = true;
  }
  return root;
}

/** A copy with the selected values changed, outer ones first; `undefined` removes a value. */
function changeAll(
  value: Json,
  { isSelected, children }: NodeTree,
  change: (value: Json) => Json | undefined,
): Json | undefined {
  const changed = isSelected ? change(value) : value;
  if (children.size === 0 || typeof changed !== "object" || changed === null) return changed;
  const entries = Object.entries(changed).flatMap(([key, item]: [string, Json]) => {
    const inner = children.get(key);
    const next = inner ? changeAll(item, inner, change) : item;
    return next === undefined ? [] : [[key, next] as const];
  });
  return isList(changed) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}
