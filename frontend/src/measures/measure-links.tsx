import type { MeasurePage } from '@musubi/backend/contract/measures';
import { LinkButton } from '@/ui/link';

/** The ways from the list, as far as they are open to the reader. */
export function MeasureLinks({ basketSize, allowedActions }: Pick<MeasurePage, 'basketSize' | 'allowedActions'>) {
  return (
    <>
      {allowedActions.includes('collect') && (
        <LinkButton href="/measures/basket" variant="outline" size="sm">
          控え（{basketSize}件）
        </LinkButton>
      )}
      {allowedActions.includes('import') && (
        <LinkButton href="/measures/import" variant="outline" size="sm">
          取込み
        </LinkButton>
      )}
      {allowedActions.includes('settings') && (
        <LinkButton href="/measures/settings" variant="outline" size="sm">
          公開の設定
        </LinkButton>
      )}
    </>
  );
}
