import { afterAll, beforeAll, jest } from '@jest/globals';
import { furnish } from '../../../infra/walkthrough/furnish.mjs';
import { inChromium } from './browser.js';
import { caseSheetStories } from './case-sheet-stories.js';
import { deskStories } from './desk-stories.js';
import { karteStories } from './karte-stories.js';
import { measureStories } from './measure-stories.js';
import { ministryStories } from './ministry-stories.js';
import { packStories } from './pack-stories.js';
import { pageStories } from './page-stories.js';
import { refusalStories } from './refusal-stories.js';
import { replyStories } from './reply-stories.js';
import { openScene, type Scene } from './scene.js';
import { searchStories } from './search-stories.js';
import { sheetStories } from './sheet-stories.js';
import { suggestionStories } from './suggestion-stories.js';
import { surveyStories } from './survey-stories.js';

jest.setTimeout(180_000);

/** One case on its whole way, in Chromium, at a desk as `npm start` makes it. The stories follow upon each other. */
inChromium('a 相談 from the sign-in to the score', () => {
  let opened: Scene;
  const scene = () => opened;
  const known = { id: '', number: '' };

  beforeAll(async () => {
    opened = await openScene();
    await furnish(opened);
  }, 12 * 60_000);
  afterAll(() => opened?.end(), 60_000);

  karteStories(scene, known);
  sheetStories(scene);
  deskStories(scene, known);
  suggestionStories(scene);
  ministryStories(scene, known);
  replyStories(scene, known);
  surveyStories(scene, known);
  caseSheetStories(scene);
  packStories(scene);
  measureStories(scene);
  searchStories(scene);
  refusalStories(scene);
  pageStories(scene);
});
