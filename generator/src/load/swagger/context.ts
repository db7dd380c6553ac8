import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { type Json, type JsonObject, isList, isObject, member } from "../../document/json.js";
import { type Pointer, append, refToPointer } from "../../document/pointer.js";
import { valueAt } from "../../document/refs.js";
import type { Document } from "../../document/types.js";
import type { Moves } from "./moves.js";

/** What the parts of an upgrade share. */
export interface UpgradeContext {
  /** The document in Swagger 2.0. */
  readonly document: JsonObject;
  readonly moves: Moves;
  readonly diagnostics: Diagnostic[];
}

/** A media type, and where the document names it. */
export interface Media {
  readonly name: string;
  /** `undefined` for the default. */
  readonly pointer?: Pointer;
}

const DEFAULT: readonly Media[] = [{ name: "application/json" }];

/**
 * The media types of `consumes` or `produces`: those of the operation, or else of the document, or
 * else JSON.
 */
export function mediasOf(
  { document }: UpgradeContext,
  key: "consumes" | "produces",
  operation?: { readonly value: JsonObject; readonly pointer: Pointer },
): readonly Media[] {
  const own = operation && listed(member(operation.value, key), append(operation.pointer, key));
  const all = own ?? listed(member(document, key), `/${key}`) ?? [];
  return all.length === 0 ? DEFAULT : all;
}

function listed(value: Json | undefined, pointer: Pointer): readonly Media[] | undefined {
  if (typeof value === "string") return [{ name: value, pointer }];
  if (!isList(value)) return undefined;
  return value.flatMap((name, index) =>
    typeof name === "string" && name !== "" ? [{ name, pointer: append(pointer, index) }] : [],
  );
}

/** The object at the end of a chain of refs, and its pointer. */
export function targetOf(
  { document }: UpgradeContext,
  value: JsonObject,
  pointer: Pointer,
): { readonly value: JsonObject; readonly pointer: Pointer } | undefined {
  let found = { value, pointer };
  for (let hops = 0; hops < 32; hops++) {
    const ref = member(found.value, "$ref");
    if (typeof ref !== "string") return found;
    const target = refToPointer(ref);
    // `valueAt` needs nothing of the document but that it is JSON.
    const next = target !== undefined && valueAt(document as unknown as Document, target);
    if (target === undefined || !isObject(next)) return undefined;
    found = { value: next, pointer: target };
  }
  return undefined;
}
