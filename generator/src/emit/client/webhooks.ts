import type { Api, Webhooks } from "../../model/types.js";
import type { OutputFile } from "../../output/output-file.js";
import { type EmitContext, folders, modelHome } from "../context.js";
import { schemaExpression } from "../models/schema.js";
import { generic } from "../types/union-type.js";
import { code, codeFile } from "../print/code-file.js";
import { docComment } from "../print/comment.js";
import { PURE, assign, call } from "../print/expression.js";
import { moduleStatement, relativeSpecifier } from "../print/imports.js";
import type { Layout } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";
import { asType } from "../print/symbol.js";

/** The file of the webhooks: an entry point of its own. */
const FILE = "webhooks";

/** The exports of the runtime core that receivers of webhooks need. */
const RUNTIME = [
  "type SignWebhookOptions",
  "type SignedWebhook",
  "type ValidateWebhookOptions",
  "type WebhookError",
  "type WebhookHeaders",
  "type WebhookMessage",
  "WebhookPayloadError",
  "type WebhookRejection",
  "type WebhookRequest",
  "type WebhookSecret",
  "type WebhookStream",
  "WebhookVerificationError",
];

/** Whether an SDK validates webhooks. Their types alone need no runtime. */
export function validatesWebhooks({ webhooks }: Pick<Api, "webhooks">): boolean {
  return webhooks !== undefined && webhooks.security.kind !== "unknown";
}

/** `validateWebhook` and `signWebhook`, if the API has webhooks. */
export function emitWebhooks(context: EmitContext): readonly OutputFile[] {
  const { webhooks } = context.api;
  const model = webhooks?.event.kind === "ref" ? context.model(webhooks.event.to) : undefined;
  if (!webhooks || !model) return [];
  const file = codeFile(context.path(FILE), { reserved: ["validateWebhook", "signWebhook"] });
  const home = modelHome(context, model, "response");
  const event = context.home(home);
  const isZod = context.options.validation !== undefined;
  // A call, so it is marked as one that bundlers can drop.
  const validated = schemaExpression({ context, side: "response" }, webhooks.event);
  const schema = isZod ? [PURE, validated] : event;
  const scheme = schemeOf(context, webhooks);
  if (scheme) {
    const declare = (name: string, type: string, make: string): Layout => [
      assign(
        ["export const ", name, ": ", generic(context.webhookType(type), [asType(event)])],
        " =",
        [
          PURE,
          call(isZod ? generic(context.webhook(make), [asType(event)]) : context.webhook(make), [
            [PURE, scheme],
            schema,
          ]),
        ],
      ),
      ";",
    ];
    file.print(code`
      ${docComment({ text: [VALIDATE] })}
      ${declare("validateWebhook", "WebhookValidator", "webhookValidator")}
    `);
    file.print(code`
      ${docComment({ text: [SIGN] })}
      ${declare("signWebhook", "WebhookSigner", "webhookSigner")}
    `);
  }
  const path = context.path(FILE);
  const from = (module: string): string => relativeSpecifier(path, module);
  const { text } = file.finish();
  const exports = [
    moduleStatement("export", [home.name], from(context.path(home.file).slice(0, -".ts".length))),
    ...(scheme
      ? [
          moduleStatement(
            "export",
            RUNTIME,
            from(`${folders(context.options).runtime}/webhook/index`),
          ),
        ]
      : []),
  ];
  return [{ path, text: `${text.trimEnd()}\n\n${exports.join("\n")}\n` }];
}

const VALIDATE =
  "Checks the signature of a webhook and decodes its event. Returns a `Result`, and never rejects. Do not process a webhook whose result is an error.";
const SIGN =
  "Signs an event as the API does: for tests of a receiver. Returns the headers and the body to send, which `validateWebhook` takes as `request`.";

function schemeOf({ webhook }: EmitContext, { security }: Webhooks): Layout | undefined {
  if (security.kind === "unknown") return undefined;
  if (security.kind !== "header") return call(webhook("standardWebhooks"), []);
  const { name, encoding } = security;
  return call(webhook("signatureHeader"), [stringLiteral(name), stringLiteral(encoding)]);
}
