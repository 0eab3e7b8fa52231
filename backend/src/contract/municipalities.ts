import { z } from 'zod';

export const MunicipalityKind = z.enum(['prefecture', 'city', 'town', 'village', 'ward']);
export type MunicipalityKind = z.infer<typeof MunicipalityKind>;

export const KIND_LABEL: Record<MunicipalityKind, string> = {
  prefecture: '都道府県',
  city: '市',
  town: '町',
  village: '村',
  ward: '特別区',
};

/** 団体: a prefecture, 市, 町, 村 or 特別区. Names repeat (57 bodies share 25 names): show `label`, join on `code`. */
export const Municipality = z
  .object({
    /** 全国地方公共団体コード, six digits with the check digit. */
    code: z.string(),
    prefectureCode: z.string(),
    prefectureName: z.string(),
    name: z.string(),
    kana: z.string(),
    kind: MunicipalityKind,
    /** The name with its prefecture: 北海道上士幌町. */
    label: z.string(),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
    source: z.string(),
  })
  .meta({ id: 'Municipality' });
export type Municipality = z.infer<typeof Municipality>;

/** Five digits or six; with five the check digit is worked out. */
export const MunicipalityCode = z
  .string()
  .trim()
  .regex(/^\d{5,6}$/, '団体コードは5桁又は6桁の数字で入力してください')
  .transform((code) => (code.length === 5 ? code + checkDigit(code) : code))
  .refine((code) => code[5] === checkDigit(code), '団体コードの検査数字（6桁目）が合いません。確認してください');

export const MunicipalitySearch = z.object({
  /** Part of the name in any spelling, kana, or the beginning of the code. */
  q: z.string().trim().max(100).optional(),
  /** The two digits of the prefecture, or its code. */
  prefecture: z
    .string()
    .regex(/^\d{2}(\d{4})?$/, '都道府県コードは2桁又は6桁で指定してください')
    .optional(),
  kind: MunicipalityKind.optional(),
});

/** 検査数字: the sixth digit of a 団体コード, from the first five. */
export function checkDigit(code: string): string {
  const sum = [6, 5, 4, 3, 2].reduce((total, weight, place) => total + weight * Number(code[place]), 0);
  return String((11 - (sum % 11)) % 10);
}
