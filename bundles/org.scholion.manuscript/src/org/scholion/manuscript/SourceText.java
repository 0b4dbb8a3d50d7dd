package org.scholion.manuscript;

import java.nio.charset.Charset;
import org.scholion.text.Revision;

/**
 * One file of a manuscript as it was read.
 *
 * @param unit the file
 * @param text the decoded text, line ends as they are, without a byte order mark; empty for files that are not text
 * @param charset how it was decoded, and how it is written back
 * @param byteOrderMark whether the file begins with one
 * @param revision the state of the text, {@link Revision#DISK} when it was read from disk
 */
public record SourceText(SourceUnit unit, String text, Charset charset, boolean byteOrderMark, Revision revision) {}
