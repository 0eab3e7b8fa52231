import * as highs from 'highs';

/** The package's types are written for CommonJS, where the loader is one level deeper than in the module Node loads. */
const load = highs.default as unknown as typeof highs.default.default;

export const loadHighs = () => load();
