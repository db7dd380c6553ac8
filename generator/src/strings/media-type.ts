/**
 * A media type without its parameters, in lowercase: `Application/JSON; charset=utf-8` ->
 * `application/json`.
 */
export function essence(media: string): string {
  return (media.split(";")[0] ?? "").trim().toLowerCase();
}

/** True for JSON and the media types based on it, as {@link essence} returns them. */
export function isJson(name: string): boolean {
  return /^(application|text)\/json$|\+json$/.test(name);
}
