import { KPI_FORMULA, KPI_KIND_LABEL, KpiKind } from '@musubi/backend/contract/team-kpis';

/** The kinds of a KPI with their formulas, for a form: values of the contract stay on the server. */
export const kindChoices = () =>
  KpiKind.options.map((value) => ({ value, label: KPI_KIND_LABEL[value], support: KPI_FORMULA[value] }));
