/** What a LaTeX editor does while one types: colours, pairs, folds, completed brackets, comments. */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD, DefaultLocation.TYPE_ARGUMENT, DefaultLocation.TYPE_BOUND})
package org.scholion.ui.latex.internal.editor;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
