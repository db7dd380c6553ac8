/** Request bodies: in Swagger 2.0, parameters with `in: body` or `in: formData`. */
import { type Json, type JsonObject, isObject, member, without } from "../../document/json.js";
import { type Pointer, append, pointerToRef } from "../../document/pointer.js";
import { essence, isJson } from "../../strings/media-type.js";
import type { Media, UpgradeContext } from "./context.js";
import { exampleOf, serializationOf, splitValue } from "./values.js";

/** A parameter and its pointer, which is that of the target if it is a `$ref`. */
export interface Found {
  readonly value: JsonObject;
  readonly pointer: Pointer;
}

const MULTIPART = "multipart/form-data";
const URLENCODED = "application/x-www-form-urlencoded";

/** The request body of an `in: body` parameter. */
export function bodyOf(
  context: UpgradeContext,
  { value, pointer }: Found,
  after: Pointer,
  consumes: readonly Media[],
): JsonObject {
  const { moves } = context;
  moves.add(pointer, after);
  const others = consumes.filter(({ name }) => !isForm(name));
  const example = exampleOf(value);
  const content = contentOf(context, {
    medias: others.length > 0 ? others : consumes,
    schema: member(value, "schema"),
    before: append(pointer, "schema"),
    after,
  });
  const examples = example === undefined ? undefined : withExample(content, example);
  return {
    ...without(value, "name", "in", "schema", "required", "example", "x-example", "x-examples"),
    ...(member(value, "required") === true && { required: true }),
    content: examples ?? content,
  };
}

function withExample(content: JsonObject, example: Json): JsonObject {
  const [first, ...rest] = Object.entries(content);
  if (!first || !isObject(first[1])) return content;
  return Object.fromEntries([[first[0], { ...first[1], example }], ...rest]);
}

/** The request body of `in: formData` parameters. */
export function formOf(
  { moves }: UpgradeContext,
  fields: readonly Found[],
  after: Pointer,
  consumes: readonly Media[],
): JsonObject {
  const [main = { name: URLENCODED }, ...others] = formMedias(fields, consumes);
  const at = append(after, "content", main.name);
  const properties = fields.map(({ value, pointer }) => {
    const name = nameOf(value);
    const { schema, rest } = splitValue(value);
    moves.add(pointer, append(at, "schema", "properties", name));
    const docs = without(rest, "name", "in", "required", "allowEmptyValue");
    return [name, { ...schema, ...docs }] as const;
  });
  const required = fields.filter(({ value }) => member(value, "required") === true);
  const encodings = fields.flatMap(({ value }) => {
    const encoding = isFile(value) ? undefined : serializationOf(value);
    return encoding ? [[nameOf(value), encoding] as const] : [];
  });
  const encoding = encodings.length > 0 && { encoding: Object.fromEntries(encodings) };
  const schema = {
    type: "object",
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required: required.map(({ value }) => nameOf(value)) }),
  };
  const same = { $ref: pointerToRef(append(at, "schema")) };
  return {
    ...(required.length > 0 && { required: true }),
    content: Object.fromEntries([
      [main.name, { schema, ...encoding }],
      ...others.map(({ name }) => [name, { schema: same, ...encoding }]),
    ]),
  };
}

/** A file needs `multipart/form-data`, whatever the operation consumes. */
function formMedias(fields: readonly Found[], consumes: readonly Media[]): readonly Media[] {
  const forms = consumes.filter(({ name }) => isForm(name));
  if (!fields.some(({ value }) => isFile(value))) return forms;
  const multipart = forms.filter(({ name }) => essence(name) !== URLENCODED);
  return multipart.length > 0 ? multipart : [{ name: MULTIPART }];
}

function isForm(media: string): boolean {
  return essence(media) === URLENCODED || essence(media).startsWith("multipart/");
}

function isFile(value: JsonObject): boolean {
  const items = member(value, "items");
  return member(value, "type") === "file" || (isObject(items) && isFile(items));
}

function nameOf(value: JsonObject): string {
  const name = member(value, "name");
  return typeof name === "string" ? name : "";
}

/** A schema that all media types share. */
interface Shared {
  readonly medias: readonly Media[];
  readonly schema: Json | undefined;
  /** The pointer of the schema. */
  readonly before: Pointer;
  /** The pointer of what will have the `content`. */
  readonly after: Pointer;
}

/** The `content` of media types with the same schema, so that it has one type. */
export function contentOf(
  { moves }: UpgradeContext,
  { medias, schema, before, after }: Shared,
): JsonObject {
  const holder = medias.find(({ name }) => isJson(essence(name))) ?? medias[0];
  if (!holder) return {};
  const home = append(after, "content", holder.name, "schema");
  // First, so that refs to the schema lead there.
  moves.add(before, home);
  const isRef = isObject(schema) && Object.hasOwn(schema, "$ref");
  return Object.fromEntries(
    medias.map((media) => {
      const at = append(after, "content", media.name);
      if (media.pointer !== undefined) moves.add(media.pointer, at);
      if (schema === undefined) return [media.name, {}];
      if (media.name !== holder.name) moves.add(before, append(at, "schema"));
      const own = media.name === holder.name || isRef ? schema : { $ref: pointerToRef(home) };
      return [media.name, { schema: own }];
    }),
  );
}
