/**
 * LanguageTool in this process: a block's prose is rendered as sentences that it understands, only wanted rules run, and sentences
 * that are known are not checked again.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.language.internal.languagetool;
