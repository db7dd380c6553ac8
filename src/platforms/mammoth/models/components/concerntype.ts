// Written by sdkwright. Change the document or the generator, not this file.
/** The information to return about a connection. */
export const ConcernType = { Profiles: "profiles", DsConfigSpec: "ds_config_spec" } as const;
/** The information to return about a connection. */
export type ConcernType = "profiles" | "ds_config_spec" | (string & {});
