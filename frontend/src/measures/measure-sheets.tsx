import { CALL_STATE_LABEL, EDITION_LABEL, type Measure } from '@musubi/backend/contract/measures';
import { conditionsOf, Names } from './measure-details';
import { Owners } from './words';

/** The basket on paper. What is not known takes no room. */
export function MeasureSheets({ measures, day }: { measures: readonly Measure[]; day: string }) {
  return (
    <article className="measure-print" aria-label="施策の控え">
      <header>
        <h1>施策の控え（{measures.length}件）</h1>
        <p>{day}現在</p>
      </header>
      {measures.map((measure, index) => (
        <section key={measure.id}>
          <h2>
            {index + 1}．{measure.title}
          </h2>
          <table>
            <caption className="sr-only">{measure.title}</caption>
            <tbody>
              <tr>
                <th scope="row">記載箇所</th>
                <td>
                  {EDITION_LABEL[measure.edition]}　{measure.sourceRef}（{measure.id}）
                </td>
              </tr>
              <tr>
                <th scope="row">所管</th>
                <td>
                  <Owners owners={measure.owners} />
                </td>
              </tr>
              {measure.programs.length > 0 && (
                <tr>
                  <th scope="row">主な事業</th>
                  <td>
                    <Names names={measure.programs} />
                  </td>
                </tr>
              )}
              {measure.text !== '' && (
                <tr>
                  <th scope="row">内容</th>
                  <td className="said">{measure.text}</td>
                </tr>
              )}
              {conditionsOf(measure).map(({ term, value }) => (
                <tr key={term}>
                  <th scope="row">{term}</th>
                  <td className="said">
                    {value}
                    {term === '公募期間' && `（${CALL_STATE_LABEL[measure.call]}）`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </article>
  );
}
