import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 政策分野 */
@Entity('policy_fields')
export class PolicyFieldEntity {
  @PrimaryColumn('text') code!: string;
  @Column('text') name!: string;
  @Column('integer') sort!: number;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
  @Column('text') source!: string;
  @Column('integer') version!: number;
}
