import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { Advance } from '../consultations/advance.js';
import type { ConsultationEntity } from '../consultations/consultation.entity.js';
import type { AnswerTeam, RateSupport } from '../contract/back-office.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, DomainError, found, invalid } from '../platform/errors.js';
import { fold } from '../platform/fold.js';
import { isMember, mayTeam } from '../teams/policy.js';
import { passagesOf } from './passages.js';
import { teamOfRequest } from './stored-request.js';

/** What the secretariat does with a request for 後方支援, and what the team does with the answer. */
@Injectable()
export class SupportService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly advance: Advance,
  ) {}

  accept(actor: Actor, id: string): Promise<unknown> {
    return this.ofRequest(actor, id, (tx) =>
      this.advance.step(tx, actor, id, 'accept', { change: { ownerId: personId(actor) } }),
    );
  }

  /** One answer to the team, with those of the ministries that go with it as they are now. */
  answer(actor: Actor, id: string, { text, answerIds }: AnswerTeam): Promise<unknown> {
    return this.ofRequest(actor, id, async (tx) => {
      const now = this.clock.now();
      await this.advance.step(tx, actor, id, 'answerTeam', { change: { repliedAt: now, closedAt: now } });
      const collected = await passagesOf(tx, id);
      const passages = collected.filter(({ answerId }) => answerIds.includes(answerId));
      if (passages.length !== new Set(answerIds).size) throw invalid({ answerIds: NOT_AN_ANSWER });
      await tx.query(
        `UPDATE support_requests SET answer = $2, passages = $3, answered_by = $4, search_text = search_text || $5
         WHERE id = $1`,
        [id, text, JSON.stringify(passages), personId(actor), fold(`\n${text}`)],
      );
    });
  }

  withdraw(actor: Actor, id: string, reason: string): Promise<unknown> {
    return this.ofRequest(actor, id, async (tx) => {
      authorize(mayTeam(actor, 'askSupport', await teamOfRequest(tx, id)));
      await this.advance.step(tx, actor, id, 'withdraw', { reason });
    });
  }

  /** Of the team there is one mark; who gives it last, decides. */
  rate(actor: Actor, id: string, { score, word }: RateSupport): Promise<unknown> {
    return this.ofRequest(actor, id, async (tx, request) => {
      authorize(isMember(actor, await teamOfRequest(tx, id)));
      if (request.state !== 'closed') throw new DomainError('conflict', 'support.not_answered', NOT_ANSWERED);
      await tx.query(
        'UPDATE support_requests SET usefulness = $2, usefulness_word = $3, rated_by = $4, rated_at = $5 WHERE id = $1',
        [id, score, word, personId(actor), this.clock.now()],
      );
      const happening = { type: 'support.rate', subjectId: id, consultationId: id, actor, data: { score } };
      await record(tx, { ...happening, audience: 'inward' });
    });
  }

  /** Locks the case, which must be a request for 後方支援. @throws DomainError notFound */
  private ofRequest(
    actor: Actor,
    id: string,
    work: (tx: EntityManager, request: ConsultationEntity) => Promise<unknown>,
  ): Promise<unknown> {
    return this.db.transaction(async (tx) => {
      const request = await this.advance.lock(tx, actor, id);
      found(request.teamId);
      return work(tx, request);
    });
  }
}

const NOT_AN_ANSWER =
  '選んだ府省庁の回答の中に、この依頼への回答でないものがあります。画面を読み込み直して、選び直してください';
const NOT_ANSWERED = '回答が届いてから、役立ち度を知らせてください。';
