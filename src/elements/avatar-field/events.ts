/** The picture of an avatar field, or whether one is being uploaded, is another now. Bubbles. */
export class SieAvatarChangeEvent extends Event {
  static readonly eventName = 'sie-avatar-change';

  constructor(
    /** A picture is on its way: its address is not known yet. */
    readonly busy: boolean,
  ) {
    super(SieAvatarChangeEvent.eventName, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'sie-avatar-change': SieAvatarChangeEvent;
  }
}
