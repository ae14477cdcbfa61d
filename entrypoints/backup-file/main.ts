import { ask } from '#lib/messages/ask.ts';
import { fetchFile } from '#lib/messages/fetch-file.ts';

// Opened by the background for one file, and closed by it once the browser has saved the file.
const query = new URLSearchParams(location.search);
const file = query.get('file') ?? '';
const texts = await fetchFile(ask, { id: file, parts: Number(query.get('parts')) });
await ask('schedule.ready', {
  file,
  url: URL.createObjectURL(new Blob(texts, { type: 'application/json' })),
});
