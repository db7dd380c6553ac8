/** A list of connections as Ampersand's API returns it, about 1 kB each. */
export function connectionList(count: number): string {
  return JSON.stringify(Array.from({ length: count }, (_, i) => connection(i)));
}

/** A connection of the list. */
export function connection(i: number): unknown {
  const createTime = date(i);
  const updateTime = createTime.replace("Z", "123Z");
  const projectId = "2f0d8a8c-7d3e-4b3e-9a53-1f6f3a1f0b11";
  return {
    id: uuid(i),
    projectId,
    provider: i % 3 === 0 ? "salesforce" : "hubspot",
    providerApp: {
      id: "5a0f9c1b-1111-4222-8333-444455556666",
      projectId,
      externalRef: "app",
      provider: "salesforce",
      clientId: "3MVG9fe4g9fhX0E64Yh2PqZt",
      scopes: ["api", "refresh_token", "offline_access"],
      createTime,
    },
    group: { groupRef: `group-${i}`, groupName: `Group ${i}`, projectId, createTime, updateTime },
    consumer: { consumerRef: `user-${i}`, consumerName: `User ${i}`, projectId, createTime },
    providerWorkspaceRef: "acme",
    providerConsumerRef: "0055g00000F5xYzAAJ",
    createTime,
    updateTime,
    authScheme: "oauth2/authorizationCode",
    status: "working",
    providerMetadata: { instance: { value: "na139", source: "token" } },
  };
}

/** A different id for each connection. */
export function uuid(i: number): string {
  return `9d1c2c1e-0000-4000-8000-${String(i).padStart(12, "0")}`;
}

/** A different date-time for each connection. */
export function date(i: number): string {
  return new Date(Date.UTC(2026, 0, 1) + i * 61_000).toISOString();
}
