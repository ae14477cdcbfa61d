/** Waits for so many frames. */
export async function nextFrames(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Waits until the page has nothing to do. */
export async function settle(): Promise<void> {
  await nextFrames(3);
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 }));
}
