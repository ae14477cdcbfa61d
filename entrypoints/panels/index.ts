import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '#components/overlay/hand-over.ts';
import { createWorkbench } from '#components/overlay/workbench.tsx';
import { answerForEditors } from '#lib/messages/living-editors.ts';

export default defineUnlistedScript(() =>
  handOver('panels', (parts) => createWorkbench({ ...parts, answerForEditors })),
);
