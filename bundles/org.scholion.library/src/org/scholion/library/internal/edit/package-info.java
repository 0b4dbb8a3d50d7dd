/** How bibliographies are changed and checked. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.library.internal.edit;
