@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.library.internal.style;
