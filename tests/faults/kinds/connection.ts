import { good, theConnection } from "../good.js";
import type { Group } from "../kind.js";
import { cut, ending, first } from "./serving.js";

const FAILED = /^Connection to 127\.0\.0\.1:\d+ failed: .+/;
const failed = (message: RegExp = FAILED) => ({ error: "ConnectionError", message });
const https = (url: string): string => url.replace("http:", "https:");

/** Faults before there is a response. */
export const connection: Group = {
  name: "Connections",
  about: "The network fails before there is a response.",
  kinds: [
    {
      name: "a host that does not exist",
      at: () => "http://nobody.invalid",
      expect: {
        ...failed(/^Connection to nobody\.invalid failed: (ENOTFOUND|EAI_AGAIN)/),
        attempts: [1, 3],
        requests: [0, 0],
      },
    },
    {
      name: "a host that does not exist, for a POST: no work can have been done",
      verb: "generate",
      at: () => "http://nobody.invalid",
      expect: { ...failed(/nobody\.invalid/), attempts: [1, 3], requests: [0, 0] },
    },
    {
      name: "a port that browsers and fetch block",
      at: () => "http://127.0.0.1:9",
      expect: {
        error: "InvalidRequestError",
        message: /^The runtime rejected the URL, headers or fetchOptions$/,
        attempts: [1, 1],
        requests: [0, 0],
        onNode: { ...failed(/ECONNREFUSED/), attempts: [1, 3], requests: [0, 0] },
      },
    },
    {
      name: "connection refused",
      at: () => "http://127.0.0.1:1023",
      expect: { ...failed(/ECONNREFUSED/), attempts: [1, 3], requests: [0, 0] },
    },
    {
      name: "connection refused, for a POST: no work can have been done",
      verb: "generate",
      at: () => "http://127.0.0.1:1023",
      expect: { ...failed(/ECONNREFUSED/), attempts: [1, 3], requests: [0, 0] },
    },
    {
      name: "a reset right after connecting",
      server: { connect: (socket) => void socket.resetAndDestroy() },
      expect: { ...failed(), attempts: [1, 3], requests: [0, 0] },
    },
    {
      name: "a reset after the request",
      server: { serve: cut("") },
      expect: { ...failed(), attempts: [1, 3] },
    },
    {
      name: "a reset after the request, for a POST: the work may have been done",
      verb: "generate",
      server: { serve: cut("") },
      expect: { ...failed(), attempts: [1, 1] },
    },
    {
      name: "a reset after the request, for a POST with an idempotency key",
      verb: "generate",
      server: { serve: cut("") },
      options: () => ({ idempotencyKey: "k-1" }),
      expect: { ...failed(), attempts: [1, 3] },
    },
    {
      name: "a reset after the request, then a good response",
      server: { serve: first(cut(""), good()) },
      expect: { ...failed(), attempts: [1, 2], retried: theConnection() },
    },
    {
      name: "a connection closed after the request",
      server: { serve: ({ socket }) => void socket.destroy() },
      expect: { ...failed(), attempts: [1, 3] },
    },
    {
      name: "a half-closed connection: the server stops sending, but keeps receiving",
      server: { serve: ending("") },
      expect: { ...failed(), attempts: [1, 3] },
    },
    {
      name: "a kept-alive connection that is dead",
      warm: true,
      server: { serve: (exchange) => (exchange.count === 2 ? cut("") : good())(exchange) },
      expect: { ...failed(), attempts: [1, 2], retried: theConnection() },
    },
    {
      name: "a kept-alive connection that is dead, for a POST",
      verb: "generate",
      warm: true,
      server: {
        serve: (exchange) => (exchange.count === 2 ? cut("") : good("generate"))(exchange),
      },
      expect: { ...failed(), attempts: [1, 1] },
    },
    {
      name: "a server that accepts the connection and sends nothing",
      server: { connect: () => {} },
      client: () => ({ timeoutMs: 120 }),
      expect: {
        error: "RequestTimeoutError",
        message: /^Request timed out after 120 ms/,
        attempts: [1, 3],
        requests: [0, 0],
      },
    },
    {
      name: "https to an http server",
      at: https,
      server: {
        connect: (socket) =>
          void socket.once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")),
      },
      expect: { ...failed(/: ERR_SSL_/), attempts: [1, 1], requests: [0, 0] },
    },
    {
      name: "http to an https server",
      server: { tls: true },
      expect: { ...failed(), attempts: [1, 3], requests: [0, 0] },
    },
    {
      name: "a self-signed certificate",
      at: https,
      server: { tls: true },
      expect: {
        ...failed(/: DEPTH_ZERO_SELF_SIGNED_CERT$/),
        attempts: [1, 1],
        requests: [0, 0],
      },
    },
    {
      name: "a reset during the TLS handshake",
      at: https,
      server: {
        connect: (socket) => void socket.once("data", () => socket.resetAndDestroy()),
      },
      expect: { ...failed(), attempts: [1, 3], requests: [0, 0] },
    },
    {
      name: "a connection closed during the TLS handshake",
      at: https,
      server: { connect: (socket) => void socket.once("data", () => socket.end()) },
      expect: { ...failed(), attempts: [1, 3], requests: [0, 0] },
    },
  ],
};
