import { readSeed } from '../platform/seed.js';
import type { TableRows } from '../platform/sql/upsert.js';

interface Policies {
  pillars: { code: string; name: string }[];
  fields: { code: string; name: string; sort: number; source?: string }[];
}

interface LogicModel {
  nodes: { code: string; level: string; parent?: string; name: string }[];
  kpis: { id: string; node: string; indicator: string; target: string; baseline?: string }[];
}

/** 政策5本柱 and 政策分野. */
export async function policyRows(): Promise<TableRows[]> {
  const file = await readSeed<Policies>('reference/policies.json');
  const fields = file.fields.map((row) => ({ valid_from: file.sourceDate, source: file.source, ...row }));
  return [
    {
      table: 'policy_pillars',
      key: ['code'],
      columns: { code: 'text', name: 'text' },
      versioned: false,
      rows: file.pillars,
    },
    {
      table: 'policy_fields',
      key: ['code'],
      columns: { code: 'text', name: 'text', sort: 'integer', valid_from: 'date', source: 'text' },
      versioned: true,
      rows: fields,
    },
  ];
}

/** The strategy's logic model with its KPIs. */
export async function logicModelRows(): Promise<TableRows[]> {
  const { nodes, kpis } = await readSeed<LogicModel>('reference/logic-model.json');
  return [
    {
      table: 'logic_model_nodes',
      key: ['code'],
      columns: { code: 'text', level: 'text', parent_code: 'text', name: 'text', sort: 'integer' },
      versioned: false,
      rows: nodes.map(({ parent, ...node }, sort) => ({ ...node, parent_code: parent, sort })),
    },
    {
      table: 'logic_model_kpis',
      key: ['id'],
      columns: {
        id: 'text',
        node_code: 'text',
        indicator: 'text',
        target: 'text',
        baseline: 'text',
        sort: 'integer',
      },
      versioned: false,
      rows: kpis.map(({ node, ...kpi }, sort) => ({ ...kpi, node_code: node, sort })),
    },
  ];
}
