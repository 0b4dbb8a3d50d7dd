package org.scholion.assist.language.internal.consistency.sections;

import org.eclipse.jdt.annotation.Nullable;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.manuscript.BlockKind;

/** The reports of a block, read when first asked: only methods and results are ever asked. Thread-safe. */
public final class Reports {

    private final BlockText text;
    private volatile @Nullable Told found;

    Reports(BlockText text) {
        this.text = text;
    }

    /** Those of running text in English; none of lists, captions, notes and tables, which are told in fragments. */
    Told told() {
        Told known = found;
        if (known == null) {
            boolean read = text.isEnglish() && text.kind() == BlockKind.PARAGRAPH;
            known = read ? ReportReader.read(text) : Told.NOTHING;
            found = known;
        }
        return known;
    }
}
