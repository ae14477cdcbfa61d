import { expect, it } from 'vitest';
import { features, missingScopes, scopes, scopesFor, usesOf } from '#lib/base/permissions.ts';
import { operations } from '#lib/bondora/operations.ts';
import { description } from '#test/contract/api-description.ts';

it('the permissions are those of the description', () => {
  const { securitySchemes } = description.components as unknown as {
    securitySchemes: { bondoraOAuth: { flows: { authorizationCode: { scopes: Record<string, string> } } } };
  };
  expect([...scopes].toSorted()).toEqual(
    Object.keys(securitySchemes.bondoraOAuth.flows.authorizationCode.scopes).toSorted(),
  );
});

it('every permission that an operation needs is asked for by a feature that says why', () => {
  const asked = new Set(Object.values(features).flatMap((feature): readonly string[] => feature.scopes));
  const needed = Object.values(operations).flatMap(({ scope }) => (scope === null ? [] : [scope]));
  expect(needed.filter((scope) => !asked.has(scope))).toEqual([]);
  for (const { why } of Object.values(features)) expect(why).toMatch(/^[A-Z].*\.$/);
});

it('features ask for the least together, each permission once', () => {
  expect(scopesFor(['market'])).toEqual([]);
  expect(scopesFor(['selling', 'buying', 'portfolio'])).toEqual(['Investments', 'SmSell', 'SmBuy']);
});

it('tells which permission a feature lacks, and of a pasted token nothing', () => {
  expect(missingScopes('statement', ['ReportRead', 'Investments'])).toEqual(['ReportCreate']);
  expect(missingScopes('statement', null)).toEqual([]);
});

it('tells of each permission which features need it, and what else they need', () => {
  for (const scope of scopes) expect(usesOf(scope).map(({ title }) => title)).not.toEqual([]);
  const needs = usesOf('ReportRead').map(({ title, besides }) => [title, besides.map(({ scope }) => scope)]);
  expect(needs).toEqual([['Account statement', ['ReportCreate']]]);
  expect(usesOf('BidsRead').map(({ besides }) => besides.length)).toEqual([0, 0, 1]);
});
