/**
 * A library that several authors share on a search server which they named. Off until an author names one: nothing is sent
 * before. What is
 * written and asked is made here; a bundle of its own provides the way to the server
 * ({@link org.scholion.library.shared.SearchServer}).
 */
@NonNullByDefault
package org.scholion.library.shared;

import org.eclipse.jdt.annotation.NonNullByDefault;
