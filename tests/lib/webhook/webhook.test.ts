/** Webhooks: signatures, bodies and events, with the senders that users have. */
import { sign as cryptoSign, verify as cryptoVerify, generateKeyPairSync } from "node:crypto";
import { type IncomingMessage, createServer, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { describe, expect, expectTypeOf, onTestFinished, test, vi } from "vitest";
import { literal, object, string, tagged } from "../../../src/lib/schema/index.js";
import type { Schema, UnknownVariant } from "../../../src/lib/schema/index.js";
import {
  WebhookPayloadError,
  type WebhookRejection,
  type WebhookRequest,
  WebhookVerificationError,
  signatureHeader,
  standardWebhooks,
  webhookSigner,
  webhookValidator,
} from "../../../src/lib/webhook/index.js";
import { runs } from "../../support/runs.js";

interface Created {
  type: "created";
  id: string;
}
interface Deleted {
  type: "deleted";
  id: string;
}
type Event = Created | Deleted | UnknownVariant;
const member = (type: string) => object(() => ({ type: literal(type), id: string }));
const Event = tagged(
  "type",
  "type",
  () => ({ created: member("created"), deleted: member("deleted") }),
  true,
) as Schema<Event>; // as the generator annotates it

const validateWebhook = webhookValidator(standardWebhooks(), Event);
const signWebhook = webhookSigner(standardWebhooks(), Event);

/** The example of the documentation of Svix. */
const example = {
  secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  body: '{"test": 2432232314}',
  headers: {
    "svix-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "svix-timestamp": "1614265330",
    "svix-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  },
};
const secret = example.secret;
const other = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
const created: Event = { type: "created", id: "c-1" };

async function rejection(
  request: unknown,
  options: Partial<Parameters<typeof validateWebhook>[0]> = {},
): Promise<WebhookRejection> {
  // as a caller in JavaScript may pass it
  const res = await validateWebhook({ request: request as WebhookRequest, secret, ...options });
  if (res.ok) throw new Error("The webhook was accepted.");
  if (!(res.error instanceof WebhookVerificationError)) throw res.error;
  for (const each of [secret, other, secret.slice(6)]) {
    expect(JSON.stringify(res.error) + res.error.message).not.toContain(each);
  }
  return res.error.reason;
}

describe("Standard Webhooks", () => {
  test("a signed webhook is valid, and its event is typed", async () => {
    const res = await validateWebhook({
      request: await signWebhook({ event: created, secret }),
      secret,
    });
    expect(res).toEqual({ ok: true, value: created });
    if (res.ok && res.value.type === "created") expectTypeOf(res.value.id).toEqualTypeOf<string>();
  });

  test("the documented example of Svix is valid", async () => {
    const request = { headers: example.headers, body: example.body };
    const all = { secret, toleranceSeconds: Number.POSITIVE_INFINITY };
    expect(await validateWebhook({ request, ...all })).toMatchObject({ ok: true });
    expect(await rejection({ ...request, body: '{"test": 2432232315}' }, all)).toBe("signature");
    expect(await rejection(request)).toBe("timestamp");
  });

  test("signing with the same message gives the same signature", async () => {
    const signed = await signWebhook({
      event: example.body,
      secret,
      id: example.headers["svix-id"],
      timestamp: new Date(1_614_265_330_000),
    });
    expect(signed.headers["webhook-signature"]).toBe(example.headers["svix-signature"]);
  });

  test.each(["webhook-id", "webhook-timestamp", "webhook-signature"])(
    "a webhook without %s is rejected",
    async (name) => {
      const { headers, body } = await signWebhook({ event: created, secret });
      const { [name]: _, ...rest } = headers;
      expect(await rejection({ headers: rest, body })).toBe("header");
      expect(await rejection({ headers: { ...headers, [name]: " " }, body })).toBe("header");
    },
  );

  test.each([
    [-310, "timestamp"],
    [310, "timestamp"],
    [-290, undefined],
    [290, undefined],
  ])("a webhook sent %d s from now", async (seconds, reason) => {
    const timestamp = new Date(Date.now() + seconds * 1000);
    const request = await signWebhook({ event: created, secret, timestamp });
    if (reason) expect(await rejection(request)).toBe(reason);
    else expect(await validateWebhook({ request, secret })).toMatchObject({ ok: true });
  });

  test.each(["", "soon", "1e9", "-5", "1.5", "99999999999999999999", "NaN"])(
    "the timestamp %j is rejected",
    async (timestamp) => {
      const { headers, body } = await signWebhook({ event: created, secret });
      const request = { headers: { ...headers, "webhook-timestamp": timestamp }, body };
      expect(await rejection(request, { toleranceSeconds: Infinity })).toBe("header");
    },
  );

  test("a tolerance that is not a number tolerates nothing", async () => {
    const request = await signWebhook({ event: created, secret });
    expect(await rejection(request, { toleranceSeconds: Number.NaN })).toBe("timestamp");
  });

  test("one of several signatures must match", async () => {
    const { headers, body } = await signWebhook({ event: created, secret });
    const signature = headers["webhook-signature"] ?? "";
    const wrong = "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    for (const list of [
      `${wrong} ${signature}`,
      `${signature} ${wrong}`,
      `v1a,abc ${signature}`,
      `${wrong}, ${signature}`,
      `v2,? ${signature}`,
    ])
      expect(
        await validateWebhook({
          request: { headers: { ...headers, "webhook-signature": list }, body },
          secret,
        }),
      ).toMatchObject({ ok: true });
    for (const list of [wrong, signature.replace("v1,", "v1a,"), signature.slice(3), "v1,", ","])
      expect(await rejection({ headers: { ...headers, "webhook-signature": list }, body })).toBe(
        "signature",
      );
  });

  test("the old and the new secret are valid while they are rotated", async () => {
    for (const signing of [secret, other]) {
      const request = await signWebhook({ event: created, secret: signing });
      expect(await validateWebhook({ request, secret: [other, secret] })).toMatchObject({
        ok: true,
      });
    }
    const request = await signWebhook({ event: created, secret: other });
    expect(await rejection(request)).toBe("signature");
  });

  test("a secret may lack its prefix, be bytes, or be surrounded by whitespace", async () => {
    const request = await signWebhook({ event: created, secret });
    const bytes = Uint8Array.from(atob(secret.slice(6)), (char) => char.charCodeAt(0));
    for (const each of [secret.slice(6), bytes, `${secret}\n`])
      expect(await validateWebhook({ request, secret: each })).toMatchObject({ ok: true });
  });

  test.each([
    ["undefined", undefined],
    ["null", null],
    ["empty", ""],
    ["an empty list", []],
    ["empty bytes", new Uint8Array()],
    ["a list with an empty one", [secret, ""]],
    ["the prefix alone", "whsec_"],
    ["not base64", "whsec_%%%"],
    ["a number", 5],
  ])("a secret that is %s is rejected", async (_, given) => {
    const request = await signWebhook({ event: created, secret });
    const asPassed = given as string; // as JavaScript may pass it
    expect(await rejection(request, { secret: asPassed })).toBe("secret");
  });

  test("any change of the body, the ID or the timestamp is noticed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.nat(), async (content, position) => {
        const { headers, body } = await signWebhook({ event: JSON.stringify(content), secret });
        const text = String(body);
        const at = position % text.length;
        const changed = `${text.slice(0, at)}${text[at] === "x" ? "y" : "x"}${text.slice(at + 1)}`;
        expect(await validateWebhook({ request: { headers, body }, secret })).toMatchObject({
          ok: true,
        });
        expect(await rejection({ headers, body: changed })).toBe("signature");
        for (const name of ["webhook-id", "webhook-timestamp"]) {
          const value = `${headers[name]}`.replace(/.$/, (last) => (last === "1" ? "2" : "1"));
          expect(await rejection({ headers: { ...headers, [name]: value }, body })).toBe(
            "signature",
          );
        }
      }),
      runs(20),
    );
  });
});

/** A pair as Node makes it, which signs without our code. */
function pair() {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const bytes = (part: "x" | "d"): string =>
    Buffer.from(privateKey.export({ format: "jwk" })[part] ?? "", "base64url").toString("base64");
  const seeded = Buffer.from(`${bytes("d")}`, "base64");
  const whole = Buffer.concat([seeded, Buffer.from(bytes("x"), "base64")]).toString("base64");
  return {
    publicKey: `whpk_${bytes("x")}`,
    privateKeys: [`whsk_${bytes("d")}`, `whsk_${whole}`],
    sign: (content: string) => cryptoSign(null, Buffer.from(content), privateKey),
    verify: (content: string, signature: Buffer) =>
      cryptoVerify(null, Buffer.from(content), publicKey, signature),
  };
}

describe("Standard Webhooks with a key pair", () => {
  const body = '{"type":"created","id":"1"}';
  const requestOf = (signature: string, timestamp = `${Math.floor(Date.now() / 1000)}`) => ({
    headers: {
      "webhook-id": "msg_1",
      "webhook-timestamp": timestamp,
      "webhook-signature": signature,
    },
    body,
  });

  test("the public key validates what the private one signed", async () => {
    const { publicKey, sign } = pair();
    const now = `${Math.floor(Date.now() / 1000)}`;
    const signature = sign(`msg_1.${now}.${body}`).toString("base64");
    const request = requestOf(`v1,AAAA v1a,${signature}`, now);
    expect(await validateWebhook({ request, secret: publicKey })).toMatchObject({ ok: true });
    // While secrets are replaced by pairs, and pairs by others.
    const keys = [secret, pair().publicKey, publicKey];
    expect(await validateWebhook({ request, secret: keys })).toMatchObject({ ok: true });
    const changed = { ...request, body: body.replace("1", "2") };
    expect(await rejection(changed, { secret: publicKey })).toBe("signature");
    expect(await rejection(request, { secret: pair().publicKey })).toBe("signature");
    expect(await rejection(request)).toBe("signature");
  });

  test("private keys with and without the public one sign", async () => {
    const { publicKey, privateKeys, verify } = pair();
    for (const privateKey of privateKeys) {
      const request = await signWebhook({ event: created, secret: privateKey, id: "msg_1" });
      const { "webhook-timestamp": time, "webhook-signature": header = "" } = request.headers;
      const signature = Buffer.from(header.replace("v1a,", ""), "base64");
      expect(verify(`msg_1.${time}.${request.body}`, signature)).toBe(true);
      expect(await validateWebhook({ request, secret: publicKey })).toMatchObject({ ok: true });
    }
  });

  test("a public key is no shared secret, which everybody could sign with", async () => {
    const { publicKey } = pair();
    for (const forged of [publicKey.slice(5), publicKey.replace("_", "/")]) {
      const { headers } = await signWebhook({ event: created, secret: forged });
      const request = requestOf(headers["webhook-signature"] ?? "", headers["webhook-timestamp"]);
      expect(await rejection(request, { secret: publicKey })).toBe("signature");
    }
  });

  test("the wrong half of a pair and keys of the wrong size are refused", async () => {
    const { publicKey, privateKeys } = pair();
    await expect(signWebhook({ event: created, secret: publicKey })).rejects.toThrow("`whsk_...`");
    const request = requestOf("v1a,AAAA");
    for (const wrong of [privateKeys[0] ?? "", "whpk_AAAA", "whsk_AAAA", "whpk_"])
      expect(await rejection(request, { secret: wrong })).toBe("secret");
  });

  test("a runtime without Ed25519 is told", async () => {
    const importKey = vi
      .spyOn(crypto.subtle, "importKey")
      .mockRejectedValue(new DOMException("Unrecognized name.", "NotSupportedError"));
    onTestFinished(() => importKey.mockRestore());
    const request = requestOf("v1a,AAAA");
    const result = await validateWebhook({ request, secret: pair().publicKey });
    expect(result).toMatchObject({ ok: false, error: { reason: "unsupported" } });
    expect(!result.ok && result.error.message).toContain("has no Ed25519");
  });
});

describe("a signature in one header", () => {
  test.each([
    ["base64", /^[\w+/]{43}=$/],
    ["base64url", /^[\w-]{43}$/],
    ["hex", /^[\da-f]{64}$/],
  ] as const)("in %s", async (encoding, pattern) => {
    const scheme = signatureHeader("X-Signature", encoding);
    const { headers, body } = await webhookSigner(scheme, Event)({ event: created, secret: "s" });
    const signature = headers["x-signature"] ?? "";
    expect(signature).toMatch(pattern);
    const validate = webhookValidator(scheme, Event);
    for (const value of [signature, `sha256=${signature}`, `00, ${signature}`])
      expect(
        await validate({ request: { headers: { "X-SIGNATURE": value }, body }, secret: "s" }),
      ).toEqual({ ok: true, value: created });
    for (const value of [signature.slice(1), `${signature}0`, "x", "sha256="])
      expect(
        await validate({ request: { headers: { "X-Signature": value }, body }, secret: "s" }),
      ).toMatchObject({ ok: false, error: { reason: "signature" } });
  });

  test("the documented example of GitHub is valid", async () => {
    const validate = webhookValidator(signatureHeader("X-Hub-Signature-256", "hex"), string);
    const res = await validate({
      request: {
        headers: {
          "x-hub-signature-256":
            "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
        },
        body: "Hello, World!",
      },
      secret: "It's a Secret to Everybody",
    });
    // The signature is valid, and the body is not JSON.
    expect(res).toMatchObject({ ok: false, error: { name: "WebhookPayloadError" } });
  });
});

describe("requests", () => {
  test("a Fetch request", async () => {
    const signed = await signWebhook({ event: created, secret });
    const request = new Request("https://app.example/webhooks", {
      method: "POST",
      headers: signed.headers,
      body: String(signed.body),
    });
    expect(await validateWebhook({ request, secret })).toEqual({ ok: true, value: created });
    expect(await rejection(request)).toBe("body");
    expect(await rejection(new Request("https://app.example", { headers: signed.headers }))).toBe(
      "signature",
    );
  });

  test("a request of Node's server, unread and with a body that was read before", async () => {
    const signed = await signWebhook({ event: created, secret });
    const results: unknown[] = [];
    const server = createServer((incoming: IncomingMessage, response) => {
      void (async () => {
        results.push(await validateWebhook({ request: incoming, secret }));
        results.push(await validateWebhook({ request: incoming, secret }));
        response.end();
      })();
    });
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise<void>((resolve) => {
      const sent = send({ port, method: "POST", headers: signed.headers }, (response) => {
        response.resume().on("end", resolve);
      });
      sent.end(signed.body);
    });
    server.close();
    expect(results).toMatchObject([
      { ok: true, value: created },
      { ok: false, error: { reason: "body" } },
    ]);
  });

  test("headers may be of any spelling, and lists", async () => {
    const { headers, body } = await signWebhook({ event: created, secret });
    const spelled = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toUpperCase(), [value]]),
    );
    const bytes = new TextEncoder().encode(String(body));
    for (const of of [spelled, new Headers(headers)])
      for (const content of [body, bytes, bytes.buffer, Buffer.from(bytes)])
        expect(
          await validateWebhook({ request: { headers: of, body: content }, secret }),
        ).toMatchObject({ ok: true });
  });

  test.each([
    ["parsed", { type: "created" }],
    ["missing", undefined],
    ["null", null],
    ["a number", 5],
  ])("a body that is %s is rejected with what to pass", async (_, body) => {
    const { headers } = await signWebhook({ event: created, secret });
    expect(await rejection({ headers, body })).toBe("body");
  });

  test.each([undefined, null, 5, "", {}, { headers: 5, body: "" }])(
    "the request %j never throws",
    async (request) => {
      const asPassed = request as unknown as WebhookRequest; // as JavaScript may pass it
      const res = await validateWebhook({ request: asPassed, secret });
      expect(res.ok).toBe(false);
    },
  );

  test("a large body is rejected before it is read whole", async () => {
    const signed = await signWebhook({ event: created, secret });
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    const request = new Request("https://app.example", {
      method: "POST",
      headers: signed.headers,
      body,
      duplex: "half",
    } as RequestInit); // `duplex` is not in the types
    expect(await rejection(request, { maxBodyBytes: 4096 })).toBe("size");
    expect(pulled).toBeLessThan(20);
    expect(await rejection({ ...signed }, { maxBodyBytes: 3 })).toBe("size");
    const headers = { ...signed.headers, "content-length": "99999999" };
    expect(await rejection({ headers, body: signed.body })).toBe("size");
  });

  test("a body that breaks off is rejected", async () => {
    const { headers } = await signWebhook({ event: created, secret });
    const body = new ReadableStream({ start: (controller) => controller.error(new Error("cut")) });
    expect(await rejection({ headers, body })).toBe("body");
  });
});

describe("events", () => {
  test("an event that the SDK does not know is kept", async () => {
    const event = { type: "renamed", id: "c-1", more: [1] };
    const request = await signWebhook({ event: JSON.stringify(event), secret });
    expect(await validateWebhook({ request, secret })).toEqual({
      ok: true,
      value: { type: "UNKNOWN", isUnknown: true, raw: event },
    });
  });

  test.each(["null", "[]", "5", '"text"', "{}", '{"type":"created"}', '{"type":"created","id":5}'])(
    "the event %s never throws, and its issues are told",
    async (event) => {
      const issues: unknown[] = [];
      const res = await validateWebhook({
        request: await signWebhook({ event, secret }),
        secret,
        onIssues: (found) => {
          issues.push(...found);
          throw new Error("ignored");
        },
      });
      expect(res.ok).toBe(true);
      if (event !== "{}") expect(issues.length).toBeGreaterThan(0);
    },
  );

  test("a body that is not JSON is an error of its own, which does not show the body", async () => {
    const res = await validateWebhook({
      request: await signWebhook({ event: "{not json}", secret }),
      secret,
    });
    expect(!res.ok && res.error).toBeInstanceOf(WebhookPayloadError);
    expect(JSON.stringify(res)).not.toContain("not json");
    if (!res.ok && res.error.name === "WebhookPayloadError")
      expect(res.error.body).toBe("{not json}");
  });

  test("an event that does not fit its schema is not signed", async () => {
    const event = { type: "created", id: 5 } as unknown as Event; // as JavaScript may pass it
    await expect(signWebhook({ event, secret })).rejects.toThrow("id: expected string");
  });
});
