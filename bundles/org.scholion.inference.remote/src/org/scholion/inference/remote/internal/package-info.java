/**
 * Models on a server that the user named.
 *
 * <p>{@code RemoteEngine} loads a folder with a {@code remote.json}. {@code Server} is the only class that opens connections, and only
 * to the address in that file; the other classes say things in one of the two protocols.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.inference.remote.internal;
