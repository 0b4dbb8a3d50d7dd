/**
 * Sources of references on the Internet. Each is off until the author switches it on, and nothing is sent to one that is off.
 *
 * <p>{@link org.scholion.library.online.OnlineSources} is a service. With the {@link org.scholion.library.online.OnlineSettings} of the author
 * it gives an {@link org.scholion.library.online.OnlineLibrary}, which searches, looks up, checks and loads. What each source gets is said by
 * {@link org.scholion.library.online.OnlineSource#sent()}.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.library.online;
