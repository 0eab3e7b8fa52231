import { createApi } from './api.js';
import { command } from './platform/command.js';

await command(async ({ API_HOST, API_PORT }) => {
  const app = await createApi();
  await app.listen(API_PORT, API_HOST);
});
