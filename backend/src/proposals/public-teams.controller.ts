import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { PublicTeams } from '../contract/appointments.js';
import { CsvEncoding } from '../contract/csv.js';
import { Public } from '../identity/current-actor.js';
import { csv } from '../platform/csv.js';
import { csvFile } from '../platform/http/csv-file.js';
import { AtMost, Does, Returns, ReturnsFile } from '../platform/http/route.js';
import { AppointmentQueries } from './appointment.queries.js';

const Id = z.uuid();

/** The list of teams for everybody, once it is made public. */
@Controller('public/rounds')
export class PublicTeamsController {
  constructor(private readonly appointments: AppointmentQueries) {}

  @Get(':id/teams')
  @Public()
  @AtMost(300)
  @Returns(PublicTeams)
  @Does('公表された支援チームの一覧を得る（公表していないときは見つからない）')
  list(@Param('id', { schema: Id }) id: string) {
    return this.appointments.published(id);
  }

  @Get(':id/teams.csv')
  @Public()
  @AtMost(300)
  @ReturnsFile('text/csv')
  @Does('公表された支援チームの一覧をCSVで得る（公表していないときは見つからない）')
  async file(@Param('id', { schema: Id }) id: string, @Query({ schema: CsvEncoding }) encoding: CsvEncoding) {
    const { teams } = await this.appointments.published(id);
    const rows = teams.flatMap(({ prefecture, municipality, officers }) =>
      officers.map(({ ministry, name }) => [prefecture, municipality, ministry, name]),
    );
    return csvFile('teams', csv(['都道府県', '団体', '府省庁', '氏名'], rows), encoding);
  }
}
