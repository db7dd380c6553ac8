import { expect, test } from "vitest";
import type { Json, JsonObject } from "../../src/document/json.js";
import { documentOf, json, suggestionsFor } from "./api.js";

const list = { type: "array", items: { type: "object" } };
const item = { type: "object", properties: { id: { type: "string" } } };

interface Given {
  readonly method?: string;
  readonly path?: string;
  readonly id: string;
  readonly tag?: string;
  readonly more?: JsonObject;
}

function paths(given: readonly Given[]): JsonObject {
  const all: Record<string, Record<string, Json>> = {};
  for (const { method = "get", path = "/stations", id, tag, more } of given) {
    const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
      name,
      in: "path",
      required: true,
      schema: { type: "string" },
    }));
    (all[path] ??= {})[method] = {
      operationId: id,
      parameters,
      ...(tag !== undefined && { tags: [tag] }),
      responses: json(path.endsWith("}") ? item : list),
      ...more,
    };
  }
  return all;
}

/** The calls that are suggested, for each operation. */
function calls(...given: readonly Given[]): readonly (string | undefined)[] {
  const suggestions = suggestionsFor(documentOf(paths(given)));
  return given.map(
    ({ id }) => suggestions.find(({ operation }) => operation.id === id)?.name?.after,
  );
}

test.each<readonly [Given, string | undefined]>([
  [{ id: "getStations", tag: "Stations" }, "sdk.stations.list()"],
  [{ id: "get-stations", tag: "stations" }, "sdk.stations.list()"],
  [{ id: "listStations", tag: "Station" }, "sdk.station.list()"],
  [{ id: "getAllStations", tag: "stations" }, "sdk.stations.list()"],
  [{ id: "stations_list", tag: "stations" }, "sdk.stations.list()"],
  [{ id: "StationsController_getStations", tag: "stations" }, "sdk.stations.list()"],
  [{ id: "read_stations_stations_get", tag: "stations" }, "sdk.stations.list()"],
  [{ id: "getStation", path: "/stations/{id}", tag: "stations" }, "sdk.stations.get()"],
  [{ id: "getStationById", path: "/stations/{id}", tag: "stations" }, "sdk.stations.get()"],
  [
    { id: "getStationByStationId", path: "/stations/{stationId}", tag: "stations" },
    "sdk.stations.get()",
  ],
  [{ id: "createStation", method: "post", tag: "stations" }, "sdk.stations.create()"],
  [{ id: "addStation", method: "post", tag: "stations" }, "sdk.stations.create()"],
  [
    { id: "updateStation", method: "put", path: "/stations/{id}", tag: "stations" },
    "sdk.stations.update()",
  ],
  [
    { id: "editStation", method: "patch", path: "/stations/{id}", tag: "stations" },
    "sdk.stations.update()",
  ],
  [
    { id: "removeStation", method: "delete", path: "/stations/{id}", tag: "stations" },
    "sdk.stations.delete()",
  ],
  [
    { id: "closeStation", method: "post", path: "/stations/{id}/close", tag: "stations" },
    "sdk.stations.close()",
  ],
  [
    { id: "findStationsByStatus", path: "/stations/findByStatus", tag: "stations" },
    "sdk.stations.findByStatus()",
  ],
  [
    {
      id: "createBookingPayment",
      method: "post",
      path: "/bookings/{id}/payment",
      tag: "Payments",
    },
    "sdk.payments.create()",
  ],
  [
    { id: "getStationsIdPlatforms", path: "/stations/{id}/platforms", tag: "stations" },
    "sdk.stations.getPlatforms()",
  ],
  [{ id: "list", tag: "stations" }, undefined],
  [{ id: "search", method: "post", tag: "stations" }, undefined],
  [{ id: "getMe", path: "/me", tag: "users" }, undefined],
  [{ id: "addTrainToStation", method: "post", tag: "stations" }, undefined],
  [{ id: "getListOfStations", tag: "stations" }, undefined],
  [{ id: "getStations", tag: "stations", more: { "x-speakeasy-name-override": "all" } }, undefined],
])("%j is %s", (given, call) => {
  expect(calls(given)).toEqual([call]);
});

test("operations without tags get groups, if their paths have several", () => {
  expect(
    calls(
      { id: "getStations", path: "/v1/stations" },
      { id: "getStation", path: "/v1/stations/{id}" },
      { id: "getTrips", path: "/v1/trips" },
      { id: "createTrip", method: "post", path: "/v1/trips" },
      { id: "ping", path: "/ping" },
    ),
  ).toEqual([
    "sdk.stations.list()",
    "sdk.stations.get()",
    "sdk.trips.list()",
    "sdk.trips.create()",
    undefined,
  ]);
  expect(calls({ id: "getStations" }, { id: "addStation", method: "post" })).toEqual([
    undefined,
    undefined,
  ]);
});

test("no two operations get the same name, and none gets the name of another", () => {
  expect(
    calls(
      { id: "getStations", tag: "stations" },
      { id: "fetchStations", path: "/old/stations", tag: "stations" },
      { id: "getStation", path: "/stations/{id}", tag: "stations" },
      { id: "get", path: "/stations/default", tag: "stations" },
    ),
  ).toEqual([undefined, undefined, undefined, undefined]);
});

test("a group does not shadow a method of the client", () => {
  expect(
    calls(
      { id: "stations", path: "/all" },
      { id: "getStations", path: "/stations" },
      { id: "getStation", path: "/stations/{id}" },
      { id: "getTrips", path: "/trips" },
      { id: "getTrip", path: "/trips/{id}" },
    ).slice(0, 3),
  ).toEqual([undefined, undefined, undefined]);
});

test("a name that members of every class have is not suggested", () => {
  expect(calls({ id: "stationsCore", tag: "stations", path: "/core" })).toEqual([undefined]);
});
