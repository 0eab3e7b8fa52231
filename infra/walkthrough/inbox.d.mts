interface Mail {
  subject: string;
  text: string;
}
export function mailFor(base: string, address: string, words: { subject?: string; text?: string }): Promise<Mail>;
export function linkIn(mail: Mail, path: string): string;
