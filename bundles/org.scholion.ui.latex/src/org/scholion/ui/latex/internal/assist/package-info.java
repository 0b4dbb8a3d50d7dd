/** Completion, hovers and links: what a place of the paper stands for. */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD, DefaultLocation.TYPE_ARGUMENT, DefaultLocation.TYPE_BOUND})
package org.scholion.ui.latex.internal.assist;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
