/** Word documents as one text for an editor. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.manuscript.word.internal.render;
