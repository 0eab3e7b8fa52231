import type { Server } from 'node:http';

export function createFrontProxy(targets: { api: string; web: string }): Server;
