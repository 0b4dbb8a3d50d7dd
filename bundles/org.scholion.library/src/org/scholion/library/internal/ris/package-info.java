/** RIS, the tagged format of most publishers and reference managers. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.library.internal.ris;
