import { request, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConnectProxy, type ConnectProxy } from '#test/browsers/connect-proxy.ts';

describe('the proxy that leads Firefox to the sandbox', () => {
  // Answers each byte with the same byte, so that a test sees both ways.
  const echo = createServer((socket) => socket.pipe(socket));
  let proxy: ConnectProxy;

  beforeAll(async () => {
    await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', () => resolve()));
    proxy = await startConnectProxy((echo.address() as AddressInfo).port);
  });
  afterAll(async () => {
    await proxy.close();
    echo.close();
  });

  it.each(['www.bondora.com:443', 'api.bondora.com:443', 'app.bondora.com:443'])(
    'leads %s on',
    async (address) => {
      const { status, socket } = await askFor(address);
      expect(status).toBe(200);
      socket.write('hello');
      const answer = await new Promise<Buffer>((resolve) => socket.once('data', resolve));
      expect(answer.toString()).toBe('hello');
      socket.destroy();
    },
  );

  it.each([
    'example.com:443',
    'www.bondora.com:80',
    'bondora.com.example.com:443',
    'notbondora.com:443',
    '127.0.0.1:443',
  ])('refuses %s', async (address) => {
    const { status, socket } = await askFor(address);
    expect(status).toBe(403);
    socket.destroy();
  });

  it('goes on when a refused browser resets its connection', async () => {
    const { socket } = await askFor('example.com:443');
    const gone = new Promise((resolve) => socket.once('close', resolve));
    socket.resetAndDestroy();
    await gone;
    const { status, socket: next } = await askFor('www.bondora.com:443');
    expect(status).toBe(200);
    next.destroy();
  });

  it('refuses plain requests', async () => {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request({ host: '127.0.0.1', port: proxy.port, path: 'http://www.bondora.com/' }, resolve)
        .on('error', reject)
        .end();
    });
    expect(answer.statusCode).toBe(403);
    answer.resume();
  });

  it('closes while a connection is open', async () => {
    const other = await startConnectProxy((echo.address() as AddressInfo).port);
    const { socket } = await askFor('www.bondora.com:443', other.port);
    const gone = new Promise((resolve) => socket.once('close', resolve));
    await other.close();
    await gone;
    expect(socket.destroyed).toBe(true);
  });

  function askFor(
    address: string,
    port = proxy.port,
  ): Promise<{ status: number | undefined; socket: Socket }> {
    return new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, method: 'CONNECT', path: address })
        .on('connect', ({ statusCode }, socket) => resolve({ status: statusCode, socket }))
        .on('error', reject)
        .end();
    });
  }
});
