/** PDF files and folders of them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.library.internal.pdf;
