import type { Operation } from "../../model/types.js";
import type { OutputFile } from "../../output/output-file.js";
import { clientSections } from "../docs/client-options.js";
import { errorProgram } from "../docs/error-program.js";
import { headline, methodAnchors } from "../docs/group-page.js";
import { escapePipes, literally, prose, table, typescript } from "../docs/markdown.js";
import { type Site, failures, populatedGroups } from "../docs/site.js";
import { clientName, methodPath, programs } from "../docs/snippet.js";
import { MARKDOWN_BANNER } from "../print/code-file.js";
import { groupFile } from "./examples.js";
import { handlerNames } from "./handlers.js";

/** README.md: what it is, three ways to use it, what can go wrong, and a table of everything. */
export function emitReadme(site: Site): OutputFile {
  const { api, options } = site;
  const blocks = [
    MARKDOWN_BANNER,
    `# ${literally(options.packageName)}`,
    prose(api.info.docs.summary ?? ""),
    `A typed TypeScript SDK for **${literally(api.info.title)}** (version ${literally(api.info.version)}): every operation is a method that throws and a function that never does.`,
    prose(api.info.docs.description ?? ""),
    "## Installation",
    `\`\`\`bash\nnpm add ${options.packageName}\n\`\`\``,
    "It runs on Node 20 and newer, Bun, Deno, edge runtimes and browsers, as ESM and CommonJS, and has no dependencies.",
    ...usage(site),
    ...clientSections(site),
    ...resources(site),
    ...settings(site),
    ...testing(site),
    "## Development",
    `\`\`\`bash\nnpm install\nnpm run check   # types, tests, build\nnpx tsx examples/${exampleFile(site)}.ts\n\`\`\``,
    "The sources are written by connections-sdk-generator from the document in `.speakeasy`. Change that and run `npx connections-sdk-generator generate` here; `npx connections-sdk-generator check` fails where the files are not what the document gives. A file that `.genignore` names is yours.",
  ];
  return { path: "README.md", text: `${blocks.filter((block) => block !== "").join("\n\n")}\n` };
}

/** The operations of an API, by group, with links to their pages. `docs` is the folder of the pages as the reader's file sees it. */
export function operationsTable(site: Site, docs: string): string {
  const rows = populatedGroups(site.context).flatMap((group) => {
    const anchors = methodAnchors(site, group);
    return site.context.operationsOf(group.path).map((operation) => {
      const page = `${docs}/${site.group(group.path).path}#${anchors.get(operation) ?? ""}`;
      const { func } = site.plan.operation(operation);
      return [
        `[${methodPath(site, operation, "sdk")}](${page})`,
        `\`${func.name}\``,
        escapePipes(headline(operation)),
      ];
    });
  });
  return table(["Method", "Function", "Description"], rows);
}

function usage(site: Site): readonly string[] {
  const shown = typical(site);
  if (!shown) return [];
  const { method, func } = programs(site, shown);
  return [
    "## Usage",
    "As a client with everything on it:",
    typescript(method),
    "As a function, so that a bundle holds only the operations it calls:",
    typescript(func),
    "As a function with every outcome handled, checked by the compiler:",
    typescript(errorProgram(site, shown)),
  ];
}

function resources(site: Site): readonly string[] {
  return [
    "<!-- Start Available Resources and Operations [operations] -->",
    "## Available Resources and Operations",
    operationsTable(site, "docs"),
    "<!-- End Available Resources and Operations [operations] -->",
  ];
}

function settings(site: Site): readonly string[] {
  const { className } = site.plan.sdk;
  const program = (members: readonly string[]): string =>
    typescript(
      [
        `import { ${className} } from "${site.options.packageName}";`,
        "",
        `const ${clientName(site)} = new ${className}({`,
        ...members.map((member) => `  ${member},`),
        "});",
      ].join("\n"),
    );
  return [
    "## Errors",
    "Methods throw and functions answer the same errors, told apart by a literal `name`. What an operation declares has a class of its own, with the members of the body on it; the rest is listed in [Errors](docs/models/errors/README.md).",
    "## Retries",
    "Requests that cannot do their work twice are repeated up to three times, with growing random pauses and `Retry-After` honoured. Change it for a client here, or for a call with the `retries` option ([RetryConfig](docs/lib/utils/retryconfig.md)):",
    program(['retryConfig: { strategy: "backoff", maxAttempts: 5 }']),
    "## Timeouts",
    "Every attempt may take 60 seconds, its body included. `timeoutMs` of a client or a call changes that, and a `signal` ends a call at any time ([RequestOptions](docs/lib/utils/requestoptions.md)):",
    program(["timeoutMs: 10_000"]),
    "## Middleware and logging",
    "A middleware runs around every attempt and may change the call, answer itself or look at the reply. A `debugLogger` is told of requests and answers, without bodies and secrets. What else a client can be told is in [SDKOptions](docs/lib/utils/sdkoptions.md):",
    typescript(
      [
        `import { type Middleware, ${className} } from "${site.options.packageName}";`,
        "",
        "const traced: Middleware = (next) => (call) =>",
        '  next({ ...call, headers: { ...call.headers, "x-trace": crypto.randomUUID() } });',
        "",
        `const ${clientName(site)} = new ${className}({ middleware: [traced], debugLogger: console });`,
      ].join("\n"),
    ),
  ];
}

function testing(site: Site): readonly string[] {
  const shown = typical(site);
  const name = shown && handlerNames(site).get(shown);
  if (!shown || name === undefined) return [];
  const program = [
    'import { HttpResponse } from "msw";',
    'import { setupServer } from "msw/node";',
    `import { handlers, ${name} } from "${site.options.packageName}/testing";`,
    "",
    "const server = setupServer(...handlers());",
    "server.listen();",
    "",
    "// Answer one operation in another way:",
    `server.use(${name}(() => new HttpResponse(null, { status: 503 })));`,
  ];
  return [
    "## Testing",
    "The package has [msw](https://mswjs.io) handlers that answer the examples of the document (`npm add --save-dev msw`):",
    typescript(program.join("\n")),
  ];
}

/** The operation to show: one that reads and declares a failure, else the first. */
function typical(site: Site): Operation | undefined {
  const { operations } = site.api;
  const reads = operations.filter(({ method }) => method === "GET");
  return (
    reads.find((operation) => failures(site.plan, operation).length > 0) ??
    reads[0] ??
    operations[0]
  );
}

function exampleFile(site: Site): string {
  const [group] = populatedGroups(site.context);
  return group ? groupFile(site, group.path) : "sdk";
}
