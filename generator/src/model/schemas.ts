/**
 * Connects the rules, the registry and the locations: from here on, schemas have types, and models
 * appear.
 */
import type { Report } from "../diagnostics/collector.js";
import { append } from "../document/pointer.js";
import { valueAt } from "../document/refs.js";
import { SIZE_LIMITS } from "../document/size-limit.js";
import type { Document, Schema } from "../document/types.js";
import { schemaDocs } from "./docs.js";
import { overrideOf } from "./extensions.js";
import { inspectSchema } from "./inspect.js";
import { makeCommonMembers } from "./inherited.js";
import { entriesOf, isSchema } from "./keywords.js";
import { mergeParts } from "./merge.js";
import { deservesName, modelRegistry, type ModelRegistry } from "./model-registry.js";
import type { SchemaContext, LocatedSchema } from "./schema-context.js";
import { type SchemaLocation, locationOf } from "./schema-location.js";
import { subtypesOf } from "./subtypes.js";
import { typeByRules } from "./type.js";
import { unknownType } from "./type-helpers.js";
import type { Docs, Pointer, Type } from "./types.js";

/**
 * The limits of nested merging. Parts that refer to each other can have more combinations than any
 * machine can handle. Meaningful documents stay far below.
 */
const MERGE_LIMITS = { shallow: 16, levels: 100, deepMerges: 1_000, parts: 100_000 };

const ENDLESS = "The parts of `allOf` are merged with more parts, and so on, beyond the limit.";

function partsMemo(): SchemaContext["partsOnce"] {
  const known = new Map<Pointer, { readonly schema: Schema; readonly parts: SchemaParts }>();
  return (whole, make) => {
    const before = known.get(whole.location.pointer);
    if (before?.schema === whole.schema) return before.parts;
    const parts = make(whole);
    known.set(whole.location.pointer, { schema: whole.schema, parts });
    return parts;
  };
}

type SchemaParts = ReturnType<SchemaContext["partsOnce"]>;

/**
 * A context with an empty registry. `finish` first makes everything that was referred to a model.
 */
export function schemaContext(
  document: Document,
  report: Report,
): SchemaContext & Pick<ModelRegistry, "finish"> {
  const models = modelRegistry();
  const needed = new Set<Pointer>();
  const underWay = new Map<string, Pointer>();
  const finished = new Map<
    string,
    { readonly parts: readonly LocatedSchema[]; readonly type: Type }
  >();
  const recursive = new Set<Pointer>();
  const common = new Map<Pointer, Type | undefined>();
  let deepMerges = 0;
  let merged = 0;
  const context: SchemaContext = {
    document,
    report,
    subtypes: subtypesOf(document),
    commonMembers: (pointer) => {
      const base = context.subtypes.baseAt(pointer);
      if (base && !common.has(pointer)) {
        common.set(pointer, undefined); // a base has no members while they are made
        const location = named(base.schema, locationOf(pointer));
        common.set(pointer, makeCommonMembers(context, base.schema, base.wire, location));
      }
      return common.get(pointer);
    },
    partsOnce: partsMemo(),
    canMerge: (parts) => (merged += parts) <= MERGE_LIMITS.parts,
    need: (pointer) => needed.add(pointer),
    hoist: (type, location, docs) => (deservesName(type) ? models.add(type, location, docs) : type),
    applyRules: (schema, location) => typeByRules(context, schema, location),
    mergeParts: (parts, location) => mergeParts(context, parts, location),
    bareType: (schema, location) => {
      if (typeof schema === "object") inspectSchema(context, schema, location);
      return typeByRules(context, schema, named(schema, location));
    },
    typeOf: (schema, location) => {
      models.reserve(location.pointer);
      const docs = (): Docs => schemaDocs(schema, location.name);
      const make = (): Type => context.bareType(schema, location);
      return context.within([{ schema, location }], named(schema, location), docs, make);
    },
    within: (parts, location, docs, make) => {
      const key = parts.map((part) => part.location.pointer).join(" ");
      const outer = underWay.get(key);
      if (outer !== undefined) {
        recursive.add(outer);
        return { kind: "ref", to: outer };
      }
      const known = finished.get(key);
      if (known && parts.every((part, index) => part.schema === known.parts[index]?.schema)) {
        return known.type;
      }
      if (parts.length > 1 && underWay.size > MERGE_LIMITS.shallow) {
        if (underWay.size > MERGE_LIMITS.levels || ++deepMerges > MERGE_LIMITS.deepMerges) {
          // One warning is enough, where there would be thousands.
          if (deepMerges <= MERGE_LIMITS.deepMerges + 1)
            report("merge-too-deep", location.pointer, ENDLESS);
          return unknownType;
        }
      }
      // No document is so deep: a part that contains its whole makes another one at each level.
      if (underWay.size > SIZE_LIMITS.depth) {
        report("merge-too-deep", location.pointer, ENDLESS);
        return unknownType;
      }
      underWay.set(key, location.pointer);
      const made = make();
      underWay.delete(key);
      const isModel = recursive.has(location.pointer) || deservesName(made);
      const type = isModel ? models.add(made, location, docs()) : made;
      finished.set(key, { parts, type });
      return type;
    },
  };
  const model = (pointer: Pointer): void => {
    const schema = valueAt(document, pointer);
    if (models.has(pointer) || !isSchema(schema)) return;
    models.reserve(pointer);
    const location = named(schema, locationOf(pointer));
    models.add(
      unreferred(context.bareType(schema, location), pointer),
      location,
      schemaDocs(schema, location.name),
    );
  };
  for (const pointer of componentPointers(document)) model(pointer);
  return {
    ...context,
    finish: () => {
      // The set grows during the iteration: models refer to more pointers.
      for (const pointer of needed) model(pointer);
      return models.finish();
    },
  };
}

/** `A: { $ref: A }` is not a type. */
function unreferred(type: Type, pointer: Pointer): Type {
  return type.kind === "ref" && type.to === pointer ? { kind: "unknown" } : type;
}

function named(schema: Schema, location: SchemaLocation): SchemaLocation {
  const name = location.overrides === "type" ? overrideOf(schema) : undefined;
  return name === undefined ? location : { ...location, name };
}

function componentPointers(document: Document): readonly Pointer[] {
  return entriesOf(document.components?.schemas).map(([name]) =>
    append("/components/schemas", name),
  );
}
