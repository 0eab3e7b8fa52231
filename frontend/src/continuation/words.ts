/** 「必要（2年程度）」, 「必要ない」. */
export const yearsInWords = (years: number): string =>
  years === 0 ? '必要ない' : `必要（${years === 5 ? '5年以上' : `${years}年程度`}）`;
