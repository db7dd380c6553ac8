/**
 * Bodies and responses in XML. The only part of the runtime with a dependency: imported by the
 * operations of SDKs whose documents use XML, and by nothing else.
 */
import type { ErrorResponse, TypedErrorClass } from "../errors/status.js";
import { decodeLeniently, definition, expected, schema } from "../schema/base.js";
import { openJSON } from "../schema/open.js";
import type { Schema } from "../schema/types.js";
import { type BodyEncoder, encoder } from "../spec/bodies.js";
import type { ResponseSpec, ResponseStatus } from "../spec/responses.js";
import { readXML } from "./read.js";
import type { XMLRoot } from "./types.js";
import { writeXML } from "./write.js";

export { readXML } from "./read.js";
export type {
  XMLArray,
  XMLChoice,
  XMLField,
  XMLName,
  XMLObject,
  XMLRoot,
  XMLType,
} from "./types.js";
export { writeXML } from "./write.js";

/** A success with an XML body, under its own media type or the other one of XML. */
export function xml(
  status: ResponseStatus,
  of: Schema<unknown>,
  root: XMLRoot,
  media = "application/xml",
): ResponseSpec<never, never>[] {
  const { step } = definition(of);
  // The step has the last word, as for JSON: what is not XML is a value that does not fit.
  const checked = schema((value, walk) =>
    value instanceof NotXML ? expected(value, walk, "valid XML") : step(value, walk),
  );
  const parse = (text: string): unknown => parsed(text, root);
  return mediaTypes(media).map((each) => ({
    status,
    media: each,
    accept: media,
    read: "json",
    schema: checked,
    parse,
  }));
}

/** A declared error response with an XML body. Becomes an error of the given class. */
export function xmlError(
  status: ResponseStatus,
  ErrorClass: TypedErrorClass<never, unknown>,
  of: Schema<unknown>,
  root: XMLRoot,
  media = "application/xml",
): ResponseSpec<never, never>[] {
  // A function that makes the error: of its class, from the body as it was sent.
  const error = function (errorResponse: ErrorResponse): unknown {
    const json = parsed(errorResponse.body, root);
    const isXML = !(json instanceof NotXML);
    const data = isXML ? decodeLeniently(of, json).value : {};
    return new ErrorClass(errorResponse, (data ?? {}) as never);
  };
  return mediaTypes(media).map((each) => ({
    status,
    media: each,
    read: "text",
    schema: of,
    error: error as never, // constructors may return another object
  }));
}

/** An XML body. */
export function xmlBody(root: XMLRoot, key?: string, media = "application/xml"): BodyEncoder {
  return { ...encoder(key, media, (value) => writeXML(value, root)), open: openJSON };
}

/** Servers name either, whichever is declared (RFC 7303 section 9). */
function mediaTypes(media: string): readonly string[] {
  const other = { "application/xml": "text/xml", "text/xml": "application/xml" }[media];
  return other === undefined ? [media] : [media, other];
}

/** A text that is not XML. */
class NotXML {
  readonly #isEmpty: boolean;

  constructor(text: string) {
    this.#isEmpty = text.trim() === "";
  }

  /** What an issue says was received. */
  get [Symbol.toStringTag](): string {
    return this.#isEmpty ? "an empty body" : "other text";
  }
}

function parsed(text: string, root: XMLRoot): unknown {
  try {
    return readXML(text, root);
  } catch {
    return new NotXML(text);
  }
}
