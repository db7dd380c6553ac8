/** Deep objects on real connections, with both transports. */
import { expect, test } from "vitest";
import {
  type Operation,
  deepObject,
  empty,
  formBody,
  operation,
  query,
} from "../../src/lib/index.js";
import { object, unknown } from "../../src/lib/schema/index.js";
import { coreOf } from "../support/sdk.js";
import { serve } from "../support/server.js";
import { onBoth } from "./both.js";

const order: Operation<{ filter: unknown; cart: unknown }, void> = operation(() => ({
  id: "order",
  method: "POST",
  path: "/orders",
  parameters: [query("filter", "filter", deepObject)],
  request: object(() => ({ filter: unknown, cart: unknown })),
  body: formBody("cart", { items: { style: deepObject } }),
  responses: [empty(204)],
}));

test("lists of objects are indexed, in the query and in the form", async () => {
  await onBoth(async (httpClient) => {
    const server = await serve((_, response) => void response.writeHead(204).end());
    const items = [{ id: "a&b", tags: ["x", "y"] }, { id: "c=[d]" }];
    const request = { filter: { any: items }, cart: { items } };
    expect(await order(coreOf(server.url, { httpClient }), request)).toMatchObject({ ok: true });
    const { url, body } = server.last();
    expect([...new URL(url, server.url).searchParams]).toEqual([
      ["filter[any][0][id]", "a&b"],
      ["filter[any][0][tags]", "x"],
      ["filter[any][0][tags]", "y"],
      ["filter[any][1][id]", "c=[d]"],
    ]);
    expect([...new URLSearchParams(body)]).toEqual([
      ["items[0][id]", "a&b"],
      ["items[0][tags]", "x"],
      ["items[0][tags]", "y"],
      ["items[1][id]", "c=[d]"],
    ]);
  });
});
