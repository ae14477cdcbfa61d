import { preact } from '@preact/preset-vite';
import { defineConfig } from 'wxt';

// The public half of a key made for this project: it gives unpacked Chrome builds a stable id, and with it a
// stable redirect address for the sign-in.
const chromeKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArBYxfT1GHeSh9QOfgnjyEeAlI2E4Q8T+8JU8fVxIFyFXuPDv4Et9XcTN3a/FHs7CeFSMfCWiZBM3azWkDLeM63lxHJeqiSjd8ypS83MYLYKFyVpVsLAZz4VSTXX851e3J42CHG1stsAw7DGJ9dYezXcmTt5zQLSBOS0Avgb6bTNjIBxpNKPzo1x3Vl7qIOGQJZJ72GQZXlaSkedx6K+dI+sX0B2XDhJMST5QyQd+DyxHp8M4M5Qb+HYT/4D4ctX+08j/CvuHmT1uY0hFq76MN0euBQYmDW47GP760hDZk3MZrBdPpWcyImHBfiDVnIth6whCO6I2qVRis/BPm6eEswIDAQAB';

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  // Holds the icon, which WXT finds by its path: icon/<size>.png.
  publicDir: 'components/ui/public',
  // Both know light-dark(): what would stand in for it breaks where nothing declares a color-scheme, as over a page.
  vite: () => ({ plugins: [preact()], build: { cssTarget: ['chrome123', 'firefox140'] } }),
  manifest: ({ browser }) => ({
    name: 'Bondlens',
    description: 'Your own columns, filters and notes over Bondora’s market pages.',
    // `unlimitedStorage` brings no question and no warning in either browser. With it Chrome never clears what is here when the
    // disk runs full, and Firefox promises the same without asking: notes cannot be had again.
    permissions: ['storage', 'unlimitedStorage', 'identity', 'alarms', 'scripting'],
    // Asked for when a person wants backups to be written by themselves. Chrome's background, a worker, cannot hold a file for
    // the browser to save: an offscreen page does.
    optional_permissions: browser === 'firefox' ? ['downloads'] : ['downloads', 'offscreen'],
    host_permissions: ['https://*.bondora.com/*'],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src https://*.bondora.com; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'bondlens@bondlens.invalid',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { key: chromeKey, minimum_chrome_version: '123' }),
  }),
});
