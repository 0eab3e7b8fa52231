import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { beginReply } from './actions';

/** All submitted answers and accepted measures flow into the draft; one that was in work goes on. */
export function BeginReply({ id, again }: { id: string; again: boolean }) {
  return (
    <Card title="回答案を作る">
      <p className="mb-4">
        提出された府省庁回答と採用した施策を質問ごとに並べ、該当なしの理由と今後の進め方を添えて、回答案にします。
        {again && 'これまでに書いた文章と、送付した回答書は変わりません。'}
      </p>
      <ActionButton action={beginReply.bind(null, id)}>回答案を作る</ActionButton>
    </Card>
  );
}
