import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Server } from 'node:https';

/** The open connections of a server, to be broken on demand. */
export interface Connections {
  /** Resets the connection that a response goes to: what was not sent is lost. */
  reset(outgoing: ServerResponse): void;
  /** Ends all of them. */
  closeAll(): void;
}

/** Follows the connections of a server from now on. */
export function trackConnections(server: Pick<Server, 'on'>): Connections {
  // The TCP sockets below the encryption: only those can be reset. They share the peer's port with it.
  const sockets = new Map<number, Socket>();
  server.on('connection', (socket: Socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.on('close', () => {
      if (sockets.get(port) === socket) sockets.delete(port);
    });
  });
  return {
    reset(outgoing) {
      sockets.get(outgoing.socket?.remotePort ?? 0)?.resetAndDestroy();
      outgoing.destroy();
    },
    closeAll() {
      for (const socket of sockets.values()) socket.destroy();
    },
  };
}
