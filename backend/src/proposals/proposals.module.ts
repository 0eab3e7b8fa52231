import { Module } from '@nestjs/common';
import { ChangeQueries } from './change.queries.js';
import { ProposalQueries } from './proposal.queries.js';
import { ProposalsController } from './proposals.controller.js';
import { ProposalsService } from './proposals.service.js';
import { SolveProposal } from './solve-proposal.job.js';
import { SolverThreads } from './solver-threads.js';

@Module({
  controllers: [ProposalsController],
  providers: [ProposalQueries, ChangeQueries, ProposalsService, SolveProposal, SolverThreads],
})
export class ProposalsModule {}
