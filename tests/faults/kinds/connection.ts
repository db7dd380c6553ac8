import { good, theConnection } from "../good.js";
import type { Group } from "../kind.js";
import { cut, ending, first } from "./serving.js";

const NO_ANSWER = /^No answer from 127\.0\.0\.1:\d+: .+/;
const refused = (text: RegExp = NO_ANSWER) => ({ error: "ConnectionError", message: text });
const https = (url: string): string => url.replace("http:", "https:");

/** The network fails before there is an answer. */
export const connection: Group = {
  name: "Connections",
  about: "The network fails before there is an answer.",
  kinds: [
    {
      name: "a host that does not exist",
      at: () => "http://nobody.invalid",
      expect: {
        ...refused(/^No answer from nobody\.invalid: (ENOTFOUND|EAI_AGAIN)/),
        attempts: [1, 3],
        requests: [0, 0],
      },
    },
    {
      name: "a host that does not exist, for a POST: nothing can have been done",
      verb: "generate",
      at: () => "http://nobody.invalid",
      expect: { ...refused(/nobody\.invalid/), attempts: [1, 3], requests: [0, 0] },
    },
    {
      name: "a port that browsers and fetch do not use",
      at: () => "http://127.0.0.1:9",
      expect: {
        ...refused(/^No answer from 127.0.0.1:9: (bad port|ECONNREFUSED)$/),
        attempts: [1, 3],
        requests: [0, 0],
      },
    },
    {
      name: "a connection refused",
      at: () => "http://127.0.0.1:1023",
      expect: { ...refused(/ECONNREFUSED/), attempts: [1, 3], requests: [0, 0] },
    },
    {
      name: "a connection refused, for a POST: nothing can have been done",
      verb: "generate",
      at: () => "http://127.0.0.1:1023",
      expect: { ...refused(/ECONNREFUSED/), attempts: [1, 3], requests: [0, 0] },
    },
    {
      name: "a reset as soon as the connection is made",
      server: { connect: (socket) => void socket.resetAndDestroy() },
      expect: { ...refused(), attempts: [1, 3], requests: [0, 0] },
    },
    {
      name: "a reset when the request has come",
      server: { serve: cut("") },
      expect: { ...refused(), attempts: [1, 3] },
    },
    {
      name: "a reset when the request has come, for a POST: it may have been done",
      verb: "generate",
      server: { serve: cut("") },
      expect: { ...refused(), attempts: [1, 1] },
    },
    {
      name: "a reset when the request has come, for a POST with an idempotency key",
      verb: "generate",
      server: { serve: cut("") },
      options: () => ({ idempotencyKey: "k-1" }),
      expect: { ...refused(), attempts: [1, 3] },
    },
    {
      name: "a reset when the request has come, and then a good answer",
      server: { serve: first(cut(""), good()) },
      expect: { ...refused(), attempts: [1, 2], retried: theConnection() },
    },
    {
      name: "a connection closed when the request has come",
      server: { serve: ({ socket }) => void socket.destroy() },
      expect: { ...refused(), attempts: [1, 3] },
    },
    {
      name: "a half-closed connection: the server says no more, and goes on listening",
      server: { serve: ending("") },
      expect: { ...refused(), attempts: [1, 3] },
    },
    {
      name: "a connection that was kept and is dead",
      warm: true,
      server: { serve: (exchange) => (exchange.count === 2 ? cut("") : good())(exchange) },
      expect: { ...refused(), attempts: [1, 2], retried: theConnection() },
    },
    {
      name: "a connection that was kept and is dead, for a POST",
      verb: "generate",
      warm: true,
      server: {
        serve: (exchange) => (exchange.count === 2 ? cut("") : good("generate"))(exchange),
      },
      expect: { ...refused(), attempts: [1, 1] },
    },
    {
      name: "a server that accepts and says nothing",
      server: { connect: () => {} },
      client: () => ({ timeoutMs: 120 }),
      expect: {
        error: "RequestTimeoutError",
        message: /^No complete answer within 120 ms/,
        attempts: [1, 3],
        requests: [0, 0],
      },
    },
    {
      name: "TLS to a server without",
      at: https,
      server: {
        connect: (socket) =>
          void socket.once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")),
      },
      expect: { ...refused(/: ERR_SSL_/), attempts: [1, 3], requests: [0, 0] },
    },
    {
      name: "no TLS to a server with",
      server: { tls: true },
      expect: { ...refused(), attempts: [1, 3], requests: [0, 0] },
    },
    {
      name: "a certificate that signs itself",
      at: https,
      server: { tls: true },
      expect: {
        ...refused(/: DEPTH_ZERO_SELF_SIGNED_CERT$/),
        attempts: [1, 3],
        requests: [0, 0],
      },
    },
    {
      name: "a reset inside the TLS handshake",
      at: https,
      server: {
        connect: (socket) => void socket.once("data", () => socket.resetAndDestroy()),
      },
      expect: { ...refused(), attempts: [1, 3], requests: [0, 0] },
    },
    {
      name: "a connection closed inside the TLS handshake",
      at: https,
      server: { connect: (socket) => void socket.once("data", () => socket.end()) },
      expect: { ...refused(), attempts: [1, 3], requests: [0, 0] },
    },
  ],
};
