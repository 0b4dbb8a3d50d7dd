/** The pages that explain our own rules, whichever assistant they belong to. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.language.internal.catalogue;
