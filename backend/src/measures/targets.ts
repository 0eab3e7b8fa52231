import type { MeasureTarget } from '../contract/measures.js';

/** By which words of 対象者 a measure is open to a group. 地方公共団体 are towns and prefectures alike. */
export const TARGET_WORDS: Record<MeasureTarget, readonly string[]> = {
  municipality: ['市町村', '市区町村', '町村', '特別区', '地方公共団体', '自治体', '市、町', '市、区'],
  prefecture: ['都道府県', '地方公共団体', '自治体'],
  business: ['事業者', '企業', '会社', '民間', '農業者', '漁業者', '法人'],
  association: ['NPO', '団体', '協議会', '組合', '法人', '商工会', '地域運営組織'],
  school: ['大学', '高専', '高等専門学校', '学校', '研究機関'],
  person: ['個人', '住民', '移住者', '学生', '世帯'],
};
