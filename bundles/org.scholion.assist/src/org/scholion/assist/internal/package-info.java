/** How a paper is checked: blocks in parallel, what is known is kept, the rest filtered, merged and put in order. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.internal;
