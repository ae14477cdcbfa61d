import type { ApplicationStatus, SignInHost } from '#lib/messages/protocol.ts';
import type { Secrets } from './stores.ts';

/** The application that the user registered at Bondora: its secret comes in and is never given out. */
export interface ApplicationService {
  status(): Promise<ApplicationStatus>;
  /** A secret that is left out stays, unless the id is another application's. */
  save(entered: {
    clientId: string;
    clientSecret: string | null;
    signInHost: SignInHost;
  }): Promise<ApplicationStatus>;
}

/** @param redirectUrl to be copied into the registration at Bondora */
export function createApplicationService(
  secrets: Secrets,
  redirectUrl: string,
  changed: () => Promise<void>,
): ApplicationService {
  const status = async (): Promise<ApplicationStatus> => {
    const application = await secrets.readApplication();
    return {
      clientId: application?.clientId ?? null,
      hasSecret: application !== undefined && application.clientSecret !== null,
      redirectUrl,
      signInHost: application?.signInHost ?? 'app.bondora.com',
    };
  };
  return {
    status,
    async save({ clientId, clientSecret, signInHost }) {
      const standing = await secrets.readApplication();
      const kept = standing?.clientId === clientId ? standing.clientSecret : null;
      await secrets.saveApplication({ clientId, clientSecret: clientSecret ?? kept, signInHost });
      await changed();
      return status();
    },
  };
}
