import { applyDecorators, SerializeOptions } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

const REFUSALS = {
  400: '形式の誤り',
  401: 'サインインが必要',
  403: '権限なし',
  404: '範囲外または存在しない',
  409: '状態または版の不一致',
  422: '入力の誤り',
  default: 'そのほかの拒否（413、415、429）と、処理できなかったとき（500）',
};

/** What a route does, in one line, and how it refuses. Every route bears it (a test looks). */
export function Does(summary: string) {
  const problems = Object.entries(REFUSALS).map(([status, description]) =>
    ApiResponse({
      status: status === 'default' ? status : Number(status),
      description,
      content: {
        'application/problem+json': {
          schema: { $ref: '#/components/schemas/Problem' },
        },
      },
    }),
  );
  return applyDecorators(ApiOperation({ summary }), ...problems);
}

/** So many requests a minute from one address, behind which a whole town hall may sit. */
export const AtMost = (max: number) => RouteConfig({ rateLimit: { max, timeWindow: '1 minute' } });

/** The answer's schema: documentation and whitelist at once. What is not in it is not sent. */
export function Returns(schema: z.ZodType, status: '2XX' | 200 | 201 = 200) {
  return applyDecorators(
    SerializeOptions({ schema }),
    ApiResponse({ status, standardSchema: schema, description: '成功' }),
  );
}

/** The answer is a file of one of these types. */
export function ReturnsFile(...types: string[]) {
  const content = Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]));
  return ApiResponse({ status: 200, description: 'ファイル', content });
}
