/** Opens a page, works with it, and closes it, however the work ends. */
export async function withPage<Page extends { close: () => Promise<void> }, Result>(
  open: () => Promise<Page>,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const page = await open();
  try {
    return await work(page);
  } finally {
    await page.close();
  }
}
