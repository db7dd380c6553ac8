import type { Connection } from "connections-sdk";
import type { Platforms } from "./platforms.js";

/** The page: the connections of a customer, their health, and what can be done about it. */
export function page(
  platforms: Platforms,
  connections: readonly Connection[],
  message: string,
): string {
  const rows = connections.map(row).join("");
  const choices = Object.entries(platforms).flatMap(([platform, { services }]) =>
    services.map((provider) => {
      const value = JSON.stringify({ platform, provider });
      return `<button name="target" value="${escaped(value)}">${escaped(provider)} on ${escaped(platform)}</button>`;
    }),
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Connections</title>
<style>
  body { font: 1rem system-ui; max-width: 56rem; margin: 2rem auto; padding: 0 1rem }
  td, th { text-align: left; padding: .5rem 1rem .5rem 0 }
  button { font: inherit; margin: 0 .5rem .5rem 0 }
</style>
<h1>Your connections</h1>
<p role="status">${escaped(message)}</p>
<table>
  <caption>Services that you have connected</caption>
  <thead><tr><th scope="col">Service<th scope="col">Platform<th scope="col">Status<th scope="col">Health<th scope="col">Actions</thead>
  <tbody>${rows}</tbody>
</table>
<h2>Connect another service</h2>
<form method="post" action="/connect">${choices.join("")}</form>
</html>
`;
}

function row({ provider, platform, status, health, coordinates }: Connection): string {
  const since = health?.since ? ` since ${health.since.toISOString().slice(0, 10)}` : "";
  const cells = [provider, platform, status, health?.reason ? health.reason + since : ""];
  const target = escaped(JSON.stringify(coordinates));
  const action = (path: string, label: string): string =>
    `<button formaction="${path}" aria-label="${escaped(`${label} ${provider} on ${platform}`)}">${label}</button>`;
  return `<tr>${cells.map((cell) => `<td>${escaped(cell)}`).join("")}<td><form method="post">
    <input type="hidden" name="target" value="${target}">
    ${action("/reconnect", "Reconnect")}${action("/disconnect", "Disconnect")}
  </form></tr>`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
