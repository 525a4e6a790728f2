import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playMainJob, type Scene } from './mainJob.js';
import { openStage, type Stage } from './stage.js';

describe('the main job on the real Agents Playground', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  });

  afterAll(async () => {
    await stage.close();
  });

  it('goes from talk to counted escalation for three people', async () => {
    const scenes: Scene[] = [];
    const code = await playMainJob(stage, (scene) => scenes.push(scene));
    expect(code).toMatch(/^HM-/);
    expect(scenes.length).toBeGreaterThan(12);
  });
});
