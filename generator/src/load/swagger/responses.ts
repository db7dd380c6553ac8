/** Responses: in Swagger 2.0, with one schema for all that the operation produces. */
import {
  type Json,
  type JsonObject,
  isObject,
  mapMembers,
  member,
  without,
} from "../../document/json.js";
import { type Pointer, append } from "../../document/pointer.js";
import { essence, isJson } from "../../strings/media-type.js";
import { contentOf } from "./bodies.js";
import type { Media, UpgradeContext } from "./context.js";
import { valueOf } from "./values.js";

/**
 * A response with `content`. Without a schema and examples it has none.
 *
 * @param isError whether a client gets it when something is wrong
 */
export function responseOf(
  context: UpgradeContext,
  value: JsonObject,
  before: Pointer,
  after: Pointer,
  produces: readonly Media[],
  isError: boolean,
): JsonObject {
  const { moves } = context;
  const schema = member(value, "schema");
  const headers = member(value, "headers");
  const examples = member(value, "examples");
  if (before !== after) moves.add(before, after);
  const content = contentOf(context, {
    medias: schema === undefined ? produces : mediasFor(schema, produces, isError),
    schema,
    before: append(before, "schema"),
    after,
  });
  const shown = isObject(examples) ? withExamples(context, content, examples, before, after) : {};
  return {
    ...without(value, "schema", "examples", "headers"),
    ...(isObject(headers) && {
      headers: mapMembers(headers, (header, name) =>
        isObject(header)
          ? valueOf(
              without(header, "collectionFormat"),
              append(before, "headers", name),
              append(after, "headers", name),
              moves,
            )
          : header,
      ),
    }),
    ...(schema !== undefined && { content: { ...content, ...shown } }),
    ...(schema === undefined && Object.keys(shown).length > 0 && { content: shown }),
  };
}

/**
 * The media types of a response. A file is none that JSON can hold: an operation that does not name
 * another media type returns any. An error with members is JSON, where the operation only names
 * the media type of its success.
 */
function mediasFor(schema: Json, produces: readonly Media[], isError: boolean): readonly Media[] {
  if (isObject(schema) && member(schema, "type") === "file") {
    const others = produces.filter((media) => !isJson(essence(media.name)));
    return others.length > 0 ? others : [{ name: "*/*" }];
  }
  if (!isError || hasPlainType(schema) || produces.some(isStructured)) return produces;
  return [{ name: "application/json" }, ...produces];
}

function isStructured({ name }: Media): boolean {
  return /json|xml|yaml|\*/.test(essence(name));
}

function hasPlainType(schema: Json): boolean {
  const type = isObject(schema) ? member(schema, "type") : undefined;
  return type !== undefined && type !== "object" && type !== "array";
}

/** The media types that have an example. Without a media type, it is one of the first. */
function withExamples(
  { moves }: UpgradeContext,
  content: JsonObject,
  examples: JsonObject,
  before: Pointer,
  after: Pointer,
): JsonObject {
  const shown: Record<string, Json> = {};
  for (const [key, example] of Object.entries(examples)) {
    const media = Object.keys(content).find(
      (name) => !key.includes("/") || essence(name) === essence(key),
    );
    const known = media === undefined ? undefined : (shown[media] ?? content[media]);
    if (media === undefined || !isObject(known) || Object.hasOwn(known, "example")) continue;
    shown[media] = { ...known, example };
    moves.add(append(before, "examples", key), append(after, "content", media, "example"));
  }
  return shown;
}
