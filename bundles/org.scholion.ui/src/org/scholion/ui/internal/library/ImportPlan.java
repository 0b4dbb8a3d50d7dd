package org.scholion.ui.internal.library;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Where works are imported to.
 *
 * @param target a BibTeX file; it is made where there is none
 * @param pdfs the folder for open PDFs, made where there is none; empty to load none
 */
@NonNullByDefault
record ImportPlan(Path target, Optional<Path> pdfs) {

    /** The folder for PDFs beside a BibTeX file. */
    static Path folder(Path target) {
        return target.resolveSibling("pdf");
    }
}
