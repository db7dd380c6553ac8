import { isA } from "../errors/base.js";
import { SDKValidationError } from "../errors/validation.js";
import { encode, read } from "../schema/base.js";
import type { Schema } from "../schema/types.js";
import { isUpload, typeOf } from "../web/upload.js";
import type { BodyEncoder } from "./bodies.js";
import type { BodySender } from "./body-sender.js";
import { type ContentTypeOptions, chosen, isRange, matching } from "./content-types.js";
import { setHeader } from "./headers.js";

/** One of the media types of a body: the schema of its value, and how it is written. */
export type BodyChoice = readonly [schema: Schema<unknown>, body: BodyEncoder];

/**
 * A body of one of several media types: the one that `contentType` chooses, or the first that can
 * carry the value. A Blob's own media type comes first.
 *
 * @param key - The request member that is the body. Defaults to the request.
 */
export function bodyByContentType(
  choices: Readonly<Record<string, BodyChoice>>,
  key?: string,
): BodyEncoder {
  const declared = Object.keys(choices);
  return {
    write(request, headers, options = {}, sender) {
      const value = key === undefined ? request : read(Object(request), key, true);
      if (value === undefined) return undefined;
      const { contentType } = options;
      const candidates =
        contentType === undefined
          ? new Set([...matching(declared, blobType(value)), ...declared])
          : [chosen("contentType", declared, contentType)];
      let closest: SDKValidationError | undefined;
      for (const media of candidates) {
        const written: Record<string, string> = {};
        try {
          // of a declared media type
          const body = writeAs(choices[media] as BodyChoice, value, key, written, options, sender);
          // A range is nothing to send.
          if (contentType !== undefined && isRange(media))
            setHeader(written, "content-type", contentType);
          Object.assign(headers, written);
          return body;
        } catch (cause) {
          if (!isA(cause, SDKValidationError)) throw cause;
          if (!closest || distance(cause, key) < distance(closest, key)) closest = cause;
        }
      }
      throw closest;
    },
    finish(headers, own) {
      if (own !== undefined && !own.startsWith("multipart/")) return;
      for (const [, body] of Object.values(choices)) body.finish?.(headers, own);
    },
  };
}

function writeAs(
  [schema, body]: BodyChoice,
  value: unknown,
  key: string | undefined,
  headers: Record<string, string>,
  options: ContentTypeOptions,
  sender: BodySender | undefined,
): ReturnType<BodyEncoder["write"]> {
  const encoded = encode(schema, value, body.open);
  if (!encoded.ok) {
    const path = key === undefined ? [] : [key];
    const issues = encoded.issues.map((each) => ({ ...each, path: [...path, ...each.path] }));
    throw new SDKValidationError(issues, value);
  }
  return body.write(
    key === undefined ? encoded.value : { [key]: encoded.value },
    headers,
    options,
    sender,
  );
}

/**
 * How far a value is from what a media type can carry: one of another kind is further away than one
 * with any number of wrong members.
 */
function distance({ issues }: SDKValidationError, key: string | undefined): number {
  const depth = key === undefined ? 0 : 1;
  return issues.some(({ path }) => path.length <= depth) ? Infinity : issues.length;
}

/** The media type of a Blob, or of an `Upload`. */
function blobType(value: unknown): string {
  if (isUpload(value)) return typeOf(value) || blobType(value.content);
  return "arrayBuffer" in Object(value) ? typeOf(value) : "";
}
