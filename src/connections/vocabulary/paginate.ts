import { type ClientError, PagedResult, type Result, err } from "../../lib/index.js";
import { clientErrorOf, neverRejects, inspectable } from "./promises.js";

/**
 * Follows the cursors of a client that returns one page per call, for the `call` of `mapPages`.
 * Fetches each page when it is read. Pagination stops after a page without a cursor, after an
 * error, and when a cursor repeats.
 *
 * @param fetchPage - Fetches one page. The first call gets no cursor.
 * @param cursorOf - Returns the cursor of the next page.
 * @example
 * mapPages(
 *   request,
 *   () => paginate((cursor) => client.listLinks({ cursor }), (page) => page.nextCursor),
 *   (page) => ({ connections: page.links.map(connectionOf) }),
 * );
 */
export function paginate<Page, E>(
  fetchPage: (cursor: string | undefined) => PromiseLike<Result<Page, E>>,
  cursorOf: (page: Page) => string | null | undefined,
): PagedResult<Page, never, E | ClientError> {
  type PageResult = Result<Page, E | ClientError>;
  const first = neverRejects(fetchPage(undefined));
  async function* pages(): AsyncGenerator<PageResult> {
    const seen = new Set<string>();
    const nextAfter = async (page: Page): Promise<PageResult | undefined> => {
      try {
        const cursor = cursorOf(page);
        if (!cursor || seen.has(cursor)) return undefined;
        seen.add(cursor);
        return await fetchPage(cursor);
      } catch (cause) {
        return err(clientErrorOf(cause));
      }
    };
    let page: PageResult | undefined = await first;
    while (page !== undefined) {
      yield page;
      page = page.ok ? await nextAfter(page.value) : undefined;
    }
  }
  return new PagedResult(inspectable(first), pages, () => []);
}
