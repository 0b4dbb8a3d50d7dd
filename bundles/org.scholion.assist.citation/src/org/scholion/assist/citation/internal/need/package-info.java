@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.citation.internal.need;
