import { InvalidRequestError } from "../errors/client.js";

/** The settings of a client, as far as they decide which bodies can be sent. */
export interface BodySender {
  readonly options: {
    readonly httpClient?: { readonly sendsGETBody?: boolean | undefined } | undefined;
  };
}

/** Whether requests are sent by `fetch`, which cannot do all that HTTP can. */
export function usesFetch(sender: BodySender | undefined): boolean {
  const { httpClient } = sender?.options ?? {};
  return httpClient === undefined || httpClient.sendsGETBody === false;
}

/**
 * Checks that a stream can be sent.
 *
 * @throws InvalidRequestError if the runtime's `fetch` sends it, and cannot.
 */
export function checkStream(sender: BodySender | undefined): void {
  if (usesFetch(sender) && !canFetchSendStreams())
    throw new InvalidRequestError(
      "This browser cannot send streams: pass a Blob, such as await new Response(stream).blob()",
    );
}

/**
 * Whether `fetch` can send streams. Browsers that cannot would send "[object ReadableStream]", or
 * nothing. All other runtimes can.
 *
 * @see https://developer.chrome.com/docs/capabilities/web-apis/fetch-streaming-requests#feature_detection
 */
function canFetchSendStreams(): boolean {
  if (!("document" in globalThis || "importScripts" in globalThis)) return true;
  let knowsDuplex = false;
  const { headers } = new Request("https://localhost", {
    method: "POST",
    body: new ReadableStream(),
    get duplex() {
      knowsDuplex = true;
      return "half";
    },
  } as RequestInit);
  return knowsDuplex && !headers.has("content-type");
}
