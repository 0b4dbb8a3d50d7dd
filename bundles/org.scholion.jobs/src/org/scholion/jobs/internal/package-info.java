/** How the work is scheduled. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.jobs.internal;
