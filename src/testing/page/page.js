/**
 * The script of the emulator's page. As it is written here it is sent to the browser: there is no
 * build. Values of the emulator become text nodes only, never HTML.
 */
const INTERVAL_MS = 1000;

/** @param {string} id */
const byId = (id) => document.getElementById(id);

/**
 * Creates an element with attributes and children.
 *
 * @param {string} name
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Sends a change. Says in the status line what came of it. */
async function change(path, body, done) {
  const response = await fetch(path, {
    method: "POST",
    ...(body && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  }).catch((error) => error);
  const isDone = response instanceof Response && response.ok;
  const reason = response instanceof Response ? await response.text() : "The emulator is gone.";
  byId("message").textContent = isDone ? done : reason;
  await refresh();
}

/** A row of a connection, with a list of the statuses that it can have. */
function connectionRow({ platform, id, provider, customer, status, statuses }) {
  const choose = element("select", { "aria-label": `Status of ${id}` });
  for (const each of new Set([status, ...statuses])) {
    const option = element("option", { value: each }, each);
    option.selected = each === status;
    choose.append(option);
  }
  choose.addEventListener("change", () =>
    change(
      "/__emulator/status",
      { platform, id, status: choose.value },
      `${id} is ${choose.value}.`,
    ),
  );
  const shown = statuses.length > 0 ? choose : status;
  return row(platform, element("code", {}, id), provider, customer, shown);
}

function row(...cells) {
  return element("tr", {}, ...cells.map((cell) => element("td", {}, cell)));
}

function signInItem({ platform, key, provider, customer }) {
  const who = `${customer || "A customer"} at ${provider || "the service"} (${platform}) `;
  const button = (outcome, label) => {
    const made = element("button", { type: "button", "aria-label": `${label}: ${who}` }, label);
    made.addEventListener("click", () =>
      change("/__emulator/sign-in", { platform, key, outcome }, `${label}: ${who}`),
    );
    return made;
  };
  return element("li", {}, who, button("allow", "Sign in"), " ", button("deny", "Refuse"));
}

function requestRow({ platform = "none", method, path, status, headers, body }) {
  const details = element(
    "details",
    {},
    element("summary", {}, element("code", {}, `${method} ${path}`)),
    element("pre", {}, JSON.stringify({ headers, body }, undefined, 2)),
  );
  const shown = status === undefined ? "cut" : String(status);
  const state = element("span", status >= 200 && status < 400 ? {} : { class: "bad" }, shown);
  return row(state, platform, details);
}

/** What each part of the page was made from, so that an unchanged part keeps its focus. */
const shown = new Map();

function show(id, items, make) {
  const text = JSON.stringify(items);
  if (shown.get(id) === text || byId(id).contains(document.activeElement)) return;
  shown.set(id, text);
  byId(id).replaceChildren(...items.map(make));
}

/** Requests are added above those that are there, which stay open or closed. */
let total = 0;
function showLog({ from, entries }) {
  if (from + entries.length < total || from > total) byId("log").replaceChildren();
  for (const entry of entries) byId("log").prepend(requestRow(entry));
  total = from + entries.length;
}

async function refresh() {
  const response = await fetch(`/__emulator/state?from=${total}`).catch(() => undefined);
  if (!response?.ok) {
    byId("message").textContent = "The emulator is gone.";
    return;
  }
  const state = await response.json();
  show("sign-ins", state.signIns, signInItem);
  show("connections", state.connections, connectionRow);
  showLog(state.log);
  if (byId("fault-platform").options.length === 1) {
    byId("fault-platform").append(
      ...state.platforms.map((name) => element("option", { value: name }, name)),
    );
  }
}

byId("faults").addEventListener("submit", (event) => {
  event.preventDefault();
  const { platform, fault, times, delayMs } = Object.fromEntries(new FormData(event.target));
  const kind = /^\d+$/.test(fault)
    ? { status: Number(fault) }
    : fault === "malformed" || fault === "truncate"
      ? { [fault]: true }
      : { reset: fault };
  const next = {
    ...kind,
    times: Number(times),
    ...(platform && { platform }),
    ...(delayMs !== "0" && { delayMs: Number(delayMs) }),
  };
  void change("/__emulator/faults", next, `The next ${times} requests will fail.`);
});

byId("reset").addEventListener("click", () => {
  total = 0;
  byId("log").replaceChildren();
  void change("/__emulator/reset", undefined, "Everything is as it was at the start.");
});

await refresh();
setInterval(refresh, INTERVAL_MS);
