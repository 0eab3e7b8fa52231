import type { Application } from '@musubi/backend/contract/applications';
import type { KarteSheet } from '@musubi/backend/contract/karte';

/** Whose sheet it is: that of a 相談, or that of an 応募. */
export type SheetHome = 'consultations' | 'applications';

export const HOME_LABEL: Record<SheetHome, string> = { consultations: '相談カルテ', applications: '応募' };

/** Where it is read from and saved to. */
export const storePath = (home: SheetHome, id: string): string =>
  home === 'consultations' ? `/consultations/${id}/karte` : `/applications/${id}`;

/** Where it is looked through before it leaves the office. */
export const checkPath = (home: SheetHome, id: string): string => `/${home}/${id}/submit`;

export const sheetIn = (home: SheetHome, body: unknown): KarteSheet =>
  home === 'consultations' ? (body as KarteSheet) : sheetOfApplication(body as Application);

/** An 応募 as the sheet that its form draws; it has no towns, files and corrections beside it. */
export function sheetOfApplication(application: Application): KarteSheet {
  const { id, number, form, choices, sheet, version, municipality, applicant, submittedAt, savedAt, savedBy } =
    application;
  return {
    ...{ id, number, form, choices, version, submittedAt, savedAt, savedBy },
    ...{
      karte: sheet,
      state: 'draft',
      proxyChannel: null,
      municipality: municipality ?? { code: '', label: applicant },
    },
    ...{ members: [], corrections: [], attachments: [], additions: [], allowedActions: [] },
  };
}
