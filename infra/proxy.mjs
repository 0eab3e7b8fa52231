// The front proxy as a container of its own (docker-compose.yml); `npm start` has it built in.
import { createFrontProxy } from './front-proxy.mjs';

const { API_ORIGIN, WEB_ORIGIN, STATIC_FOLDER, TRUSTED_PROXIES = '', HOST = '0.0.0.0', PORT = '3000' } = process.env;
if (!API_ORIGIN || !WEB_ORIGIN) {
  console.error('API_ORIGIN と WEB_ORIGIN に API と Web のアドレスを指定してください（例: http://api:3001）。');
  process.exit(1);
}
const trusted = TRUSTED_PROXIES.split(',').map((address) => address.trim());
const server = createFrontProxy({ api: API_ORIGIN, web: WEB_ORIGIN, staticFolder: STATIC_FOLDER, trusted });
server.listen(Number(PORT), HOST);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server.close();
    setTimeout(() => server.closeAllConnections(), 5000).unref();
  });
}
