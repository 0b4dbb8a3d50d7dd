/**
 * How sources on the Internet are asked.
 *
 * <p>{@code Web} is the only class that opens connections. One {@code Source} for each source says what is asked and lets one of the
 * {@code …Answers} read what comes: those read foreign bytes and give references or one message.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.library.internal.online;
