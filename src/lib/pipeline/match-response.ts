import type { CompiledOperation } from "../spec/operation-spec.js";
import type { ResponseSpec, ResponseStatus } from "../spec/responses.js";

type AnyResponseSpec = ResponseSpec<unknown, unknown>;

/**
 * Finds the declared response that a response matches. An exact status takes precedence over its
 * range, and the range over `default`; the media type must match too. An undeclared 2xx status
 * counts as the declared success of its media type: a 201 instead of a 200 is no reason to fail a
 * call that worked.
 */
export function matchResponse(
  { responses }: CompiledOperation,
  status: number,
  media: string,
): AnyResponseSpec | undefined {
  const success = status >= 200 && status < 300;
  const declaredFor = (declared?: ResponseStatus): readonly AnyResponseSpec[] =>
    responses.filter((r) => success === !r.error && r.status === (declared ?? r.status));
  for (const declared of [status, rangeOf(status), "default"] as const) {
    const candidates = declaredFor(declared);
    const spec = matchMediaType(candidates, media);
    // A declared status with an undeclared media type matches nothing else.
    if (spec || (candidates[0] && (declared === status || !success))) return spec;
  }
  return success ? matchMediaType(declaredFor(), media) : undefined;
}

/** The range of a status: `4XX`. */
export function rangeOf(status: number): ResponseStatus {
  return `${`${status}`[0]}XX` as ResponseStatus; // or one that no document declares
}

function matchMediaType(
  specs: readonly AnyResponseSpec[],
  media: string,
): AnyResponseSpec | undefined {
  return (
    specs.find((r) => r.media === media) ??
    specs.find((r) => r.media !== undefined && mediaTypesMatch(r.media, media)) ??
    specs.find((r) => r.read === "empty") ??
    // Without a `Content-Type`, assume the declared one: servers forget the header more often than
    // they send an undeclared type.
    (media === "" ? specs[0] : undefined)
  );
}

/**
 * Compares media types without parameters, in lower case (RFC 9110 section 8.3.1). JSON types match
 * each other, as `application/problem+json` is JSON too.
 */
function mediaTypesMatch(declared: string, media: string): boolean {
  if (JSON_MEDIA.test(declared) && JSON_MEDIA.test(media)) return true;
  const [start = "", range] = declared.split("*");
  return range !== undefined && media.startsWith(start);
}

/** `application/json`, `text/json` and every `+json` (RFC 6839 section 3.1). */
const JSON_MEDIA = /^(application|text)\/json$|\+json$/;
