/** What each section of a paper is for, and the tense and register that go with it. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.language.internal.consistency.sections;
