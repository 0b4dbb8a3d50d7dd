/**
 * The pass over tone and clarity of English prose, which runs on request: what is wordy, nominalised, vague, informal, too long,
 * passive without need, hedged twice, or claimed more strongly than the evidence allows.
 *
 * <p>A {@link org.scholion.assist.language.internal.clarity.ClarityCheck} looks at one sentence. Words are found by lists, which are
 * files beside the classes; parts of speech and forms come from LanguageTool's dictionary, only for sentences in which a list matched.
 * What may be written instead has to pass {@link org.scholion.assist.language.internal.clarity.KeptMeaning}.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.language.internal.clarity;
