/** Texts that are made from a paper: abstracts, summaries, key words. Every sentence of them points to what it rests on. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.drafts;
