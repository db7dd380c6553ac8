import { type ContentTypeOptions, acceptOption } from "../spec/content-types.js";

/**
 * The `Accept` header of an operation whose request says whether it wants the stream.
 *
 * @param flag - The names that lead to the boolean member that says it.
 * @param isDefault - Whether a request without the member wants the stream.
 * @param streamed - The header of a request that wants the stream.
 * @param whole - That of one that does not.
 * @param media - The media types that a call can choose from.
 */
export function streamAccept(
  flag: readonly string[],
  isDefault: boolean,
  streamed: string,
  whole: string,
  media: readonly string[],
): (options: ContentTypeOptions, request: unknown) => string {
  return (options, request) => {
    let value = request;
    for (const name of flag) value = (Object(value) as Record<string, unknown>)[name];
    return acceptOption((value ?? isDefault) ? streamed : whole, media)(options);
  };
}
