import { interactionScenes } from './interaction-scenes.ts';
import { profileScenes } from './profile-scenes.ts';
import { invitationScenes } from './invitation-scenes.ts';
import type { Scene, Scenes } from './scene.ts';
import { verificationScenes } from './verification-scenes.ts';

/** Every kind of recorded answer that this server gives, and how to come by it. */
export const scenes: Scenes = { ...interactionScenes, ...profileScenes, ...verificationScenes, ...invitationScenes };

/** The scene for one of the recordings of a kind. */
export const sceneFor = (kind: string, index: number): Scene => {
  const scene = scenes[kind];
  const found = typeof scene === 'function' ? scene : scene?.[index];

  if (found === undefined) {
    throw new Error(`No scene leads to recording ${String(index)} of "${kind}".`);
  }

  return found;
};
