import { isDeepStrictEqual } from "node:util";
import { type Json, isList, isObject } from "../../document/json.js";
import type { Operand, Operator, Path, Segment, Selector, Test } from "./types.js";

/** A selected value, with the keys and indexes that lead to it. */
export interface SelectedNode {
  readonly value: Json;
  readonly tokens: readonly string[];
}

/** Every value that the path selects: each once, in document order. */
export function select(root: Json, path: Path): readonly SelectedNode[] {
  return follow({ value: root, tokens: [] }, path, root);
}

function follow(start: SelectedNode, path: Path, root: Json): readonly SelectedNode[] {
  return path.reduce<readonly SelectedNode[]>(
    (nodes, segment) => unique(nodes.flatMap((node) => step(node, segment, root))),
    [start],
  );
}

function step(
  node: SelectedNode,
  { descend, selectors }: Segment,
  root: Json,
): readonly SelectedNode[] {
  const starts = descend ? withDescendants(node) : [node];
  return starts.flatMap((start) => selectors.flatMap((selector) => apply(start, selector, root)));
}

function withDescendants(node: SelectedNode): readonly SelectedNode[] {
  return [node, ...children(node).flatMap(withDescendants)];
}

function children({ value, tokens }: SelectedNode): readonly SelectedNode[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).map(([key, item]: [string, Json]) => ({
    value: item,
    tokens: [...tokens, key],
  }));
}

function apply(node: SelectedNode, selector: Selector, root: Json): readonly SelectedNode[] {
  switch (selector.kind) {
    case "wildcard":
      return children(node);
    case "filter":
      return children(node).filter(({ value }) => holds(selector.test, value, root));
    case "name":
      return isObject(node.value) ? childAt(node, selector.name) : [];
    case "index":
      return isList(node.value) ? childAt(node, String(fromEnd(selector.index, node.value))) : [];
    case "slice":
      return isList(node.value) ? slice(children(node), selector) : [];
    default:
      return selector satisfies never;
  }
}

function childAt({ value, tokens }: SelectedNode, key: string): readonly SelectedNode[] {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return [];
  // both lists and objects have the member, as just checked
  return [{ value: (value as Record<string, Json>)[key] ?? null, tokens: [...tokens, key] }];
}

function fromEnd(index: number, list: readonly unknown[]): number {
  return index < 0 ? list.length + index : index;
}

/** RFC 9535 section 2.3.4.2.2. */
function slice(
  nodes: readonly SelectedNode[],
  { start, end, step }: Extract<Selector, { kind: "slice" }>,
): readonly SelectedNode[] {
  const low = step > 0 ? 0 : -1;
  const high = step > 0 ? nodes.length : nodes.length - 1;
  const bound = (index: number): number => Math.min(Math.max(fromEnd(index, nodes), low), high);
  const first = start === undefined ? (step > 0 ? low : high) : bound(start);
  const last = end === undefined ? (step > 0 ? high : low) : bound(end);
  const taken: SelectedNode[] = [];
  for (let at = first; step > 0 ? at < last : step < 0 && at > last; at += step) {
    taken.push(...nodes.slice(at, at + 1));
  }
  return taken;
}

function unique(nodes: readonly SelectedNode[]): readonly SelectedNode[] {
  const seen = new Map(nodes.map((node) => [JSON.stringify(node.tokens), node]));
  return seen.size === nodes.length ? nodes : [...seen.values()];
}

function holds(test: Test, value: Json, root: Json): boolean {
  switch (test.kind) {
    case "or":
      return test.tests.some((part) => holds(part, value, root));
    case "and":
      return test.tests.every((part) => holds(part, value, root));
    case "not":
      return !holds(test.test, value, root);
    case "exists":
      return follow(startOf(test.query.from, value, root), test.query.path, root).length > 0;
    case "compare":
      return compare(
        test.operator,
        operand(test.left, value, root),
        operand(test.right, value, root),
      );
    default:
      return test satisfies never;
  }
}

function startOf(from: "@" | "$", value: Json, root: Json): SelectedNode {
  return { value: from === "@" ? value : root, tokens: [] };
}

/** The value to compare, or `undefined` if the path selects nothing. */
function operand(operand: Operand, value: Json, root: Json): Json | undefined {
  if (operand.kind === "literal") return operand.value;
  const { from, path } = operand.query;
  return follow(startOf(from, value, root), path, root)[0]?.value;
}

/**
 * RFC 9535 section 2.3.5.2.2: only numbers and strings have an order, and nothing equals only
 * nothing.
 */
function compare(operator: Operator, left: Json | undefined, right: Json | undefined): boolean {
  switch (operator) {
    case "==":
      return isDeepStrictEqual(left, right);
    case "!=":
      return !isDeepStrictEqual(left, right);
    case "<":
      return less(left, right);
    case ">":
      return less(right, left);
    case "<=":
      return less(left, right) || isDeepStrictEqual(left, right);
    case ">=":
      return less(right, left) || isDeepStrictEqual(left, right);
    default:
      return operator satisfies never;
  }
}

function less(left: Json | undefined, right: Json | undefined): boolean {
  if (typeof left === "number" && typeof right === "number") return left < right;
  return typeof left === "string" && typeof right === "string" && left < right;
}
