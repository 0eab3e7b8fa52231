import type { FormDefinition, Karte } from '../contract/forms.js';
import { checkDraft } from '../forms/draft-check.js';
import { writtenInputs } from '../forms/inputs.js';

interface Person {
  name: string;
  kana: string;
  email: string;
}

interface Practice {
  elements: string[];
  fields: string[];
  pillar: string;
}

/** What a person would write about the office again. */
const OFFICE = ['department', 'position', 'tel', 'officeEmail'];

/** Who writes: the person, and what the person wrote on the last カルテ about the office and how to be reached. */
export function prefilled(form: FormDefinition, { name, kana, email }: Person, last: Karte): Karte {
  const known = last.contactName === name ? [...OFFICE, 'contactKana', 'email'] : OFFICE;
  const written = Object.fromEntries(known.flatMap((key) => (last[key] ? [[key, last[key]]] : [])));
  return fitting(form, { contactName: name, contactKana: kana, email, ...written });
}

/** The facts of a good practice as elements: what was combined, for the town to replace with its own. */
export function fromPractice(form: FormDefinition, { elements, fields, pillar }: Practice): Karte {
  const field = fields.length === 1 ? fields[0] : undefined;
  return fitting(form, {
    elements: elements.slice(0, 6).map((content) => ({ content, ...(field ? { field } : {}) })),
    policyFields: fields,
    pillar,
  });
}

/** Another カルテ without what belongs to its own time: dates and consents. What the form no longer has is left out. */
export function fromKarte(form: FormDefinition, karte: Karte): Karte {
  const passing = writtenInputs(form).filter(
    (input) =>
      input.type === 'date' ||
      input.type === 'consent' ||
      (input.type === 'rows' && input.columns.some(({ type }) => type === 'date')),
  );
  const left = new Set(passing.map(({ key }) => key));
  return fitting(form, Object.fromEntries(Object.entries(karte).filter(([key]) => !left.has(key))));
}

const fitting = (form: FormDefinition, karte: Karte): Karte =>
  Object.fromEntries(
    Object.entries(karte).filter(([key, value]) => Object.keys(checkDraft(form, { [key]: value })).length === 0),
  );
