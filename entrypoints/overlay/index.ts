import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '#components/overlay/hand-over.ts';
import { pageWork } from '#components/overlay/page-work.ts';

export default defineUnlistedScript(() => handOver('overlay', pageWork));
