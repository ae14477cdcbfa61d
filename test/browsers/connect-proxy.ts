import { createServer, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

export interface ConnectProxy {
  port: number;
  close(): Promise<void>;
}

/** The hosts that the sandbox answers for. Everything else is refused. */
const bondoraHost = /^(?:[a-z0-9-]+\.)*bondora\.com:443$/;

/**
 * A proxy on 127.0.0.1 that leads `*.bondora.com:443` to a local port and refuses every other address with 403:
 * Firefox cannot be told where a host lives, but it can be told to ask a proxy. The bytes pass unread.
 */
export async function startConnectProxy(targetPort: number): Promise<ConnectProxy> {
  const sockets = new Set<Duplex>();
  const server = createServer((_request, response) => response.writeHead(403).end());
  server.on('connection', (socket) => keep(sockets, socket));
  server.on('connect', (request: IncomingMessage, client: Duplex, head: Buffer) => {
    // A browser may reset any connection, one that was just refused too.
    client.on('error', () => client.destroy());
    if (!bondoraHost.test(request.url ?? '')) {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(targetPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    keep(sockets, upstream);
    // Either side may go at any time; the other then goes with it.
    upstream.on('error', () => client.destroy()).on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function keep(sockets: Set<Duplex>, socket: Socket): void {
  sockets.add(socket);
  socket.once('close', () => sockets.delete(socket));
}
