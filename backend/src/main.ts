import { createApi } from './api.js';
import { readConfig } from './platform/config.js';

const { API_HOST, API_PORT } = readConfig();
const app = await createApi();
await app.listen(API_PORT, API_HOST);
