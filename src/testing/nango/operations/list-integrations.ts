import { json } from "../../messages.js";
import { type Operation, queryOf } from "../context.js";
import { noQuery } from "../schemas.js";

/** When the integrations of the emulator were created. */
const CREATED = "2026-01-01T09:00:00.000Z";

/** `GET /integrations`: the integrations by their ids. */
export const listIntegrations: Operation = {
  scopes: ["integrations:list"],
  handle(context) {
    queryOf(context, noQuery);
    const data = context.state.integrations.map(({ provider_config_key, provider }) => ({
      unique_key: provider_config_key,
      provider,
      display_name: provider,
      logo: `https://app.nango.dev/images/template-logos/${provider}.svg`,
      forward_webhooks: true,
      created_at: CREATED,
      updated_at: CREATED,
    }));
    // By the name for display, like the server.
    // oxlint-disable-next-line unicorn/no-array-sort -- `toSorted` is newer than our compile target
    data.sort((a, b) => (a.display_name < b.display_name ? -1 : 1));
    return json(200, { data });
  },
};
