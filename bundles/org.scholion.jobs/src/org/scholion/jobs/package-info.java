/**
 * The assistants as background work: the papers that are open in editors, checked while they are written.
 *
 * <p>An editor opens its file with {@link org.scholion.jobs.PaperChecks#open} and tells every change; the
 * {@link org.scholion.jobs.Paper} that the file belongs to is read and checked a moment after the last one, and a
 * {@link org.scholion.jobs.PaperListener} hears about each new {@link org.scholion.jobs.PaperState}. Whoever shows a finding asks the
 * {@link org.scholion.jobs.OpenFile} where it stands by now.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.jobs;
