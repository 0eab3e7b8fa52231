import type { DataSource } from 'typeorm';
import type { testApi } from '../api.js';
import { aKarte, aPerson, grant, KAMISHIHORO } from '../builders.js';

type Api = ReturnType<typeof testApi>;
type Speaker = ReturnType<Api['as']>;

/** A town that submits and a desk that receives, both with a mailbox. */
export async function aTownAndADesk(db: DataSource, api: Api) {
  const town = await aPerson(db, grant('approver', { municipalityCode: KAMISHIHORO }));
  const desks = [await aPerson(db, grant('desk')), await aPerson(db, grant('desk'))] as const;
  await db.query(`UPDATE people SET password_hash = 'set'`);
  const addresses = [town, ...desks].map(({ id }) => `${id}@test.example`);
  return { town: api.as(town), desks: desks.map((desk) => ({ id: desk.id, ...api.as(desk) })), addresses };
}

/** A カルテ of the town that only waits to be submitted. */
export async function aFilledKarte(town: Speaker): Promise<{ id: string; submit: () => ReturnType<Speaker['post']> }> {
  const { body } = await town.post<{ id: string }>('/consultations', {});
  const path = `/consultations/${body.id}`;
  const { body: saved } = await town.put<{ version: number }>(`${path}/karte`, { version: 1, karte: aKarte() });
  const submit = () => town.post(`${path}/submit`, { version: saved.version, confirmWarnings: true });
  return { id: body.id, submit };
}
