import type { ComponentChild } from 'preact';

const kept: readonly { what: string; where: string; who: string }[] = [
  { what: 'Your notes and tags', where: 'The extension’s own database in this browser', who: 'Nobody' },
  {
    what: 'Application id, secret and tokens',
    where: 'The extension’s own database, out of reach of web pages',
    who: 'Bondora, to sign in and with each call of its API',
  },
  {
    what: 'Names of your accounts, and what Bondora told to know them again by',
    where: 'The extension’s own database',
    who: 'Nobody',
  },
  {
    what: 'Balance, mirror of the market and its history',
    where: 'The extension’s own database',
    who: 'Nobody',
  },
  {
    what: 'Views, filters, formulas, taught pages, settings',
    where: 'The extension’s own storage',
    who: 'Nobody',
  },
  {
    what: 'Backup files',
    where: 'Where you save them; by themselves in your downloads, folder “Bondlens”',
    who: 'Whoever has the file, unless it is locked',
  },
  { what: 'Your password', where: 'Nowhere: you enter it on Bondora’s page', who: 'Bondora' },
];

/** What is kept where, in plain words. */
export function KeptWhere(): ComponentChild {
  return (
    <div class="step">
      <h3>What is kept where</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Where it is kept</th>
            <th scope="col">Who gets it</th>
          </tr>
        </thead>
        <tbody>
          {kept.map(({ what, where, who }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{where}</td>
              <td>{who}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="bl-quiet">
        Unlinking deletes the tokens. <a href="#mirror">Emptying the mirror</a> deletes the market and its
        history. Removing the extension removes everything, your notes included; backup files stay.
      </p>
    </div>
  );
}
