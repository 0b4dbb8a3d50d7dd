/**
 * A small bot for tests in a running Workbench, with the words of SWTBot: {@code bot.editor("paper.tex").typeText("Hello")}.
 *
 * <p>Tests run outside the thread of the user interface; every call goes there by itself. Waits poll a condition up to a deadline while
 * the user interface works on. Events are given to the widgets themselves, so that no window manager is needed.
 */
package org.scholion.testkit;
