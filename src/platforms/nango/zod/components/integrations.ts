// Written by sdkwright. Change the document or the generator, not this file.
import * as z from "zod";
import { dateTime, define, renamed } from "../../../../lib/zod/classic.js";

/** Your configuration of a provider, which connections belong to. */
export const Integration = /* @__PURE__ */ define(() =>
  z.looseObject({
    uniqueKey: z.string(),
    provider: z.string(),
    displayName: z.string(),
    logo: z.string(),
    forwardWebhooks: z.boolean().optional(),
    createdAt: z.date(),
    updatedAt: z.date(),
  }),
);
/** {@link Integration} and its JSON, for `z.decode` and `z.encode`. */
export const IntegrationWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      unique_key: z.string(),
      provider: z.string(),
      display_name: z.string(),
      logo: z.string(),
      forward_webhooks: z.boolean().optional(),
      created_at: dateTime,
      updated_at: dateTime,
    }),
    Integration,
    renamed({
      unique_key: "uniqueKey",
      display_name: "displayName",
      forward_webhooks: "forwardWebhooks",
      created_at: "createdAt",
      updated_at: "updatedAt",
    }),
  ),
);

/** The integrations of an environment. */
export const Integrations = /* @__PURE__ */ define(() =>
  z.looseObject({
    data: z.array(Integration),
  }),
);
/** {@link Integrations} and its JSON, for `z.decode` and `z.encode`. */
export const IntegrationsWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    data: z.array(IntegrationWire),
  }),
);
