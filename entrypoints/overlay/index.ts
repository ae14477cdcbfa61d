import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '#components/overlay/hand-over.ts';
import { createPageWork } from '#components/overlay/page-work.ts';
import { pageReaders } from './page-readers.ts';

export default defineUnlistedScript(() => handOver('overlay', createPageWork(pageReaders)));
