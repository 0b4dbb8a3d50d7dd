/**
 * A scientific paper without its file format: blocks of prose in order, what they cite and refer to, and the way back to the source.
 *
 * <p>A {@link org.scholion.manuscript.ManuscriptReader} makes a {@link org.scholion.manuscript.Manuscript} of files; whoever finds
 * something in the {@link org.scholion.manuscript.Prose} of a block asks its {@link org.scholion.manuscript.SourceMap} where that
 * stands, and {@link org.scholion.manuscript.EditProjection} what to change there; a
 * {@link org.scholion.manuscript.ManuscriptWriter} makes the change.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.manuscript;
