/** Numbers, units and the signs between them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.language.internal.consistency.numbers;
