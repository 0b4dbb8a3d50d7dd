/** What the assistants for language have in common. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.language.internal;
