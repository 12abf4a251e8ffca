import type { QuestionnaireResponse } from '../fhir/types.ts';
import type { Kept } from '../index.ts';
import type { Device } from './device.ts';
import { NotDone, type Server, type Why } from './server.ts';

/**
 * Where the answers of one worksheet go: first to the device, then to the server, and off the device once the server has
 * them. "On the server" is said only of what the server acknowledged.
 */
export class Answers {
  private readonly server: Pick<Server, 'keep'>;
  private readonly device: Pick<Device, 'keep' | 'forget'>;
  private readonly now: () => Date;
  private readonly onTrouble: (why: Exclude<Why, 'away'>) => void;
  private version: string | null;
  /** Sent, and perhaps stored: nobody answered. */
  private unanswered: QuestionnaireResponse | undefined;

  /** @param onTrouble told what the patient must know of; that nobody answers is no trouble: it is tried again */
  constructor(server: Pick<Server, 'keep'>, device: Pick<Device, 'keep' | 'forget'>, version: string | null, now: () => Date,
    onTrouble: (why: Exclude<Why, 'away'>) => void) {
    this.server = server;
    this.device = device;
    this.version = version;
    this.now = now;
    this.onTrouble = onTrouble;
  }

  async save(draft: QuestionnaireResponse): Promise<Kept> {
    const onDevice = await this.device.keep(draft, this.version, this.unanswered);
    try {
      await this.send(draft);
      return { where: 'server', at: this.now() };
    } catch (problem) {
      if (onDevice && problem instanceof NotDone && problem.why === 'away') {
        return { where: 'device', at: onDevice };
      }
      throw problem;
    }
  }

  /** Settles once the server has it; sent again, it is the same response. */
  async handIn(response: QuestionnaireResponse): Promise<void> {
    await this.device.keep(response, this.version, this.unanswered);
    await this.send(response);
  }

  private async send(response: QuestionnaireResponse): Promise<void> {
    try {
      // The same again is stored once and tells its version; what goes on from an older one would look like another device's.
      if (this.unanswered) {
        await this.deliver(this.unanswered);
      }
      await this.deliver(response);
    } catch (problem) {
      if (problem instanceof NotDone && problem.why !== 'away') {
        this.onTrouble(problem.why);
      }
      throw problem;
    }
    await this.device.forget();
  }

  private async deliver(response: QuestionnaireResponse): Promise<void> {
    this.unanswered = response;
    this.version = await this.server.keep(response, this.version);
    this.unanswered = undefined;
  }
}
