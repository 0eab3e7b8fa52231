import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AbsencesController } from './absences.controller.js';
import { AbsencesService } from './absences.service.js';
import { LinksController } from './links.controller.js';
import { LinksService } from './links.service.js';
import { MeQueries } from './me.queries.js';
import { PasswordService } from './password.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleQueries } from './people.queries.js';
import { PeopleService } from './people.service.js';
import { SessionController } from './session.controller.js';
import { SessionGuard } from './session.guard.js';
import { Sessions } from './sessions.js';
import { SignInService } from './sign-in.service.js';

@Global()
@Module({
  controllers: [SessionController, LinksController, PeopleController, AbsencesController],
  providers: [
    { provide: APP_GUARD, useClass: SessionGuard },
    Sessions,
    SignInService,
    PasswordService,
    LinksService,
    MeQueries,
    PeopleQueries,
    PeopleService,
    AbsencesService,
  ],
  exports: [LinksService, Sessions, PeopleQueries],
})
export class IdentityModule {}
