/** Lets a language model write, and looks for what supports each of its sentences. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.writing.internal.model;
