import { Module } from '@nestjs/common';
import { AppointmentQueries } from './appointment.queries.js';
import { AppointmentsController } from './appointments.controller.js';
import { AppointmentsService } from './appointments.service.js';
import { ChangeQueries } from './change.queries.js';
import { ProposalQueries } from './proposal.queries.js';
import { ProposalsController } from './proposals.controller.js';
import { ProposalsService } from './proposals.service.js';
import { PublicTeamsController } from './public-teams.controller.js';
import { SolveProposal } from './solve-proposal.job.js';
import { SolverThreads } from './solver-threads.js';

@Module({
  controllers: [ProposalsController, AppointmentsController, PublicTeamsController],
  providers: [
    ProposalQueries,
    ChangeQueries,
    ProposalsService,
    SolveProposal,
    SolverThreads,
    AppointmentQueries,
    AppointmentsService,
  ],
})
export class ProposalsModule {}
