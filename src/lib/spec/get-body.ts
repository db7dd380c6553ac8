import { InvalidRequestError } from "../errors/client.js";
import type { BodyEncoder } from "./bodies.js";
import { usesFetch } from "./body-sender.js";

/**
 * The body of a GET or HEAD request. HTTP allows one, although it gives it no meaning (RFC 9110
 * section 9.3.1). `fetch` cannot send it, so the call fails before anything is sent unless the
 * client's transport can.
 *
 * @param name - The name of the body in errors: the request member that holds it.
 * @throws InvalidRequestError if the transport cannot send it.
 */
export function getBody(body: BodyEncoder, name = "request body"): BodyEncoder {
  return {
    ...body,
    write(request, headers, options, sender) {
      const written = body.write(request, headers, options, sender);
      if (written !== undefined && usesFetch(sender))
        throw new InvalidRequestError(
          `${name}: fetch cannot send the body of a GET or HEAD request; set httpClient to a NodeHTTPClient, or to a transport of your own`,
        );
      return written;
    },
  };
}
