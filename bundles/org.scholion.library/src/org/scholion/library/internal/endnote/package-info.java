/** The XML of EndNote. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.library.internal.endnote;
