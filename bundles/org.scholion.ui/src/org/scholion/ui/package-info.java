/**
 * The Workbench side of Scholion that other parts of it build on: which paper an editor shows, and the ids of what is contributed.
 *
 * <p>A class that the Workbench creates gets the services by {@code PlatformUI.getWorkbench().getService(EditorPapers.class)}.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.ui;
