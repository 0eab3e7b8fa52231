import { expect, it } from '@jest/globals';
import { aKarte } from '../../test/builders.js';
import { FormDefinition } from '../contract/forms.js';
import { readSeed } from '../platform/seed.js';
import { presentKarte } from './present-karte.js';

it('says a sheet in words, item by item', async () => {
  const form = FormDefinition.parse({ form: 'karte', ...(await readSeed('forms/karte-1.json')) });
  const choices = {
    policyFields: [
      { value: 'transport', label: '交通' },
      { value: 'environment', label: '環境・脱炭素' },
    ],
    policyPillars: [{ value: '2', label: '稼ぐ力' }],
    ministries: [],
  };
  const karte = aKarte({ deadline: '2026-12-15', candidateDays: [{}, { day: '2026-12-01', time: '午後' }] });
  const items = presentKarte(form, karte, choices);
  const lines = (no: number) => items.find((item) => item.no === no)?.lines;

  expect(items).toHaveLength(24);
  expect(lines(8)).toEqual([{ label: '件名', text: '自動運転バスと畜産の新結合' }]);
  expect(lines(11)?.[0]?.text).toBe(
    '（1）技術／交通／レベル4の自動運転バス\n（2）地域資源／環境・脱炭素／家畜ふん尿のバイオガス発電',
  );
  expect(lines(13)?.map(({ text }) => text)).toEqual(['交通、環境・脱炭素', '稼ぐ力']);
  expect(lines(17)?.[1]?.text).toBe('令和8年12月1日／午後');
  expect(lines(18)?.[0]?.text).toBe('令和8年12月15日');
  expect(lines(23)?.map(({ text }) => text)).toEqual(['はい', 'はい', 'いいえ', '団体名を伏せれば公表してよい']);
  expect(lines(14)).toEqual([]);
});
