import type { Presence, SharedField } from '@musubi/backend/contract/team-meetings';

/** Who else is there: いま○○さんが編集しています. */
export function PresenceLine({
  presence,
  labels,
}: {
  presence: Presence | null | undefined;
  labels: Record<SharedField, string>;
}) {
  return (
    <p role="status" className="min-h-7 text-solid-gray-700">
      {presence === null && '通信できないため、ほかの人の編集の状況は分かりません。'}
      {presence?.others.map(({ name, field }) => (
        <span key={name + field} className="mr-4">
          {field ? `いま${name}さんが「${labels[field]}」を編集しています。` : `いま${name}さんが開いています。`}
        </span>
      ))}
    </p>
  );
}
