import { blocksOf, type Fact } from '@musubi/backend/contract/reply-text';
import type { Route } from 'next';
import { DescriptionList } from '@/ui/description-list';
import { Link } from '@/ui/link';

/** The text of a passage as people read it: paragraphs, and facts as a list of names and values. */
export function Blocks({ text }: { text: string }) {
  return blocksOf(text).map((block, i) => {
    const key = `${i}`;
    if (block.kind === 'facts') return <DescriptionList key={key} preserve items={block.facts.map(shown)} />;
    return (
      <p key={key} className="whitespace-pre-wrap">
        {block.text}
      </p>
    );
  });
}

const shown = ({ label, value }: Fact) => ({ term: label, value: <Linked value={value} /> });

function Linked({ value }: { value: string }) {
  if (!/^https?:\/\/\S+$/.test(value)) return value;
  return <Link href={value as Route}>{value}</Link>;
}
