package org.scholion.ui.internal.citation;

import java.nio.file.Path;
import org.scholion.text.Revision;

/**
 * What the view wants to know.
 *
 * @param file in the editor
 * @param offset of the place in its text
 * @param revision of its text
 * @param search what somebody typed; empty to rank works for the place
 */
record CitationQuestion(Path file, int offset, Revision revision, String search) {}
