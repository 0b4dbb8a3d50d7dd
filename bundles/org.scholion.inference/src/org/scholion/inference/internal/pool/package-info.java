/** Models in memory. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.inference.internal.pool;
