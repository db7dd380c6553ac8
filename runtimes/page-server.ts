import { readFileSync } from "node:fs";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

/** A page for a browser, and the outcome that it reports. */
export interface Page {
  /** The URL of the page. */
  readonly url: string;
  /** The outcome that the page posts. */
  readonly outcome: Promise<PageOutcome>;
  /** Stops the server of the page. */
  readonly close: () => void;
}

/** The body that a page posts to `/outcome`: the steps that it ran, or the error message. */
export interface PageOutcome {
  readonly steps?: readonly string[];
  readonly message?: string;
}

/** Options of {@link servePage}. */
export interface PageOptions {
  /** The folder whose files the page can load. */
  readonly root: string;
  /** The scripts of the page, as paths below the root. */
  readonly modules: readonly string[];
  /** The import map for bare specifiers. See https://html.spec.whatwg.org/#import-maps */
  readonly imports?: Readonly<Record<string, string>>;
  /** The URL of the emulator: the only other origin that the page may call. */
  readonly emulator: string;
}

/**
 * Serves a page on its own origin, with a content security policy that forbids inline code and
 * eval.
 */
export async function servePage(options: PageOptions): Promise<Page> {
  const server = createServer((incoming, outgoing) => respond(options, incoming, outgoing));
  const outcome = new Promise<PageOutcome>((resolve, reject) => {
    server.on("request", (incoming: IncomingMessage) => {
      if (incoming.method === "POST") read(incoming).then(resolve, reject);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens
  const query = new URLSearchParams({ emulator: options.emulator });
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}/?${query}`, outcome, close };
}

async function read(incoming: IncomingMessage): Promise<PageOutcome> {
  const chunks: Buffer[] = [];
  // without an encoding, chunks are bytes
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  // programs/page.ts sends it
  return JSON.parse(Buffer.concat(chunks).toString("utf8")) as PageOutcome;
}

function respond(options: PageOptions, { url = "/" }: IncomingMessage, to: ServerResponse): void {
  const { pathname } = new URL(url, "http://page");
  if (pathname === "/") {
    const policy = `default-src 'none'; script-src 'self' 'nonce-map'; connect-src 'self' ${options.emulator}`;
    to.writeHead(200, { "content-type": "text/html", "content-security-policy": policy });
    to.end(html(options));
  } else if (extname(pathname) === ".js") {
    to.writeHead(200, { "content-type": "text/javascript" });
    to.end(readFileSync(join(options.root, pathname)));
  } else to.writeHead(204).end();
}

function html({ modules, imports = {} }: PageOptions): string {
  const scripts = modules.map((path) => `<script type="module" src="${path}"></script>`).join("\n");
  return `<!doctype html>
<meta charset="utf-8">
<script type="importmap" nonce="map">${JSON.stringify({ imports })}</script>
${scripts}
`;
}
