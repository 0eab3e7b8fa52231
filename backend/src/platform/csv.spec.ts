import { expect, it } from '@jest/globals';
import { csv } from './csv.js';

it('keeps line breaks, commas and quotes inside their cells, and takes no cell for a formula', () => {
  const text = csv(
    ['a', 'b'],
    [
      ['1\n2', 'x,"y"'],
      ['=1+1', 3],
    ],
  );
  expect(text.split('\r\n')).toEqual(['a,b', '"1\n2","x,""y"""', "'=1+1,3", '']);
});
