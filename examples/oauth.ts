/**
 * A client that gets access tokens by itself, as generated SDKs do, and an authorization server for
 * it. `npx tsx examples/oauth.ts`
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createVault } from "../generator/fixtures/oauth/sdk/funcs/createVault.js";
import { OAuth, type StoredToken, type TokenStore } from "../generator/fixtures/oauth/sdk/index.js";

// The server: it issues tokens, and refuses the first one as if it had been revoked.
let issued = 0;
const server = createServer((request, response) => {
  if (request.url === "/oauth/token") {
    const token = { access_token: `token-${++issued}`, token_type: "Bearer", expires_in: 3600 };
    response.setHeader("content-type", "application/json").end(JSON.stringify(token));
    return;
  }
  const isRevoked = request.headers.authorization === "Bearer token-1";
  console.log(request.method, request.headers.authorization, isRevoked ? 401 : 204);
  response.writeHead(isRevoked ? 401 : 204).end();
});
await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
const { port } = server.address() as AddressInfo; // it listens on a port

// Shares tokens with other processes, if it is more than a Map.
const kept = new Map<string, StoredToken>();
const tokenStore: TokenStore = {
  get: (key) => kept.get(key),
  set: (key, token) => void kept.set(key, token),
};

const sdk = new OAuth({
  serverURL: `http://127.0.0.1:${port}`,
  app: { clientId: "<CLIENT_ID>", clientSecret: "<CLIENT_SECRET>" },
  tokenStore,
});

// A POST: the token is fetched, refused, renewed, and the request sent again.
await sdk.createVault({ id: "vault-1" });

// The same token, by a function.
const res = await createVault(sdk, { id: "vault-2" });
console.log(res.ok, issued, "tokens,", kept.size, "stored");
server.close();
