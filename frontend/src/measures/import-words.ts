import type { MeasureImport } from '@musubi/backend/contract/measures';
import type { Tone } from '@/ui/status-badge';

export const IMPORT_STATE: Record<MeasureImport['state'], { label: string; tone: Tone }> = {
  faulty: { label: '誤りあり', tone: 'alarm' },
  ready: { label: '取込み待ち', tone: 'waiting' },
  nothing: { label: '違いなし', tone: 'closed' },
  applied: { label: '取込み済み', tone: 'done' },
};
