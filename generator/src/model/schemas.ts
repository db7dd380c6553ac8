/** Brings the rules, the registry and the places together: from here on a schema is asked for its type, and models appear. */
import type { Report } from "../diagnostics/collector.js";
import { append, parsePointer } from "../document/pointer.js";
import { at } from "../document/refs.js";
import type { Document, Schema } from "../document/types.js";
import type { Context, Mention } from "./context.js";
import { overrideOf } from "./extensions.js";
import { deservesName, registry, type Registry } from "./hoist.js";
import { inspectSchema } from "./inspect.js";
import { entriesOf, isSchema } from "./keywords.js";
import { mergeParts } from "./merge.js";
import { type Place, placeOf } from "./place.js";
import { typeByRules } from "./type.js";
import type { Docs, Pointer, Type } from "./types.js";
import { unknownType } from "./types-of.js";
import { schemaDocs } from "./words.js";

/**
 * What merging inside of merging may come to. Parts that refer to each other can have more combinations than any machine has room
 * for; documents that mean something are far below.
 */
const MOST = { shallow: 16, levels: 100, deepMerges: 1_000 };

const ENDLESS = "What `allOf` merges here is merged with more, and so on without a visible end.";

/** A context over an empty registry. `finish` turns everything that was referred to into models first. */
export function schemaContext(
  document: Document,
  report: Report,
): Context & Pick<Registry, "finish"> {
  const models = registry();
  const needed = new Set<Pointer>();
  const underWay = new Map<string, Pointer>();
  const finished = new Map<string, { readonly parts: readonly Mention[]; readonly type: Type }>();
  const recursive = new Set<Pointer>();
  let deepMerges = 0;
  const context: Context = {
    document,
    report,
    need: (pointer) => needed.add(pointer),
    hoist: (type, place, docs) => (deservesName(type) ? models.add(type, place, docs) : type),
    applyRules: (schema, place) => typeByRules(context, schema, place),
    mergeParts: (parts, place) => mergeParts(context, parts, place),
    bareType: (schema, place) => {
      if (typeof schema === "object") inspectSchema(context, schema, place);
      return typeByRules(context, schema, named(schema, place));
    },
    typeOf: (schema, place) => {
      models.reserve(place.pointer);
      const docs = (): Docs => schemaDocs(schema, place.name);
      const make = (): Type => context.bareType(schema, place);
      return context.within([{ schema, place }], named(schema, place), docs, make);
    },
    within: (parts, place, docs, make) => {
      const key = parts.map((part) => part.place.pointer).join(" ");
      const outer = underWay.get(key);
      if (outer !== undefined) {
        recursive.add(outer);
        return { kind: "ref", to: outer };
      }
      const known = finished.get(key);
      if (known && parts.every((part, index) => part.schema === known.parts[index]?.schema)) {
        return known.type;
      }
      if (parts.length > 1 && underWay.size > MOST.shallow) {
        if (underWay.size > MOST.levels || ++deepMerges > MOST.deepMerges) {
          // One report is enough where there would be thousands.
          if (deepMerges <= MOST.deepMerges + 1) report("merge-too-deep", place.pointer, ENDLESS);
          return unknownType;
        }
      }
      underWay.set(key, place.pointer);
      const made = make();
      underWay.delete(key);
      const isModel = recursive.has(place.pointer) || deservesName(made);
      const type = isModel ? models.add(made, place, docs()) : made;
      finished.set(key, { parts, type });
      return type;
    },
  };
  const model = (pointer: Pointer): void => {
    const schema = at(document, pointer);
    if (models.has(pointer) || !isSchema(schema)) return;
    models.reserve(pointer);
    const place = named(schema, placeOf(pointer));
    models.add(
      unreferred(context.bareType(schema, place), pointer),
      place,
      schemaDocs(schema, place.name),
    );
  };
  for (const pointer of componentPointers(document)) model(pointer);
  return {
    ...context,
    finish: () => {
      // A set that grows while it is walked: models refer to more places.
      for (const pointer of needed) model(pointer);
      return models.finish();
    },
  };
}

/** `A: { $ref: A }` is no type. */
function unreferred(type: Type, pointer: Pointer): Type {
  return type.kind === "ref" && type.to === pointer ? { kind: "unknown" } : type;
}

function named(schema: Schema, place: Place): Place {
  const name = place.overrides === "type" ? overrideOf(schema) : undefined;
  return name === undefined ? place : { ...place, name };
}

function componentPointers(document: Document): readonly Pointer[] {
  return entriesOf(document.components?.schemas).map(([name]) =>
    append("/components/schemas", name),
  );
}

/** True for a named schema of the document, as opposed to one inside another. */
export function isComponent(pointer: Pointer): boolean {
  const tokens = parsePointer(pointer);
  return tokens.length === 3 && tokens[0] === "components" && tokens[1] === "schemas";
}
