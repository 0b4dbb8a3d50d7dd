/**
 * What all parts need of the machine that they run on: the folders of its user, time, and when to try again on a network.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.system;
