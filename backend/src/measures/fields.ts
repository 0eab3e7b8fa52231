import { readSeed } from '../platform/seed.js';

interface FieldWords {
  field: string;
  nodes: string[];
  words: string[];
}

/** The strategies name no 政策分野: ours are told by the output and by the words of title and 主な事業. */
export class Fields {
  private constructor(private readonly rules: readonly FieldWords[]) {}

  static async read(): Promise<Fields> {
    const { fields } = await readSeed<{ fields: FieldWords[] }>('reference/measures.json');
    return new Fields(fields);
  }

  of({ node_code = null, title = '', programs = [] }: Named): string[] {
    const named = [title, ...programs].join('\n');
    const fits = ({ nodes, words }: FieldWords) =>
      nodes.includes(node_code ?? '') || words.some((word) => named.includes(word));
    return this.rules.filter(fits).map(({ field }) => field);
  }
}

interface Named {
  node_code?: string | null;
  title?: string;
  programs?: readonly string[];
}
