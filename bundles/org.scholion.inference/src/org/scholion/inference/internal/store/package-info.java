/** The folder of models. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.inference.internal.store;
