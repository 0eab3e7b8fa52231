import type { testApi } from '../api.js';
import type { Call } from './routes/route.js';

type Api = ReturnType<typeof testApi>;

/** Sends calls to routes `METHOD /path/{id}` as any person, in one session each; null is nobody. */
export function asker(api: Api) {
  const speakers = new Map<string, ReturnType<Api['as']>>();
  const speakerOf = (person: { id: string }) => {
    const speaker = speakers.get(person.id) ?? api.as(person);
    speakers.set(person.id, speaker);
    return speaker;
  };
  return (person: { id: string } | null, route: string, { params, query, body }: Call = {}) => {
    const [method = '', template = ''] = route.split(' ');
    const path = template.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(params?.[name] ?? ''));
    const address = query ? `${path}?${new URLSearchParams(query)}` : path;
    return (person ? speakerOf(person) : api.nobody).send(method, address, body);
  };
}
