import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../contract/problem.js';
import { DomainError, type Refusal } from '../errors.js';

const STATUS: Record<Refusal, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  tooMany: 429,
};
const TITLE: Record<number, string> = {
  400: '要求の形式が正しくありません',
  401: 'サインインが必要です',
  403: '権限がありません',
  404: '見つかりません',
  409: '現在の状態と合いません',
  413: '送信する内容が大き過ぎます',
  414: 'アドレスが長過ぎます',
  415: 'この形式は受け付けられません',
  422: '入力内容に誤りがあります',
  429: 'しばらく待ってください',
};

/** The one place where a refusal becomes an HTTP answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = toProblem(error);
    if (problem.status >= 500) {
      const { method, url } = host.switchToHttp().getRequest<FastifyRequest>();
      this.log.error({
        method,
        url: url.split('?')[0],
        error: error instanceof Error ? error.stack : String(error),
      });
    }
    send(reply, problem);
  }
}

/** Answers what the router refuses before any filter of ours: a malformed or overlong address. */
export function refuseAddress(error: unknown, _request: unknown, reply: FastifyReply): void {
  send(reply, toProblem(error));
}

function send(reply: FastifyReply, problem: Problem): void {
  // Whoever is still sending would not hear an answer on a closed connection: the rest is read and thrown away.
  if (problem.status === 413) reply.removeHeader('connection');
  reply.status(problem.status).type('application/problem+json').send(problem);
}

function toProblem(error: unknown): Problem {
  if (error instanceof DomainError) {
    const status = STATUS[error.kind];
    return {
      ...titled(status),
      code: error.code,
      detail: error.message,
      ...error.details,
    };
  }
  const status = httpStatusOf(error);
  if (status >= 400 && status < 500) {
    return {
      ...titled(status),
      code: `http_${status}`,
      detail: TITLE[status] ?? '要求を受け付けられません',
    };
  }
  return {
    ...titled(500),
    code: 'internal',
    detail: '処理を完了できませんでした。時間をおいて、もう一度お試しください。',
  };
}

function titled(status: number): Pick<Problem, 'type' | 'title' | 'status'> {
  return {
    type: 'about:blank',
    title: TITLE[status] ?? '処理できませんでした',
    status,
  };
}

function httpStatusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown })?.statusCode;
  return typeof status === 'number' ? status : 500;
}
