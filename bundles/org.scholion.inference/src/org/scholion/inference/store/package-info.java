/**
 * Models on disk: which can be had, which are installed, and how the one becomes the other.
 *
 * <p>A {@link org.scholion.inference.store.ModelCatalogue} names what can be had, from files that come with the product, with the user's
 * settings or from a lab. The {@link org.scholion.inference.store.ModelStore} installs it in a folder of the user, one folder a model.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.inference.store;
