/** Files from servers. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.inference.internal.download;
