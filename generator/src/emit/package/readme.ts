import type { Operation, Side, Type } from "../../model/types.js";
import type { EmitOptions } from "../../output/emit-options.js";
import type { OutputFile } from "../../output/output-file.js";
import { validatesWebhooks } from "../client/webhooks.js";
import { clientSections } from "../docs/client-options.js";
import { defaults, inProse } from "../docs/defaults.js";
import { errorProgram } from "../docs/error-program.js";
import { headline, methodAnchors } from "../docs/group-page.js";
import { escapePipes, literally, prose, table, typescript } from "../docs/markdown.js";
import { clientName, methodPath, programs } from "../docs/programs.js";
import { type DocsSite, typedErrors, populatedGroups } from "../docs/site.js";
import { hasFields } from "../types/ts-type.js";
import { usesXML } from "../models/xml.js";
import { MARKDOWN_BANNER } from "../print/code-file.js";
import { groupFile } from "./examples.js";
import { schemasOf } from "../zod/schemas.js";
import { handlerNames } from "./handlers.js";
import { hasZod } from "./zod.js";

/**
 * README.md: what the package is, how to use it, what can go wrong, and a table of all operations.
 */
export function emitReadme(site: DocsSite): OutputFile {
  const { api, options } = site.context;
  const blocks = [
    MARKDOWN_BANNER,
    `# ${literally(options.packageName)}`,
    prose(api.info.docs.summary ?? ""),
    `A typed TypeScript SDK for **${literally(api.info.title)}** (version ${literally(api.info.version)}). Every operation is a method that throws and a function that returns a \`Result\` and never throws.`,
    prose(api.info.docs.description ?? ""),
    "## Installation",
    `\`\`\`bash\nnpm add ${options.packageName}\n\`\`\``,
    `It runs on Node 20 and newer, Bun, Deno, edge runtimes and browsers, as ESM and CommonJS, and has ${dependenciesText(site)}.`,
    ...usage(site),
    ...clientSections(site),
    ...resources(site),
    ...settings(site),
    ...validation(site),
    ...webhooks(site),
    ...testing(site),
    "## Development",
    [
      "```bash",
      "npm install     # commit package-lock.json, which CI needs",
      "npm run check   # types, tests, build",
      ...example(site),
      "```",
    ].join("\n"),
    ...regeneration(options),
  ];
  return { path: "README.md", text: `${blocks.filter((block) => block !== "").join("\n\n")}\n` };
}

/**
 * How to generate the package again. Never with npx, which would fetch whichever package has the
 * generator's name in the registry.
 */
function regeneration({ generatorPackage }: EmitOptions): readonly string[] {
  const depends = generatorPackage !== undefined;
  const commands = depends
    ? ["npm run generate", "npm run generate:check"]
    : [`node ${CLONE}/generator/dist/cli.js generate`, `node ${CLONE}/generator/dist/cli.js check`];
  const again = "After you change the document or its configuration, generate it again";
  return [
    [
      "sdkwright generates this package from the document in `.speakeasy`.",
      depends
        ? `${again}:`
        : `${again} with a clone of sdkwright's repository. For example, if the clone is in \`${CLONE}\` and you built it with \`npm ci && npm run build -w generator\`:`,
    ].join(" "),
    `\`\`\`bash\n${commands[0]}\n${commands[1]}   # fails if files are out of date\n\`\`\``,
    [
      ...(depends ? [] : ["To use `npm run generate`, set `generatorPackage` in `gen.yaml`."]),
      "`LICENSE`, `CHANGELOG.md` and `.github/workflows/ci.yml` are yours once you edit them. sdkwright neither writes nor deletes files that you list in `.genignore`.",
    ].join(" "),
  ];
}

/** An example of a path to a clone of the generator's repository. */
const CLONE = "../connections-sdk";

/**
 * A table of the operations, by group, with links to their pages. `docs` is the folder of the
 * pages, relative to the reader's file.
 */
export function operationsTable(site: DocsSite, docs: string): string {
  const rows = populatedGroups(site.context).flatMap((group) => {
    const anchors = methodAnchors(site, group);
    return site.context.operationsOf(group.path).map((operation) => {
      const page = `${docs}/${site.group(group.path).path}#${anchors.get(operation) ?? ""}`;
      const { func } = site.context.names.operation(operation);
      return [
        `[${methodPath(site, operation, "sdk")}](${page})`,
        `\`${func.name}\``,
        escapePipes(headline(operation)),
      ];
    });
  });
  return table(["Method", "Function", "Description"], rows);
}

function usage(site: DocsSite): readonly string[] {
  const shown = typical(site);
  if (!shown) return [];
  const { method, func } = programs(site, shown);
  return [
    "## Usage",
    "As a client with all operations:",
    typescript(method),
    "As standalone functions, so that a bundle contains only the operations it calls:",
    typescript(func),
    "As a standalone function with every error handled, checked by the compiler:",
    typescript(errorProgram(site, shown)),
  ];
}

function resources(site: DocsSite): readonly string[] {
  return [
    "<!-- Start Available Resources and Operations [operations] -->",
    "## Available Resources and Operations",
    operationsTable(site, "docs"),
    "<!-- End Available Resources and Operations [operations] -->",
  ];
}

function settings(site: DocsSite): readonly string[] {
  const { className } = site.context.names.sdk;
  const program = (members: readonly string[]): string =>
    typescript(
      [
        `import { ${className} } from "${site.context.options.packageName}";`,
        "",
        `const ${clientName(site)} = new ${className}({`,
        ...members.map((member) => `  ${member},`),
        "});",
      ].join("\n"),
    );
  return [
    "## Errors",
    "Methods throw and functions return the same errors. Tell them apart by their literal `name`. Every error that an operation declares has its own class, with the members of the body. [Errors](docs/models/errors/README.md) lists the others.",
    "## Retries",
    `The client sends a request up to ${defaults.maxAttempts} times if it is safe to retry, with exponential backoff and jitter, and honors \`Retry-After\`. Change this for a client, or for a call with the \`retries\` option ([RetryConfig](docs/lib/utils/retryconfig.md)):`,
    program(['retryConfig: { strategy: "backoff", maxAttempts: 5 }']),
    "## Timeouts",
    `Each attempt times out after ${inProse(defaults.timeoutMs / 1000)} seconds, including the response body. Change this with \`timeoutMs\` of a client or a call, and abort a call at any time with a \`signal\` ([RequestOptions](docs/lib/utils/requestoptions.md)):`,
    program(["timeoutMs: 10_000"]),
    "## Middleware and logging",
    "Middleware runs around every attempt: it can change the request, return a response of its own or inspect the response. A `debugLogger` logs requests and responses without bodies and secrets. [SDKOptions](docs/lib/utils/sdkoptions.md) lists all options:",
    typescript(
      [
        `import { type Middleware, ${className} } from "${site.context.options.packageName}";`,
        "",
        "const traced: Middleware = (next) => (call) =>",
        '  next({ ...call, headers: { ...call.headers, "x-trace": crypto.randomUUID() } });',
        "",
        `const ${clientName(site)} = new ${className}({ middleware: [traced], debugLogger: console });`,
      ].join("\n"),
    ),
  ];
}

/** `no dependencies`, or which. */
function dependenciesText({ context: { api, options } }: DocsSite): string {
  const names = [
    ...(usesXML(api) ? ["an XML parser"] : []),
    ...(options.validation === undefined ? [] : ["[zod](https://zod.dev)"]),
  ];
  if (names.length === 0) return "no dependencies";
  return `${names.length === 1 ? "one dependency" : "two dependencies"}: ${names.join(" and ")}`;
}

/** What validates, if zod does or if there are schemas of zod. */
function validation(site: DocsSite): readonly string[] {
  const { options } = site.context;
  const module = options.validation === undefined ? "zod" : "models/components";
  if (!hasZod(options)) return [];
  const [shown] = shownSchemas(site);
  const text =
    options.validation === undefined
      ? `The SDK validates with an engine of its own. \`${options.packageName}/zod\` has the same models as schemas of [zod](https://zod.dev), which is an optional peer dependency (\`npm add zod\`).`
      : "The SDK validates requests and responses with [zod](https://zod.dev), and its models are schemas of zod.";
  const flavour = options.validation ?? options.zodSchemas;
  if (!shown) return ["## Validation", text];
  const program = [
    `import * as z from "${flavour === "zod-mini" ? "zod/mini" : "zod"}";`,
    `import { ${shown.name}, ${shown.wire} } from "${options.packageName}/${module}";`,
    "",
    `export function read(json: string): z.infer<typeof ${shown.name}> {`,
    `  return z.decode(${shown.wire}, JSON.parse(json));`,
    "}",
    "",
    `export function write(value: z.infer<typeof ${shown.name}>): string {`,
    `  return JSON.stringify(z.encode(${shown.wire}, value));`,
    "}",
  ];
  return [
    "## Validation",
    `${text} \`${shown.name}\` describes values as the SDK has them, and \`${shown.wire}\` is the codec between these and their JSON:`,
    typescript(program.join("\n")),
    "Members and values of enums that the schemas do not know are kept.",
  ];
}

/** The schemas of models that are objects, for an example. */
function shownSchemas({ context }: DocsSite): readonly {
  readonly name: string;
  readonly wire: string;
}[] {
  const { validation: own, zodSchemas } = context.options;
  const flavour = own ?? zodSchemas;
  if (flavour === undefined) return [];
  const schemas = schemasOf(context, flavour, own === undefined ? "zod" : undefined);
  return schemas.declarations
    .filter(({ model, side }) => model.home === "components" && isObjectOn(model.type, side))
    .map(({ home, wire }) => ({ name: home.name, wire: wire.name }));
}

function isObjectOn(type: Type, side: Side): boolean {
  return type.kind === "object" && hasFields(type, side);
}

/** How to receive webhooks, if the API sends any that can be validated. */
function webhooks({ context: { api, options } }: DocsSite): readonly string[] {
  if (!validatesWebhooks(api)) return [];
  const program = [
    `import { validateWebhook } from "${options.packageName}/webhooks";`,
    "",
    "export async function POST(request: Request): Promise<Response> {",
    '  const res = await validateWebhook({ request, secret: "<YOUR_WEBHOOK_SECRET>" });',
    "  if (!res.ok) return new Response(res.error.message, { status: 400 });",
    "  console.log(res.value);",
    "  return new Response(null, { status: 204 });",
    "}",
  ];
  return [
    "## Webhooks",
    "`validateWebhook` checks the signature of a webhook and returns its event, typed. It takes a Fetch `Request`, `{ headers, body }` with the raw body, or an unread request of Node's HTTP server. Pass a list of secrets while you rotate them. An event that this version does not know is kept. `signWebhook` signs an event for tests.",
    typescript(program.join("\n")),
  ];
}

function testing(site: DocsSite): readonly string[] {
  const shown = typical(site);
  const name = shown && handlerNames(site).get(shown);
  if (!shown || name === undefined) return [];
  const program = [
    'import { HttpResponse } from "msw";',
    'import { setupServer } from "msw/node";',
    `import { handlers, ${name} } from "${site.context.options.packageName}/testing";`,
    "",
    "const server = setupServer(...handlers());",
    "server.listen();",
    "",
    "// Override the response of one operation:",
    `server.use(${name}(() => new HttpResponse(null, { status: 503 })));`,
  ];
  return [
    "## Testing",
    "The package has [msw](https://mswjs.io) handlers that respond with the examples of the document (`npm add --save-dev msw`):",
    typescript(program.join("\n")),
  ];
}

/**
 * The operation to show: the first one that reads and declares an error, or else the first that
 * reads, or any.
 */
function typical(site: DocsSite): Operation | undefined {
  const { operations } = site.context.api;
  const reads = operations.filter(({ method }) => method === "GET");
  return (
    reads.find((operation) => typedErrors(site.context.names, operation).length > 0) ??
    reads[0] ??
    operations[0]
  );
}

/** The command that runs the first example, if there is one. */
function example(site: DocsSite): readonly string[] {
  const [group] = populatedGroups(site.context);
  return group ? [`npx tsx examples/${groupFile(site, group.path)}.ts`] : [];
}
