import { afterAll, beforeAll, jest } from '@jest/globals';
import { backOfficeStories } from './back-office-stories.js';
import { inChromium } from './browser.js';
import { reportStories } from './report-stories.js';
import { openScene, type Scene } from './scene.js';
import { teamStories } from './team-stories.js';
import { teamSurveyStories } from './team-survey-stories.js';
import { visitStories } from './visit-stories.js';

jest.setTimeout(180_000);

/** The year of a team of 上士幌町, in Chromium, at a desk as `npm start` makes it. The stories follow upon each other. */
inChromium('a team from its first day to the continuation', () => {
  let opened: Scene;
  const scene = () => opened;

  beforeAll(async () => {
    opened = await openScene();
  }, 12 * 60_000);
  afterAll(() => opened?.end(), 60_000);

  teamStories(scene);
  backOfficeStories(scene);
  visitStories(scene);
  reportStories(scene);
  teamSurveyStories(scene);
});
