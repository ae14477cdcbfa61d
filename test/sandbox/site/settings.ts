import { usualVariant, type PageVariant } from './variant.ts';

/** What tests may set about the site for all requests. */
export interface SiteSettings {
  variant: PageVariant;
  /** Index of the investor who is signed in; undefined sends everybody to the login page. */
  signedIn: number | undefined;
}

export function createSiteSettings(): SiteSettings {
  return { variant: usualVariant, signedIn: 0 };
}
