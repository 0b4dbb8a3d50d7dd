/** The file that tells of a model on a server. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.inference.internal.remote;
