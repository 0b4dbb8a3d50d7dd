/** Models on a server that the user named. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.inference.remote.internal;
