/**
 * Text as numbers: ranges, edits, offset maps, sentences and the token that cancels long work.
 *
 * <p>All offsets are 0-based, half-open and in UTF-16 units, the units of {@link String}. A step that rewrites text returns an
 * {@link org.scholion.text.OffsetMap}, so that what is found in the rewritten text can be shown in the one it was made from.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.text;
