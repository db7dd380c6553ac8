/** What the clients that check nothing are told to believe. */
export interface Connection {
  readonly id: string;
  readonly provider: string;
  readonly createTime: string;
}
