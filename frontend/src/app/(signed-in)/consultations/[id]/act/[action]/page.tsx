import { ACTION_LABEL, type AllowedAction, type ConsultationAction } from '@musubi/backend/contract/lifecycle';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getConsultation, getDeskOfficers } from '@/consultations/api';
import { AdditionForm, GuideForm, MergeForm, ReturnForm, SimpleStepForm } from '@/consultations/step-forms';
import { SIMPLE_STEPS } from '@/consultations/steps';
import { TriageForm } from '@/consultations/triage-form';
import { getMe } from '@/identity/api';
import { filterOptions } from '@/lib/filter-options';
import { getChoices } from '@/routing/api';
import { standing } from '@/routing/standing';
import { EmptyState } from '@/ui/empty-state';

const TITLE: Partial<Record<AllowedAction, string>> = { add: '追記する', assign: '分野・優先度・主担当を変更する' };
const titleOf = (action: AllowedAction) =>
  SIMPLE_STEPS[action]?.title ?? TITLE[action] ?? ACTION_LABEL[action as ConsultationAction];

export async function generateMetadata({ params }: PageProps<'/consultations/[id]/act/[action]'>): Promise<Metadata> {
  return { title: titleOf((await params).action as AllowedAction) ?? '操作' };
}

export default async function ActPage({ params }: PageProps<'/consultations/[id]/act/[action]'>) {
  const { id, action } = await params;
  const name = action as AllowedAction;
  if (!titleOf(name)) notFound();
  const { allowedActions } = await getConsultation(id);
  return (
    <div className="grid max-w-4xl gap-6">
      <h2 className="text-std-24B-150">{titleOf(name)}</h2>
      {allowedActions.includes(name) ? (
        <StepForm id={id} action={name} />
      ) : (
        <EmptyState title="今は、この操作を行えません">
          状態が変わった可能性があります。概要の画面で最新の状態を確認してください。
        </EmptyState>
      )}
    </div>
  );
}

/** The one form that an action needs. */
async function StepForm({ id, action }: { id: string; action: AllowedAction }) {
  const consultation = await getConsultation(id);
  const of = { id, since: consultation.since };
  const simple = SIMPLE_STEPS[action];
  if (simple) {
    return (
      <>
        <p>{simple.consequence}</p>
        <SimpleStepForm {...of} action={action} title={simple.title} reason={simple.reason} />
      </>
    );
  }
  switch (action) {
    case 'add':
      return <AdditionForm {...of} />;
    case 'guide':
      return <GuideForm {...of} />;
    case 'merge':
      return <MergeForm {...of} />;
    case 'return':
      return (
        <ReturnForm
          {...of}
          items={consultation.karte.map(({ no, label }) => ({ value: String(no), label: `${no}　${label}` }))}
        />
      );
    case 'triage':
    case 'assign':
      return <TriageForm action={action} consultation={consultation} options={await triageOptions(id)} />;
    default:
      notFound();
  }
}

async function triageOptions(id: string) {
  const [{ fields, ministries }, officers, me, choices] = await Promise.all([
    filterOptions(),
    getDeskOfficers(),
    getMe(),
    getChoices(id),
  ]);
  return {
    fields,
    ministries,
    officers: officers.items.map(({ id, name }) => ({ value: id, label: name })),
    me: me.id,
    taken: standing(choices.items, 'ministry').map(({ subject }) => subject),
  };
}
