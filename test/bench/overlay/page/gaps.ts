/** Watches how long the page is kept from doing anything. */
export interface Gaps {
  /** Ends the watch; the longest time between two turns, milliseconds. */
  end(): number;
}

/** Asks for a turn again and again: the longest wait is the longest task, in every browser. */
export function watchGaps(): Gaps {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  const note = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  port1.addEventListener('message', () => {
    note();
    port2.postMessage(null);
  });
  port1.start();
  port2.postMessage(null);
  return {
    end() {
      note();
      port1.close();
      port2.close();
      return longest;
    },
  };
}
