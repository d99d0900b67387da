import type { Line } from '../../src/discord/delivery/conversation.ts';
import { createGallery } from '../../src/discord/pictures/gallery.ts';
import { createDueReports } from '../../src/moderation/due-reports.ts';
import { createReports } from '../../src/moderation/reports.ts';
import { createHidingKeeper } from '../../src/reporting/keeper.ts';
import { createReporting } from '../../src/reporting/report.ts';
import type { Store } from '../../src/storage/store.ts';
import type { Studio } from '../../src/studio.ts';

/** Reports on a store, whose messages are those of a line. */
export function reportingOn(
  store: Store,
  studio: Pick<Studio, 'cases' | 'blocks' | 'settings'>,
  line: Line,
) {
  const { cases, blocks, settings } = studio;
  const reports = createReports(store, cases, () => {});
  const gallery = createGallery(line);
  const forget = (id: string) => line.pictures.remove(id);
  const due = createDueReports(store, () => {});
  const room = { ...line, reports, due, cases, blocks, settings, gallery, forget };
  const reporting = createReporting(room);
  return { reports, reporting, hidingKeeper: createHidingKeeper({ ...line, reporting, due }) };
}
