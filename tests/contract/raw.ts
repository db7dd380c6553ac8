import type { Ground, Step } from "./program.js";

/**
 * A step of one raw request. `{mark}` in its path and body is the mark of the run, and other names
 * in braces are settings.
 */
export function raw(
  name: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Step {
  return {
    name,
    async run({ url, headers: own, recorder, ledger, settings }: Ground) {
      const marked = (text: string): string =>
        Object.entries({ ...settings, mark: ledger.mark }).reduce(
          (result, [setting, value]) => result.replaceAll(`{${setting}}`, value),
          text,
        );
      const content = typeof body === "string" ? body : JSON.stringify(body);
      const response = await recorder.send(
        new Request(url + marked(path), {
          method,
          headers: {
            ...own,
            ...(body !== undefined && { "content-type": "application/json" }),
            ...headers,
          },
          ...(content !== undefined && { body: marked(content) }),
        }),
      );
      await response.body?.cancel();
    },
  };
}
