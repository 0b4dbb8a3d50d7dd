/**
 * Changing and checking bibliographies: entries made of references and of text, their keys, duplicates, and what is wrong in a file.
 *
 * <p>Nothing here writes a file. What is to be changed comes as edits of the file's text, for the editor to show and to make.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.library.edit;
