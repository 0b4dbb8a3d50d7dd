/** What the readers of several formats share. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.library.internal.format;
