import type { MeasureContentEdit } from '../contract/measure-edit.js';
import type { MeasureKind } from '../contract/measures.js';
import type { KeptMeasure } from './measure-row.js';
import type { Directory } from './owners.js';

/** A measure as a person may correct it. A body that the directory does not know cannot be chosen, and is not in it. */
export const contentOf = (measure: KeptMeasure): MeasureContentEdit => ({
  kind: measure.kind as MeasureKind,
  title: measure.title,
  commonName: measure.common_name,
  programs: measure.programs,
  fields: measure.fields,
  owners: measure.owners.flatMap(({ ministryId, division, relation, basis, validFrom, validTo }) =>
    ministryId === null ? [] : [{ ministryId, division, relation, basis, validFrom, validTo }],
  ),
  eligible: measure.eligible,
  requirements: measure.requirements,
  rate: measure.rate,
  ceiling: measure.ceiling,
  applyFrom: measure.apply_from,
  applyUntil: measure.apply_until,
  fiscalYear: measure.fiscal_year,
  grantType: measure.grant_type,
  law: measure.law,
  contact: measure.contact,
  links: measure.links,
  keywords: measure.keywords,
  text: measure.text,
});

/** The measure with this content. Owners keep the name under which they are printed. */
export function withContent(before: KeptMeasure, content: MeasureContentEdit, directory: Directory): KeptMeasure {
  const { commonName, applyFrom, applyUntil, fiscalYear, grantType, owners, ...same } = content;
  const { version: _, ...measure } = { version: 0, ...before };
  return {
    ...measure,
    ...same,
    ...{ common_name: commonName, apply_from: applyFrom, apply_until: applyUntil },
    ...{ fiscal_year: fiscalYear, grant_type: grantType },
    owners: [
      ...owners.map(({ ministryId, division, relation, basis, validFrom, validTo }) => {
        const stands = before.owners.find((one) => one.ministryId === ministryId && one.division === division);
        const printed = { ministry: stands?.ministry ?? directory.nameOf(ministryId), division, relation };
        const named = stands ?? directory.kept(printed, basis, validFrom);
        return { ...named, relation, basis, validFrom, validTo };
      }),
      ...before.owners.filter(({ ministryId }) => ministryId === null),
    ],
  };
}
