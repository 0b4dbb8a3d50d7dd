package org.scholion.ui.internal.draft;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.scholion.assist.drafts.Draft;
import org.scholion.manuscript.Manuscript;

/**
 * A text that was made.
 *
 * @param paper as it was read for it; the evidence speaks of it
 * @param millis how long it took
 */
@NonNullByDefault
record WrittenDraft(DraftRequest request, Manuscript paper, Draft draft, long millis) {}
