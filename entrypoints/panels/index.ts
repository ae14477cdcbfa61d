import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '#components/overlay/hand-over.ts';
import { createWorkbench } from '#components/overlay/workbench.tsx';

export default defineUnlistedScript(() => handOver('panels', createWorkbench));
