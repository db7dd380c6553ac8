import { good, theConnection } from "../good.js";
import type { Group } from "../kind.js";
import { cut, ending, first } from "./serving.js";

const NO_ANSWER = /^No answer from 127\.0\.0\.1:\d+: .+/;
const refused = (text: RegExp = NO_ANSWER) => ({ error: "ConnectionError", message: text });
const https = (url: string): string => url.replace("http:", "https:");

/** The network fails before a response arrives. */
export const connection: Group = {
  name: "Connections",
  about: "The network fails before a response arrives.",
  kinds: [
    {
      name: "unknown host",
      at: () => "http://nobody.invalid",
      expect: {
        ...refused(/^No answer from nobody\.invalid: (ENOTFOUND|EAI_AGAIN)/),
        attempts: [1, 3],
        requests: [0, 0],
      },
    },
    {
      name: "unknown host, POST: the server cannot have processed it",
      verb: "generate",
      at: () => "http://nobody.invalid",
      expect: { ...refused(/nobody\.invalid/), attempts: [1, 3], requests: [0, 0] },
    },
    {
      name: "port that browsers and fetch block",
      at: () => "http://127.0.0.1:9",
      expect: {
        ...refused(/^No answer from 127.0.0.1:9: (bad port|ECONNREFUSED)$/),
        attempts: [1, 3],
        requests: [0, 0],
      },
    },
    {
      name: "connection refused",
      at: () => "http://127.0.0.1:1023",
      expect: { ...refused(/ECONNREFUSED/), attempts: [1, 3], requests: [0, 0] },
    },
    {
      name: "connection refused, POST: the server cannot have processed it",
      verb: "generate",
      at: () => "http://127.0.0.1:1023",
      expect: { ...refused(/ECONNREFUSED/), attempts: [1, 3], requests: [0, 0] },
    },
    {
      name: "connection reset on connect",
      server: { connect: (socket) => void socket.resetAndDestroy() },
      expect: { ...refused(), attempts: [1, 3], requests: [0, 0] },
    },
    {
      name: "connection reset after the request",
      server: { serve: cut("") },
      expect: { ...refused(), attempts: [1, 3] },
    },
    {
      name: "connection reset after the request, POST: the server may have processed it",
      verb: "generate",
      server: { serve: cut("") },
      expect: { ...refused(), attempts: [1, 1] },
    },
    {
      name: "connection reset after the request, POST with an idempotency key",
      verb: "generate",
      server: { serve: cut("") },
      options: () => ({ idempotencyKey: "k-1" }),
      expect: { ...refused(), attempts: [1, 3] },
    },
    {
      name: "connection reset after the request, then a valid response",
      server: { serve: first(cut(""), good()) },
      expect: { ...refused(), attempts: [1, 2], retried: theConnection() },
    },
    {
      name: "connection closed after the request",
      server: { serve: ({ socket }) => void socket.destroy() },
      expect: { ...refused(), attempts: [1, 3] },
    },
    {
      name: "half-closed connection: the server stops sending but keeps reading",
      server: { serve: ending("") },
      expect: { ...refused(), attempts: [1, 3] },
    },
    {
      name: "stale keep-alive connection",
      warm: true,
      server: { serve: (exchange) => (exchange.count === 2 ? cut("") : good())(exchange) },
      expect: { ...refused(), attempts: [1, 2], retried: theConnection() },
    },
    {
      name: "stale keep-alive connection, POST",
      verb: "generate",
      warm: true,
      server: {
        serve: (exchange) => (exchange.count === 2 ? cut("") : good("generate"))(exchange),
      },
      expect: { ...refused(), attempts: [1, 1] },
    },
    {
      name: "server accepts the connection and sends nothing",
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
      name: "TLS to a server without TLS",
      at: https,
      server: {
        connect: (socket) =>
          void socket.once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")),
      },
      expect: { ...refused(/: ERR_SSL_/), attempts: [1, 3], requests: [0, 0] },
    },
    {
      name: "plain HTTP to a TLS server",
      server: { tls: true },
      expect: { ...refused(), attempts: [1, 3], requests: [0, 0] },
    },
    {
      name: "self-signed certificate",
      at: https,
      server: { tls: true },
      expect: {
        ...refused(/: DEPTH_ZERO_SELF_SIGNED_CERT$/),
        attempts: [1, 3],
        requests: [0, 0],
      },
    },
    {
      name: "connection reset during the TLS handshake",
      at: https,
      server: {
        connect: (socket) => void socket.once("data", () => socket.resetAndDestroy()),
      },
      expect: { ...refused(), attempts: [1, 3], requests: [0, 0] },
    },
    {
      name: "connection closed during the TLS handshake",
      at: https,
      server: { connect: (socket) => void socket.once("data", () => socket.end()) },
      expect: { ...refused(), attempts: [1, 3], requests: [0, 0] },
    },
  ],
};
