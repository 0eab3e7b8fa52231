import { afterAll, beforeAll, jest } from '@jest/globals';
import { applicationStories } from './application-stories.js';
import { backOfficeStories } from './back-office-stories.js';
import { inChromium } from './browser.js';
import { reportStories } from './report-stories.js';
import { openScene, type Scene } from './scene.js';
import { teamStories } from './team-stories.js';
import { teamSurveyStories } from './team-survey-stories.js';
import { visitStories } from './visit-stories.js';
import { workbenchStories } from './workbench-stories.js';

jest.setTimeout(180_000);

/** From the 応募 to the teams, and the year of a team of 上士幌町, in Chromium, at a desk as `npm start` makes it. The stories follow upon each other. */
inChromium('a team from its first day to the continuation', () => {
  let opened: Scene;
  const scene = () => opened;

  beforeAll(async () => {
    opened = await openScene();
  }, 12 * 60_000);
  afterAll(() => opened?.end(), 60_000);

  applicationStories(scene);
  workbenchStories(scene);
  teamStories(scene);
  backOfficeStories(scene);
  visitStories(scene);
  reportStories(scene);
  teamSurveyStories(scene);
});
