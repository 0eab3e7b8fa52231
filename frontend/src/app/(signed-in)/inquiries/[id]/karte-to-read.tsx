import { CasePapers } from '@/inquiries/case-papers';
import { getSheet } from '@/karte/api';
import { SheetView } from '@/karte/sheet-view';
import { Card } from '@/ui/card';
import { Disclosure } from '@/ui/disclosure';

/** The カルテ beside an inquiry, with its papers. */
export async function KarteToRead({ id, open }: { id: string; open: boolean }) {
  const sheet = await getSheet(id);
  return (
    <Card title="相談カルテ">
      <Disclosure summary="相談カルテを読む" open={open}>
        <div className="grid gap-6">
          <SheetView sheet={sheet} />
          <CasePapers sheet={sheet} />
        </div>
      </Disclosure>
    </Card>
  );
}
