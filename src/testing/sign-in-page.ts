import type { Emulator } from "./emulator.js";

/** A page on which somebody plays the customer: the consent screen of the emulated service. */
export function signInPage({ searchParams }: URL): Response {
  const host = hostOf(searchParams.get("url"));
  if (host === undefined) return refused("The query parameter url must be an authorizationUrl.");
  const form = (outcome: string, label: string): string => {
    const query = new URLSearchParams(searchParams);
    query.set("outcome", outcome);
    return `<form method="post" action="?${escaped(`${query}`)}"><button>${label}</button></form>`;
  };
  const page = `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Sign in</title>
<style>body{font:1rem system-ui;max-width:30rem;margin:4rem auto;padding:0 1rem}form{display:inline}button{font:inherit;padding:.5rem 1rem;margin-right:.5rem}</style>
<h1>Sign in at ${escaped(host)}</h1>
<p>The emulator plays the service. Allow the application to use your account?</p>
${form("allow", "Allow")}${form("deny", "Deny")}</html>
`;
  return new Response(page, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      // Not form-action: browsers apply it to the redirect to the application as well.
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
      "cache-control": "no-store", // its form has the URL, which contains a one-time secret
    },
  });
}

/** Plays the customer, then sends the browser back to the application. */
export function signIn(emulator: Emulator, { searchParams }: URL): Response {
  const outcome = searchParams.get("outcome") ?? "allow";
  if (outcome !== "allow" && outcome !== "deny") return refused("outcome must be allow or deny.");
  try {
    emulator.signIn(searchParams.get("url") ?? "", outcome);
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
  const back = searchParams.get("return");
  if (back === null || hostOf(back) === undefined) return new Response(null, { status: 204 });
  return new Response(null, { status: 303, headers: { location: new URL(back).href } });
}

/** The host of an absolute URL of the web. */
function hostOf(url: string | null): string | undefined {
  if (url === null || !URL.canParse(url)) return undefined;
  const { protocol, host } = new URL(url);
  return /^https?:$/.test(protocol) ? host : undefined;
}

function refused(reason: string): Response {
  return new Response(`${reason}\n`, { status: 400 });
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
