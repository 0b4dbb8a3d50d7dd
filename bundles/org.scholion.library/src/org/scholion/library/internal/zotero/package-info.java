/** The data folder of Zotero. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.library.internal.zotero;
