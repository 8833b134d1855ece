import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long the person has been waiting: not yet worth a word, worth a word (5 s), worth a way out (10 s). */
export type PatienceStage = 'fresh' | 'slow' | 'stuck';

/** Tells its host when a wait becomes long. */
export class PatienceController implements ReactiveController {
  stage: PatienceStage = 'fresh';
  private timers: ReturnType<typeof setTimeout>[] = [];
  private waiting = false;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Call with whether something is being waited for; a change starts or ends the wait. */
  watch(waiting: boolean): void {
    if (waiting === this.waiting) return;
    this.hostDisconnected();
    this.waiting = waiting;
    if (!waiting) return;
    const reach = (stage: PatienceStage) => () => {
      this.stage = stage;
      this.host.requestUpdate();
    };
    this.timers = [setTimeout(reach('slow'), 5_000), setTimeout(reach('stuck'), 10_000)];
  }

  hostDisconnected(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers = [];
    this.stage = 'fresh';
    this.waiting = false;
  }
}
