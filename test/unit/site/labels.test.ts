import { describe, expect, it } from 'vitest';
import { findCode, findCountry, findLoanStatus, isTotalsLabel, listLanguages } from '#lib/site/labels.ts';
import { parsePage } from './parse-page.ts';

describe('findLoanStatus', () => {
  it.each([
    [2, ['Current', 'current', 'Aktuell', 'Korras', 'Ajan tasalla', 'Al corriente']],
    [
      100,
      [
        'Overdue',
        'Überfällig',
        'Võlgnevuses',
        'Võlas',
        'Myöhässä',
        'Vencido',
        'Overdue 12 days',
        '60 days overdue',
        '12 Tage überfällig',
      ],
    ],
    [
      5,
      [
        '60+ days overdue',
        'Overdue 60+ days',
        '60+ Tage überfällig',
        'Üle 60 päeva võlas',
        'Yli 60 päivää myöhässä',
        'Más de 60 días de retraso',
        'Overdue 61 days',
        '>60 days late',
        '60\n+ days overdue',
        '６０+ Tage überfällig',
      ],
    ],
    [4, ['Repaid', 'Zurückgezahlt', 'Tagastatud', 'Maksettu takaisin', 'Reembolsado']],
    [3, ['Cancelled', 'Storniert']],
    [0, ['Reserved', 'Broneeritud']],
    [8, ['Released']],
  ])('gives %d for its labels', (code, labels) => {
    for (const label of labels) expect(findLoanStatus(label), label).toBe(code);
  });

  it.each([
    '',
    'Late',
    'Default',
    'Defaulted',
    'foo',
    'Not current',
    'Current 12',
    'Overdue 1-7',
    'En mora',
    '< 60 days overdue',
    '7\n5 days overdue',
  ])('leaves %j unknown', (label) => {
    expect(findLoanStatus(label)).toBeNull();
  });
});

describe('other labels', () => {
  it('knows countries by code and by name', () => {
    const languages = ['en', 'et', 'de', 'fi', 'es'];
    for (const text of ['EE', 'ee', 'Estonia', 'Eesti', 'Estland', 'Viro', 'ESTONIA']) {
      expect(findCountry(text, languages), text).toBe('EE');
    }
    for (const text of ['', 'XX', 'HRV', 'Atlantis', 'E', '12'])
      expect(findCountry(text, languages), text).toBeUndefined();
  });

  it('knows the words of codes, and no others', () => {
    expect(findCode('gender', 'Female')).toBe(1);
    expect(findCode('gender', 'Mann')).toBe(0);
    expect(findCode('gender', 'F')).toBeNull();
    expect(findCode('latestDebtManagementStageType', 'Write-off')).toBe(3);
    expect(findCode('useOfLoan', 'Health')).toBe(8);
    expect(findCode('incomeVerificationStatus', 'Health')).toBeNull();
  });

  it('knows a row of totals by its label', () => {
    for (const label of ['Total', 'Total:', 'Gesamt:', 'Kokku', 'Yhteensä', 'Total (12)']) {
      expect(isTotalsLabel(label), label).toBe(true);
    }
    for (const label of ['Totally', '1234567', '', 'Total cost'])
      expect(isTotalsLabel(label), label).toBe(false);
  });

  it('adds the language of the page to the main ones, if it is one', () => {
    const document = parsePage('');
    expect(listLanguages(document)).toEqual(['en', 'et', 'de', 'fi', 'es']);
    document.documentElement.lang = 'lv';
    expect(listLanguages(document)).toEqual(['lv', 'en', 'et', 'de', 'fi', 'es']);
    document.documentElement.lang = 'no language!';
    expect(listLanguages(document)).toEqual(['en', 'et', 'de', 'fi', 'es']);
  });
});
