/**
 * A server that receives webhooks, and an event that is signed as the API does. `npx tsx
 * examples/webhooks.ts`
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { signWebhook, validateWebhook } from "connections-sdk/ampersand/webhooks";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

const server = createServer(async (request, response) => {
  const res = await validateWebhook({ request, secret });
  if (!res.ok) console.log(res.error.message);
  else if (res.value.notificationType === "connection.created")
    console.log(`${res.value.data.groupRef} has connected ${res.value.data.provider}`);
  response.writeHead(res.ok ? 200 : 400).end();
});
await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
const { port } = server.address() as AddressInfo; // it listens on a port

const { headers, body } = await signWebhook({
  secret,
  event: {
    notificationType: "connection.created",
    data: {
      projectId: "my-project",
      connectionId: "c-1",
      provider: "salesforce",
      groupRef: "group-123",
    },
  },
});
for (const sent of [body, "{}"]) {
  const response = await fetch(`http://127.0.0.1:${port}`, { method: "POST", headers, body: sent });
  console.log(response.status);
}
server.close();
