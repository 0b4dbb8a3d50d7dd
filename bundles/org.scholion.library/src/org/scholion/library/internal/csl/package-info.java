/** CSL JSON, the items of citation processors. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.library.internal.csl;
