import type { CodatIntegration, CodatSeed } from "./state.js";

/** The integrations of the emulator, by platform key. */
export const defaultIntegrations: Readonly<Record<string, CodatIntegration>> = {
  gbol: {
    integrationId: "fd321cb6-7963-4506-b873-e99593a45e30",
    sourceId: "8a156a5a-39cb-4f9d-856e-76ef9b9a9607",
    sourceType: "Accounting",
    platformName: "Ledger Sandbox",
  },
  mqjo: {
    integrationId: "b6b9d2ab-9d5b-4fc4-9be0-a8d6f8a8f1c1",
    sourceId: "54ff9b10-8d9c-4a5b-a2e3-5a1df4f3a7d2",
    sourceType: "Accounting",
    platformName: "Sandbox",
  },
  fztf: {
    integrationId: "3f0d9a6b-7c58-4c11-9a9c-0b7a0a1f6a55",
    sourceId: "1d7c2b3e-60d4-4a7f-8a55-7b6d0a1c9e42",
    sourceType: "Commerce",
    platformName: "Shop Sandbox",
  },
  hcws: {
    integrationId: "5ac1d1b0-2f6f-4d7a-8cb1-9f1a3b6f7e10",
    sourceId: "0b9e8d7c-6a5b-4c3d-9e2f-1a0b9c8d7e6f",
    sourceType: "BankFeed",
    platformName: "Bank Feeds",
  },
};

const company = "8a210b68-6988-11ed-a1eb-0242ac120002";
const other = "c5b1f8a4-1f0d-4f7e-9d0a-6a0e5c1d2b3a";

/**
 * The default seed: two companies. The first has a connection in each of the four statuses, the
 * second has a linked one. Like the vendor's, their date-times have seven fractional digits or no
 * zone, and members can be `null`.
 */
export const codatSeed: CodatSeed = {
  companies: [company, other],
  connections: [
    {
      companyId: company,
      integrationKey: "gbol",
      id: "2e9d2c44-f675-40ba-8049-353bfcb5e171",
      status: "Linked",
      created: "2022-10-27T09:53:29.1234567Z",
      lastSync: "2022-10-27T10:22:43.6464237Z",
      connectionInfo: { accountingMethod: "accrual", currencies: ["GBP", "EUR"] },
    },
    {
      companyId: company,
      integrationKey: "fztf",
      id: "3e9d2c44-f675-40ba-8049-353bfcb5e172",
      status: "PendingAuth",
      created: "2022-11-15T01:00:00-05:00",
      lastSync: null,
    },
    {
      companyId: company,
      integrationKey: "mqjo",
      id: "4e9d2c44-f675-40ba-8049-353bfcb5e173",
      status: "Unlinked",
      created: "2023-01-01T00:00:00",
      dataConnectionErrors: null,
      connectionInfo: null,
    },
    {
      companyId: company,
      integrationKey: "hcws",
      id: "5e9d2c44-f675-40ba-8049-353bfcb5e174",
      status: "Deauthorized",
      created: "2023-02-20T16:40:11Z",
      dataConnectionErrors: [
        {
          statusCode: "401",
          statusText: "Unauthorized",
          errorMessage: "The bank asks for a new consent.",
          erroredOnUtc: "2023-03-01T00:00:00",
          status: "Active",
          resolvedOnUtc: null,
        },
      ],
    },
    {
      companyId: other,
      integrationKey: "gbol",
      id: "6e9d2c44-f675-40ba-8049-353bfcb5e175",
      status: "Linked",
      created: "2023-05-05T05:05:05Z",
    },
  ],
};
