import { OpenRouter } from "@openrouter/sdk";
import type { Connect } from "../client.js";

export const connect: Connect = (serverURL) => {
  const client = new OpenRouter({ apiKey: "key", serverURL });
  return {
    get: () => client.apiKeys.get({ hash: "c" }),
    list: async () => (await client.apiKeys.list({ offset: 0 })).data,
  };
};
