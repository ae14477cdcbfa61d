import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { writePageReport } from '#lib/site/page-report.ts';
import { parsePage, pick } from './parse-page.ts';

const url = new URL('https://www.bondora.com/en/secondmarket?SecondMarketSearch.Username=BO12345#x');
const head = '<tr><th>Number</th><th>Rating</th><th>Interest</th><th>Borrower</th><th>Cost</th></tr>';

describe('writePageReport', () => {
  const page = parsePage(
    `<div id="page-content-wrapper"><p>Hello Mari Maasikas</p><div class="box"><table class="table investments"><thead>${head}</thead><tbody>` +
      Array.from(
        { length: 9 },
        (_, at) =>
          `<tr class="row-${123_456 + at}" data-id="0a1b2c3d-000a-4a5b-8c6d-00000000000${at}"><td><a href="/en/Auction/Show/0a1b2c3d-000a-4a5b-8c6d-00000000000${at}?name=Mari">${1_234_567 + at}</a></td><td>AA</td><td>19.5%</td><td title="Mari Maasikas">mari@maasikas.ee</td><td style="color:red">4.12 € (15%)<script>track("Mari")</script><input type="hidden" value="tok3n"></td></tr>`,
      ).join('') +
      '</tbody></table></div></div>',
    url.href,
  );
  const before = page.documentElement.outerHTML;
  const report = writePageReport(url, page);

  it('begins with the address without numbers and what was understood', () => {
    const [first = ''] = report.split('\n');
    expect(first).toMatch(
      /^<!-- Bondlens page report: www\.bondora\.com \/secondmarket, secondary-market, generation B/,
    );
    expect(first).toContain('"Cost": price+discount (1)');
  });

  it('keeps structure, classes, headers and the first rows, and changes nothing of the page', () => {
    const { body } = new JSDOM(report).window.document;
    expect(
      body.querySelectorAll('#page-content-wrapper > div.box > table.investments > tbody > tr'),
    ).toHaveLength(6);
    expect(body.querySelector('thead')?.textContent.replaceAll(/\s+/g, ' ').trim()).toBe(
      'Number Rating Interest Borrower Cost',
    );
    expect(body.querySelector('tbody')?.textContent).toMatch(
      /0000000\s+AA\s+00\.0%\s+xxxx@xxxxxxxx\.xx\s+0\.00 € \(00%\)/,
    );
    expect(body.querySelectorAll('p, script, [value]:not([value=""])')).toHaveLength(0);
    expect(page.documentElement.outerHTML).toBe(before);
  });

  it('names the same GUID the same', () => {
    const row = pick(new JSDOM(report).window.document, 'tbody tr');
    const id = row.getAttribute('data-id');
    expect(id).toMatch(/^[a-f]{8}-[a-f]{4}-[a-f]{4}-[a-f]{4}-[a-f]{12}$/);
    expect(row.querySelector('a')?.getAttribute('href')).toBe(`/en/Auction/Show/${id}?xxxx=Xxxx`);
  });

  it('keeps the headers of a table that is not understood', () => {
    const foreign = parsePage(
      '<table><tr><th>Άλφα</th><th>Βήτα</th><th>Γάμμα</th></tr><tr><td>Mari</td><td>b</td><td>c</td></tr></table>',
    );
    expect(writePageReport(url, foreign)).toContain('Βήτα');
    expect(writePageReport(url, foreign)).not.toContain('Mari');
  });

  it('lets no number, GUID, address of a person or name through, wherever they stand', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{4,9}zq$/);
    const secret = fc.oneof(
      fc.integer({ min: 111, max: 9_999_999 }).map(String),
      fc.uuid(),
      name,
      name.map((one) => `${one}@${one}.ee`),
      fc.integer({ min: 111_111, max: 999_999 }).map((n) => `BO${n}`),
    );
    const places: readonly ((text: string) => string)[] = [
      (text) => `<td>${text}</td>`,
      (text) => `<td title="${text}"><b>x</b></td>`,
      (text) => `<td data-name="a ${text} b"></td>`,
      (text) => `<td><a href="/en/Auction/Show/${text}?user=${text}#${text}">x</a></td>`,
      (text) => `<td><input value="${text}"><select><option value="${text}">${text}</option></select></td>`,
      (text) => `<td onclick="go('${text}')" style="background:url(${text})">x<!-- ${text} --></td>`,
      (text) =>
        `<td><script>var a = "${text}"</script><textarea>${text}</textarea><table><tr><td>${text}</td></tr></table></td>`,
      (text) => `<td><img alt="${text}" src="https://x.example/${text}.png"></td>`,
    ];
    const parser = new new JSDOM('').window.DOMParser();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(secret, fc.nat(places.length - 1)), { minLength: 5, maxLength: 5 }),
        (cells) => {
          const row = cells.map(([text, place]) => places[place]?.(text) ?? '').join('');
          const markup = `<div data-user="${cells[0]?.[0]}"><table class="investments">${head}<tr>${row}</tr></table></div>`;
          const written = writePageReport(
            new URL(`https://www.bondora.com/en/profile/${encodeURIComponent(cells[1]?.[0] ?? '')}`),
            parser.parseFromString(markup, 'text/html'),
          ).toLowerCase();
          for (const [text] of cells) {
            expect(written).not.toContain(text.toLowerCase());
            for (const [run] of text.matchAll(/\d{3,}/g))
              if (/[^0]/.test(run)) expect(written).not.toContain(run);
            for (const [word] of text.matchAll(/[A-Za-z]{5,}/g))
              expect(written).not.toContain(word.toLowerCase());
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
