/**
 * From signals to alerts: one engine for all rules, over event-time panes.
 *
 * <pre>
 * changes of posts -> RuleRouter (sums by rule, group, pane; no state) -> shuffle by rule and group
 *    -> RuleWindows (panes, histories; judges each window at its end) -> candidates -> AlertDesk -> alerts
 * changes of posts -> AtOnce (rules that one post is enough for) -> AlertDesk, beside the windows
 * all posts -> Totals (by platform, language, minute) -> broadcast to RuleWindows; armed watches likewise
 * RuleRouter: each rule it counts by -> broadcast to RuleWindows, and to AlertDesk
 * </pre>
 *
 * <p><b>Same posts, same alerts.</b> What is told depends on the set of inputs, not on their order,
 * division or the points of restart. (1) {@link org.tocsin.jobs.detect.Change}s are sums: what
 * begins is added, what ends is moved. (2) A {@link org.tocsin.jobs.alert.Pane} can be merged in
 * any order; scores are summed as integers. (3) Windows are judged when the watermark passes the
 * end of their last pane; a version counts that stands at that end. (4) {@link
 * org.tocsin.jobs.alert.Desk} sees all candidates of a pane end at once, in one order.
 *
 * <p><b>At once.</b> What {@link org.tocsin.jobs.alert.Provisionals} tells before a pane ends is
 * the one thing that depends on which post came first: a record of revision 0 and, where another
 * alert holds its group at the end, its withdrawal. Nothing else looks at them.
 *
 * <p><b>Bounded.</b> A pane knows up to 64 versions, each a row of hashes: exact, and a version
 * that ended does not count. With one more, ever, it is a sketch: the number of versions and their
 * weight are what was added minus what ended before the window's end; distinct authors, platforms,
 * channels and categories are of all that was ever added. Whether a pane is a sketch depends on how
 * many versions it was ever told of, and so not on their order. Samples are the strongest ever
 * added, two more than are shown, of which those are shown that stand. State is written by {@link
 * org.tocsin.jobs.alert.PaneCodec} with a version; everything else is Flink's POJOs of records.
 *
 * <p><b>Rules are data that travels.</b> {@link org.tocsin.jobs.alert.RuleBooks} says which rules
 * count a post: those of the bundle that matched it, not those of the moment, so that what ends
 * later is taken from the sum that it was added to, and a replay counts alike. Only the routers
 * know the books. They tell each rule they count by to the windows and to the desk ({@link
 * org.tocsin.jobs.alert.RuleNews}), for an hour of event time and again, before the watermark by
 * which a pane of it can be judged: the watermark of the windows is the least of all routers, so a
 * rule is known when the first timer of it fires, without a barrier. What nobody tells any more is
 * forgotten with its last window. Rules that judge that <em>nothing</em> came are told with the
 * time in which they are in force: not to count is no silence.
 *
 * <p><b>Two stages.</b> Judging is parallel and keyed by rule and group, with the digest of the
 * rule in the key: a changed rule shares nothing with what it was, and what a rule that is gone
 * left behind is dropped by its own timers. The desk has one key: inhibition, budgets, digests and
 * the false-discovery rate look across groups, and it gets only what meets a rule or is tested by
 * one.
 */
@NullMarked
package org.tocsin.jobs.alert;

import org.jspecify.annotations.NullMarked;
