/** Watched feeds: whether each works, when it last had something new, and why it failed. */
import type { FeedHealth } from '../../../src/model/feed.ts';
import { zoned } from '../data/format.ts';
import { useView } from '../data/view.tsx';
import { useSourceWords } from '../messages/sources.ts';
import { Tag } from './marks.tsx';

export function FeedTable({ feeds }: { readonly feeds: readonly FeedHealth[] }) {
  const words = useSourceWords();
  if (feeds.length === 0) return <p className="empty">{words.noFeeds}</p>;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={words.feeds}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.source}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.lastSuccess}</th>
            <th scope="col">{words.lastNew}</th>
            <th scope="col">{words.due}</th>
            <th scope="col">{words.items}</th>
          </tr>
        </thead>
        <tbody>
          {feeds.map((feed) => (
            <FeedRow key={feed.id} feed={feed} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FeedRow({ feed }: { readonly feed: FeedHealth }) {
  const { zone } = useView();
  const words = useSourceWords();
  const { source, stored, waiting, failed } = feed;
  const when = (at: string | undefined): string => (at === undefined ? words.never : zoned(at, zone));
  return (
    <tr>
      <td>
        <b>{source.title ?? source.outlet ?? hostOf(source.url)}</b>
        <div className="quiet breakable">{source.url}</div>
        {feed.movedTo !== undefined && <div className="quiet breakable">{words.movedTo(feed.movedTo)}</div>}
      </td>
      <td>
        <State feed={feed} />
      </td>
      <td className="when">{when(feed.lastSuccess)}</td>
      <td className="when">{when(feed.lastNew)}</td>
      <td className="when">{feed.isActive ? zoned(feed.due, zone) : ''}</td>
      <td className="when">{words.itemsOf(stored, waiting, failed)}</td>
    </tr>
  );
}

function State({ feed }: { readonly feed: FeedHealth }) {
  const words = useSourceWords();
  if (!feed.isActive) return <Tag>{words.stopped}</Tag>;
  if (feed.failures === 0) return <Tag name="kept">{words.working}</Tag>;
  return (
    <>
      <Tag name="overdue">{words.failing(feed.failures)}</Tag>
      {feed.error !== undefined && <div className="quiet">{feed.error.message}</div>}
    </>
  );
}

const hostOf = (url: string): string => URL.parse(url)?.host ?? url;
