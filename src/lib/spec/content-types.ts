/** The media types that a call can choose from, and responses of several media types. */
import { InvalidRequestError } from "../errors/client.js";
import { setHeader } from "./headers.js";
import { type ResponseSpec, wrapValue } from "./responses.js";

/** The per-call options of operations that declare several media types. */
export interface ContentTypeOptions {
  /** The media type to ask for. */
  accept?: string | undefined;
  /** The media type of the body. */
  contentType?: string | undefined;
}

/**
 * Successes of one status whose media types have types of their own, by media type. The value is
 * `{ contentType, data }`: the media type as it is declared, or that of the response if a range is.
 */
export function byContentType(
  responses: Readonly<Record<string, Success | Success[]>>,
): ResponseSpec<never, never>[] {
  // the annotation of the operation has the type
  return Object.entries(responses).flatMap(wrapped) as ResponseSpec<never, never>[];
}

type Success = ResponseSpec<unknown, never>;

function wrapped([declared, specs]: [string, Success | Success[]]): Success[] {
  const wrap = wrapValue((data, { media }) => ({
    contentType: isRange(declared) ? media : declared,
    data,
  }));
  const withWrap = (spec: Success): Success => ({
    ...spec,
    // Around that of a stream.
    wrap: (result, received, sending) =>
      wrap(spec.wrap?.(result, received, sending) ?? result, received),
  });
  return [specs].flat().map(withWrap);
}

/**
 * The `Accept` header of an operation whose media type the caller can choose.
 *
 * @param usual - The header if the call does not choose.
 * @param media - The media types to choose from. Any, if there are none.
 */
export function acceptOption(
  usual: string,
  media?: readonly string[],
): (options: ContentTypeOptions) => string {
  return ({ accept }) => {
    if (accept === undefined) return usual;
    if (media) chosen("accept", media, accept);
    const headers: Record<string, string> = {};
    setHeader(headers, "accept", accept);
    return headers["accept"] ?? usual;
  };
}

/** Returns the declared media type that was chosen. */
export function chosen(option: string, declared: readonly string[], media: string): string {
  const [found] = matching(declared, media);
  if (found !== undefined) return found;
  throw new InvalidRequestError(`${option}: expected ${declared.join(" or ")}`);
}

/** The declared media types that a media type is or is in the range of, the exact one first. */
export function matching(declared: readonly string[], media: unknown): string[] {
  if (typeof media !== "string") return [];
  const name = media.replace(/;.*/s, "").trim().toLowerCase();
  const isIn = (range: string): boolean =>
    isRange(range) && name.includes("/") && name.startsWith(range.split("*", 1)[0] ?? "");
  return [
    ...declared.filter((each) => each === media || each === name),
    ...declared.filter((each) => each !== name && isIn(each)),
  ];
}

/** Whether a media type is a range, such as `image/*`. */
export function isRange(media: string): boolean {
  return media.includes("*");
}
