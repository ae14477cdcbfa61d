/** One target of Chromium's, spoken to by the DevTools protocol and nothing else. */
export interface DevtoolsSocket {
  /** Sends a command and gives its result. Throws what the browser says against it. */
  send<Result>(method: string, params?: object): Promise<Result>;
  on(method: string, listen: (params: never) => void): void;
  close(): void;
}

interface Message {
  id?: number;
  method?: string;
  params?: never;
  result?: unknown;
  error?: { message: string };
}

/** @param address the target's `webSocketDebuggerUrl`, from `/json/list` */
export async function openDevtoolsSocket(address: string): Promise<DevtoolsSocket> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, (params: never) => void>();
  let sent = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, method, params, result, error } = JSON.parse(String(data)) as Message;
    if (id === undefined) {
      listeners.get(method ?? '')?.(params as never);
      return;
    }
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(result as never);
    else asked?.reject(new Error(error.message));
  });
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The page is gone.'));
  });
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('error', () => reject(new Error('Chromium does not listen.')), { once: true });
  });
  return {
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        sent += 1;
        waiting.set(sent, { resolve, reject });
        socket.send(JSON.stringify({ id: sent, method, params }));
      }),
    on: (method, listen) => void listeners.set(method, listen),
    close: () => socket.close(),
  };
}
