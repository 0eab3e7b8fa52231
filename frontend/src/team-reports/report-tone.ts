import type { ReportStanding } from '@musubi/backend/contract/programme-reports';
import type { Tone } from '@/ui/status-badge';

export const REPORT_TONE: Record<ReportStanding, Tone> = {
  missing: 'neutral',
  drafting: 'active',
  proposed: 'waiting',
  agreed: 'attention',
  closed: 'done',
};
