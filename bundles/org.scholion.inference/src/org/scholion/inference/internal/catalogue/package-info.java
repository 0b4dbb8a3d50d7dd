/** Catalogues and settings as files. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.inference.internal.catalogue;
