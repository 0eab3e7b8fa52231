import { DataSource } from 'typeorm';
import { ApplicationEntity } from './applications/application.entity.js';
import { CaseSheetEntity } from './case-sheets/case-sheet.entity.js';
import { ConsultationEntity } from './consultations/consultation.entity.js';
import { EventEntity } from './events/event.entity.js';
import { HolidayEntity } from './holidays/holiday.entity.js';
import { GrantEntity } from './identity/grant.entity.js';
import { PersonEntity } from './identity/person.entity.js';
import { InquiryEntity } from './inquiries/inquiry.entity.js';
import { MeetingEntity } from './meetings/meeting.entity.js';
import { CreateReferenceData1795000000100 } from './migrations/1795000000100-create-reference-data.js';
import { CreatePeople1795000000200 } from './migrations/1795000000200-create-people.js';
import { CreateEvents1795000000300 } from './migrations/1795000000300-create-events.js';
import { CreateDeadlineRules1795000000400 } from './migrations/1795000000400-create-deadline-rules.js';
import { CreateConsultations1795000000500 } from './migrations/1795000000500-create-consultations.js';
import { AddFormNotices1795000000600 } from './migrations/1795000000600-add-form-notices.js';
import { CreateSubmissions1795000000610 } from './migrations/1795000000610-create-submissions.js';
import { AddDueDateThatCounts1795000000650 } from './migrations/1795000000650-add-due-date-that-counts.js';
import { CreateInquiries1795000000700 } from './migrations/1795000000700-create-inquiries.js';
import { IndexEndedInquiries1795000000710 } from './migrations/1795000000710-index-ended-inquiries.js';
import { CreateMinistryCases1795000000760 } from './migrations/1795000000760-create-ministry-cases.js';
import { CreateReplies1795000000800 } from './migrations/1795000000800-create-replies.js';
import { CreateMeetings1795000000850 } from './migrations/1795000000850-create-meetings.js';
import { CreateSurveys1795000000900 } from './migrations/1795000000900-create-surveys.js';
import { IndexFirstResponses1795000000910 } from './migrations/1795000000910-index-first-responses.js';
import { IndexCasesForFigures1795000000920 } from './migrations/1795000000920-index-cases-for-figures.js';
import { CreateDemoClock1795000000950 } from './migrations/1795000000950-create-demo-clock.js';
import { CreateTallies1795000000960 } from './migrations/1795000000960-create-tallies.js';
import { CreateDeadlines1795000001000 } from './migrations/1795000001000-create-deadlines.js';
import { CreateNotices1795000001100 } from './migrations/1795000001100-create-notices.js';
import { CreateAbsences1795000001200 } from './migrations/1795000001200-create-absences.js';
import { CreateHandOvers1795000001210 } from './migrations/1795000001210-create-hand-overs.js';
import { SettleUndeliveredMails1795000001300 } from './migrations/1795000001300-settle-undelivered-mails.js';
import { CreateSweeps1795000001310 } from './migrations/1795000001310-create-sweeps.js';
import { RemindOfFollowUps1795000001320 } from './migrations/1795000001320-remind-of-follow-ups.js';
import { LockAddressesNotAccounts1795000001330 } from './migrations/1795000001330-lock-addresses-not-accounts.js';
import { ReadTheLedgerByDay1795000001340 } from './migrations/1795000001340-read-the-ledger-by-day.js';
import { FindRowsBehindFigures1795000001350 } from './migrations/1795000001350-find-rows-behind-figures.js';
import { CreateMeasures1795000001500 } from './migrations/1795000001500-create-measures.js';
import { CreateMeasureBaskets1795000001510 } from './migrations/1795000001510-create-measure-baskets.js';
import { CreateMeasureSettings1795000001520 } from './migrations/1795000001520-create-measure-settings.js';
import { CreateSuggestionChoices1795000001600 } from './migrations/1795000001600-create-suggestion-choices.js';
import { CreateKnowledgeChanges1795000001610 } from './migrations/1795000001610-create-knowledge-changes.js';
import { CreateRoutingRules1795000001620 } from './migrations/1795000001620-create-routing-rules.js';
import { CreateSearchFunctions1795000001700 } from './migrations/1795000001700-create-search-functions.js';
import { IndexAnswersAndReplies1795000001710 } from './migrations/1795000001710-index-answers-and-replies.js';
import { CreateSearchedCases1795000001720 } from './migrations/1795000001720-create-searched-cases.js';
import { CreateAttachmentTexts1795000001730 } from './migrations/1795000001730-create-attachment-texts.js';
import { CreateSavedSearches1795000001740 } from './migrations/1795000001740-create-saved-searches.js';
import { LetMailsComeAtAnyTime1795000001800 } from './migrations/1795000001800-let-mails-come-at-any-time.js';
import { ReckonDuesInTokyo1795000001805 } from './migrations/1795000001805-reckon-dues-in-tokyo.js';
import { FindEndedAbsences1795000001806 } from './migrations/1795000001806-find-ended-absences.js';
import { KeepReasonsOfRequests1795000001820 } from './migrations/1795000001820-keep-reasons-of-requests.js';
import { KeepWhoEditsMeasures1795000001821 } from './migrations/1795000001821-keep-who-edits-measures.js';
import { FindEarlierAnswers1795000001822 } from './migrations/1795000001822-find-earlier-answers.js';
import { CreateCaseSheets1795000001850 } from './migrations/1795000001850-create-case-sheets.js';
import { CreateRounds1795000002000 } from './migrations/1795000002000-create-rounds.js';
import { CreateReviews1795000002010 } from './migrations/1795000002010-create-reviews.js';
import { CreateProposals1795000002100 } from './migrations/1795000002100-create-proposals.js';
import { CreateTeams1795000002200 } from './migrations/1795000002200-create-teams.js';
import { CreateTeamThemes1795000002210 } from './migrations/1795000002210-create-team-themes.js';
import { CreateTeamMeetings1795000002211 } from './migrations/1795000002211-create-team-meetings.js';
import { CreateTeamCalendars1795000002212 } from './migrations/1795000002212-create-team-calendars.js';
import { CreateTeamPosts1795000002213 } from './migrations/1795000002213-create-team-posts.js';
import { KeepWhyMembersLeave1795000002214 } from './migrations/1795000002214-keep-why-members-leave.js';
import { CreateVisits1795000002220 } from './migrations/1795000002220-create-visits.js';
import { CreateTeamFeedDigests1795000002221 } from './migrations/1795000002221-create-team-feed-digests.js';
import { CreateTeamFindings1795000002222 } from './migrations/1795000002222-create-team-findings.js';
import { CreateSupportRequests1795000002230 } from './migrations/1795000002230-create-support-requests.js';
import { CreateTeamKpis1795000002240 } from './migrations/1795000002240-create-team-kpis.js';
import { CreateTeamReports1795000002241 } from './migrations/1795000002241-create-team-reports.js';
import { CreateTeamSurveys1795000002250 } from './migrations/1795000002250-create-team-surveys.js';
import { CreateContinuations1795000002251 } from './migrations/1795000002251-create-continuations.js';
import { KeepWhatARequestKnew1795000002260 } from './migrations/1795000002260-keep-what-a-request-knew.js';
import { RemindOfConsents1795000002261 } from './migrations/1795000002261-remind-of-consents.js';
import { FoldMoreSpellings1795000002262 } from './migrations/1795000002262-fold-more-spellings.js';
import { ReadWorkbooksAnew1795000002263 } from './migrations/1795000002263-read-workbooks-anew.js';
import { LetATeamOwnPromises1795000002270 } from './migrations/1795000002270-let-a-team-own-promises.js';
import { ShareDecisionsAndThemes1795000002271 } from './migrations/1795000002271-share-decisions-and-themes.js';
import { FoldDashesAfterKana1795000002285 } from './migrations/1795000002285-fold-dashes-after-kana.js';
import { KeepFailuresOfSavedSearches1795000002286 } from './migrations/1795000002286-keep-failures-of-saved-searches.js';
import { KeepWhatWasProven1795000002290 } from './migrations/1795000002290-keep-what-was-proven.js';
import { ContactEntity } from './ministries/contact.entity.js';
import { DivisionEntity } from './ministries/division.entity.js';
import { MinistryEntity } from './ministries/ministry.entity.js';
import { PolicyFieldEntity } from './policies/policy-field.entity.js';
import { ReplyEntity } from './replies/reply.entity.js';
import { RoundEntity } from './rounds/round.entity.js';

/** Every table that is written through an entity, and the whole history of the schema. */
export function createDataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [
      PolicyFieldEntity,
      MinistryEntity,
      DivisionEntity,
      ContactEntity,
      HolidayEntity,
      PersonEntity,
      GrantEntity,
      EventEntity,
      ConsultationEntity,
      InquiryEntity,
      MeetingEntity,
      ReplyEntity,
      CaseSheetEntity,
      RoundEntity,
      ApplicationEntity,
    ],
    migrations: [
      CreateReferenceData1795000000100,
      CreatePeople1795000000200,
      CreateEvents1795000000300,
      CreateDeadlineRules1795000000400,
      CreateConsultations1795000000500,
      AddFormNotices1795000000600,
      CreateSubmissions1795000000610,
      AddDueDateThatCounts1795000000650,
      CreateInquiries1795000000700,
      IndexEndedInquiries1795000000710,
      CreateMinistryCases1795000000760,
      CreateReplies1795000000800,
      CreateMeetings1795000000850,
      CreateSurveys1795000000900,
      IndexFirstResponses1795000000910,
      IndexCasesForFigures1795000000920,
      CreateDemoClock1795000000950,
      CreateNotices1795000001100,
      CreateAbsences1795000001200,
      CreateTallies1795000000960,
      CreateDeadlines1795000001000,
      CreateHandOvers1795000001210,
      SettleUndeliveredMails1795000001300,
      CreateSweeps1795000001310,
      RemindOfFollowUps1795000001320,
      LockAddressesNotAccounts1795000001330,
      ReadTheLedgerByDay1795000001340,
      FindRowsBehindFigures1795000001350,
      CreateSuggestionChoices1795000001600,
      CreateKnowledgeChanges1795000001610,
      CreateMeasures1795000001500,
      CreateMeasureBaskets1795000001510,
      CreateMeasureSettings1795000001520,
      CreateRoutingRules1795000001620,
      CreateSearchFunctions1795000001700,
      IndexAnswersAndReplies1795000001710,
      LetMailsComeAtAnyTime1795000001800,
      ReckonDuesInTokyo1795000001805,
      CreateSearchedCases1795000001720,
      KeepReasonsOfRequests1795000001820,
      CreateCaseSheets1795000001850,
      CreateRounds1795000002000,
      CreateReviews1795000002010,
      CreateAttachmentTexts1795000001730,
      KeepWhoEditsMeasures1795000001821,
      FindEndedAbsences1795000001806,
      CreateSavedSearches1795000001740,
      FindEarlierAnswers1795000001822,
      CreateProposals1795000002100,
      CreateTeams1795000002200,
      CreateTeamThemes1795000002210,
      CreateTeamMeetings1795000002211,
      CreateVisits1795000002220,
      CreateTeamKpis1795000002240,
      CreateTeamReports1795000002241,
      CreateTeamSurveys1795000002250,
      CreateContinuations1795000002251,
      KeepWhatARequestKnew1795000002260,
      RemindOfConsents1795000002261,
      FoldMoreSpellings1795000002262,
      ReadWorkbooksAnew1795000002263,
      LetATeamOwnPromises1795000002270,
      ShareDecisionsAndThemes1795000002271,
      FoldDashesAfterKana1795000002285,
      KeepFailuresOfSavedSearches1795000002286,
      KeepWhatWasProven1795000002290,
      CreateTeamCalendars1795000002212,
      CreateTeamPosts1795000002213,
      KeepWhyMembersLeave1795000002214,
      CreateTeamFeedDigests1795000002221,
      CreateTeamFindings1795000002222,
      CreateSupportRequests1795000002230,
    ],
    migrationsTransactionMode: 'all',
    extra: { max: 20, keepAlive: true },
  });
}
